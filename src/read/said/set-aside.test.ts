import { describe, expect, it } from 'vitest';
import { withoutSetAside } from './set-aside.ts';

const FAILS = 'GET https://api.powerbi.com/v1.0/myorg/groups gives 403 Forbidden';
const leaves = (text: string): boolean => text.includes('AADSTS50011') && withoutSetAside(text).includes('AADSTS50011');

describe('withoutSetAside', () => {
  it.each([
    ['denied', `This is not AADSTS50011, the URI is right. ${FAILS}`],
    ['solved', `I got AADSTS50011, we fixed that. ${FAILS}`],
    ['solved in the next sentence', `I got AADSTS50011. That error is gone. ${FAILS}`],
    ['one of before', `Yesterday we had AADSTS50011. Now ${FAILS}`],
    ['solved in other languages', `Früher kam AADSTS50011, das ist behoben. Jetzt ${FAILS}`],
    ['asked about', `Is AADSTS50011 only given for web apps? ${FAILS}`],
    ['guessed', `Somebody said that it might be AADSTS50011. ${FAILS}`],
    ["a colleague's", `My colleague gets AADSTS50011. ${FAILS}`],
    ['documented', `The docs say "AADSTS50011: mismatch". ${FAILS}`],
    ['played by a test', `client.get = mock(new Error("AADSTS50011: mismatch"))\n${FAILS}`],
    ['one of a map', `const HINTS = {\n  AADSTS50011: 'URI',\n  AADSTS53003: 'policy',\n};\n${FAILS}`],
    ['in a comment', `# if this raises AADSTS50011, add the URI\nr = requests.get(url)\n${FAILS}`],
    ['in an older mail', `${FAILS}\n> On Monday Tom wrote:\n> AADSTS50011: mismatch`],
  ])('takes away an error that is %s', (_, text) => expect(leaves(text)).toBe(false));

  it.each([
    ['met', `AADSTS50011: mismatch\n${FAILS}`],
    ['all that failed', 'Yesterday it was AADSTS50011, I fixed it now.'],
    ['not solved', `I get AADSTS50011. How can this be solved? ${FAILS}`],
    ['asked about for help', `Can anybody help with AADSTS50011? ${FAILS}`],
    ['met after something else was fixed', `I fixed the scope and now I get AADSTS50011. ${FAILS}`],
    ['the subject of a title', `# AADSTS50011 when calling the API\nThe call gives 401`],
  ])('leaves an error that is %s', (_, text) => expect(leaves(text)).toBe(true));

  it('keeps places', () => {
    const text = `This is not AADSTS50011.\n${FAILS}`;
    expect(withoutSetAside(text)).toHaveLength(text.length);
    expect(withoutSetAside(text)).toContain(`\n${FAILS}`);
  });
});
