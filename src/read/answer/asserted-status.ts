/**
 * What stands around a status that a test got in the place of the one that it expects: `expected 401 to equal 200`,
 * `assert 401 == 200`, `Expected status code <200> but was <401>.`, `Expected: 200` above `Received: 401`.
 */
const AROUND: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [
    /\bexpected\b[^\n]{0,50}\b20\d\b[^\n]{0,30}\b(?:but|got|was|received|actual)\b[^\n\d]{0,40}$/i,
    /^["'>)\]]{0,3}(?:[.,;!\s]|$)/,
  ],
  [/\bexpected:? {1,4}["'(<]?20\d["')>]?\s{1,12}(?:received|actual|but was|got):? {1,8}["'(<]?$/i, /^(?!\d)/],
  [
    /\bexpected (?:status |code |response ){0,3}$/i,
    /^ to (?:be|equal|eql|deeply equal|strictly equal|loosely equal)\b[^\n]{0,10} 20\d/,
  ],
  [/(?:^|[\s(:])$/, /^ (?:!=|==|===|should be) 20\d\b/],
];

/** Whether the number at a place is such a status. */
export const isAssertedStatus = (text: string, from: number): boolean => {
  const before = text.slice(Math.max(0, from - 120), from);
  const after = text.slice(from + 3, from + 43);
  return AROUND.some(([left, right]) => right.test(after) && left.test(before));
};
