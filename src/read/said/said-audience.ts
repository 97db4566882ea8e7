import type { Facts } from '../../facts/evidence.ts';
import { onlyOne } from '../text/only-one.ts';

const NAMED =
  '(?:https?:\\/\\/[^\\s"\'`<>,;()]{3,200}|api:\\/\\/[^\\s"\'`<>,;()]{3,200}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const IS =
  '(?:\\]|\'s?|"| claim| of (?:the|my|our|this) (?:access )?token| value| in (?:the|my) token){0,3}\\s?(?:is|was|=|==|:|->|→|shows?|has|as)?\\s?["\'`(]{0,2}';

/**
 * `token has aud https://graph.microsoft.com`, `The aud claim is 00000003-...`, `token audience: https://...`: the claim by
 * its short name, or the audience of a token. Microsoft's errors speak of audiences too, and name no token with them.
 */
const AUDIENCE = new RegExp(
  `(?:\\baud|\\b(?:token|jwt)(?:'s)? audience|\\baudience(?= of (?:the|my|our|this) (?:access )?token))${IS}(${NAMED})`,
  'gi',
);

/** What is wanted, refused or asked for is not what the token has. Configurations of federated identities name one too. */
const NOT_SO =
  /\b(?:expected?|expects|valid|allowed|supported|accepted|required?|requires|needs?|should|must|want(?:s|ed)?|instead|not|never|unless|if|whether|assertion|id_tokens?|would|(?:correct|right)(?! (?:but|except)\b))\b|n't\b/i;
const REFUSED = /^["'`)]{0,2}\s?(?:is (?:not|invalid|wrong)|was (?:not|expected)|did not|doesn't|\?)/i;

const isSaidOfToken = (text: string, from: number, to: number): boolean => {
  const line = text.lastIndexOf('\n', from) + 1;
  const before = text.slice(Math.max(line, from - 40), from);
  return !NOT_SO.test(before) && !REFUSED.test(text.slice(to, to + 20));
};

/** The audience that the token is said to have, where its claims are not pasted; nothing where two are named. */
export const saidAudience = (text: string): Facts => {
  if (!/\baud/i.test(text)) return {};
  const said = [...text.matchAll(AUDIENCE)]
    .filter(({ 0: whole, index }) => isSaidOfToken(text, index, index + whole.length))
    .map(({ 1: audience = '' }) => audience.replace(/[.:]$/, ''));
  const one = onlyOne(said);
  return one === undefined ? {} : { 'said.audience': one };
};
