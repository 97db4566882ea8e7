/** What stands in code before a code that is looked for. */
const COMPARED =
  /(?:\b(?:contains|includes|indexOf|startsWith|search|match|test|equals|find|case|in)|[=!]=|-(?:i?match|i?like|i?eq|contains))[ \t]{0,5}\(?[ \t]{0,5}["'`*/]{1,2}$/i;

/** Python asks the other way round. */
const LOOKED_FOR = /^["']\s{1,3}(?:not )?in\b/;

/** Whether a code stands in a program that would handle it: no error happened with it. */
export const isHandled = (text: string, from: number, code: string): boolean => {
  const behind = text.slice(from + code.length, from + code.length + 12);
  const before = text.slice(Math.max(0, from - 40), from);
  return (/^["'`*/]/.test(behind) && COMPARED.test(before)) || LOOKED_FOR.test(behind);
};
