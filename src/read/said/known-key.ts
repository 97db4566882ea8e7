import type { Facts } from '../../facts/evidence.ts';

const KEY = '(?:(?:public |signing |matching |right |correct )?(?:key|cert(?:ificate)?)|kid|x5t)';
const FITS =
  '(?:match(?:es|ed|ing)?|is (?:found|there|listed|in|among|one of)|are (?:found|there|the same)|was found|exists|fits|is correct|is the same|(?:the )?right)';
/** `The kid matches`, `a signing key that matches the kid`, `the key with this kid is in the list`. */
const FOUND = new RegExp(
  `\\b(?:${KEY}\\b[^.!?\\n]{0,60}\\b${FITS}|match(?:es|ing)\\b[^.!?\\n]{0,40}\\b(?:kid|x5t))\\b`,
  'i',
);
const OF_KEY = /\b(?:kid|x5t|jwks?|discovery\/(?:v2\.0\/)?keys)\b/i;
const NOT_SO = /\b(?:no|not|none|never|cannot|unable|different|if|whether|should|must)\b|n't\b|\?$/i;
/** The library of .NET says where it found the key by the id in the token. */
const MATCHED = /\bMatched key was in '(?:Configuration|TokenValidationParameters)'/i;
const FAILS =
  /\b(?:invalid|bad|wrong) (?:token |jwt )?signature\b|\bsignature\b[^.!?\n]{0,40}\b(?:fails?|failed|invalid|not valid|verified|does not|doesn't|error)\b|\bIDX1051[167]\b|crypto\/rsa: verification error/i;
/** Entra names the keys of the app where it refuses an assertion, and those are another matter. */
const OF_ASSERTION = /\bAADSTS\d{5,7}\b/;
/** In the header of a token, beside its key: `{"typ":"JWT","nonce":"...","alg":"RS256","kid":"..."}`. */
const NONCE = /\{[^{}]{0,200}["']nonce["']\s{0,3}:[^{}]{0,400}\}/gi;

const hasNonce = (text: string): boolean =>
  [...text.matchAll(NONCE)].some(([head]) => /["']alg["']/.test(head) && /["'](?:kid|x5t)["']/.test(head));

const saysFound = (text: string): boolean =>
  MATCHED.test(text) ||
  (OF_KEY.test(text) &&
    text
      .split(/(?<=[.!?])\s|\n/)
      .some((sentence) => FOUND.test(sentence) && !NOT_SO.test(sentence.replace(FAILS, ''))));

/**
 * That the signature fails under the very key that the token names, or that its header has a nonce: so it is with tokens for
 * Microsoft Graph, which others cannot check.
 */
export const knownKey = (text: string): Facts => {
  if (!FAILS.test(text) || OF_ASSERTION.test(text)) return {};
  if (hasNonce(text)) return { 'said.failed-key': 'nonce' };
  return saysFound(text) ? { 'said.failed-key': 'known' } : {};
};
