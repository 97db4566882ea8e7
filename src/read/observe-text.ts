import type { Facts } from '../facts/evidence.ts';
import type { Incident } from '../model/incident.ts';
import { sealPattern } from '../model/secret.ts';
import { CLIENT_TOOLS } from './client-tools.ts';
import { percentDecoded } from './url.ts';

/** How much of the text is looked at, before and after it is made plain. */
const MOST_READ = 200_000;
const MOST_KEPT = 60_000;

/** A run without blanks; decoded where it is percent-encoded, and pluses with it. */
const decodedWord = (word: string): string => {
  if (!/%[0-9a-f]{2}/i.test(word)) return word;
  const spaced = /\w\+\w|%(?:3a|2c|2e)\+|[.,]\+/i.test(word) ? word.replaceAll('+', ' ') : word;
  return percentDecoded(percentDecoded(spaced));
};

/**
 * A text in one plain form to look for sentences in: lower case, without secrets, percent-encoding, escapes, curly
 * quotes, box lines and line breaks. People paste the same sentence in all of these dresses.
 */
export const plainText = (text: string): string =>
  text
    .slice(0, MOST_READ)
    .replace(sealPattern(), ' ')
    .replace(/[^\s]+/g, decodedWord)
    .replace(/\\r\\n|\\[rnt](?![a-z]{2})/g, ' ')
    .replace(/\\u0027|&#39;|&apos;|[‘’]/gi, "'")
    .replace(/\\u0022|\\"|&quot;|[“”]/gi, '"')
    .replace(/[│╷╵\u00a0\u200b]/g, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_KEPT);

const APP =
  '(?:service ?principal|\\bspn?\\b|\\bapp registration|\\bmanaged identity|\\bclient credentials|\\bapp-only)';
const OWN =
  '(?:my (?:own |personal |user )?(?:account|user|login|credentials|token|identity)|(?:a|the|any) (?:normal |regular |personal |real )?user (?:account|token|login|identity)|a user token|user credentials|delegated (?:token|permissions?|access)|the az cli as myself)';
const BUT = '(?:but|however|yet|while|whereas|although|though)';
const WORKS =
  "(?<!(?:n't|not|never|longer|should|must|would|to|if it|does it|can it) )\\b(?:works?|worked|succeeds?|succeeded|is working|runs?) (?:fine |ok |well |correctly |perfectly |properly |as expected )?";
const FAILS =
  "(?:fails?|failed|failing|not work|doesn't|does not|not with|don't|refused|denied|unauthorized|forbidden|40[13]|error)";

/**
 * Sentences that say that the call works for a person and not for the app. Few on purpose: a guess here would count as
 * an observation.
 */
const WORKS_AS_USER: readonly RegExp[] = [
  new RegExp(
    `${WORKS}(?:when |if )?(?:i )?(?:using |use |with |under |as |for )${OWN}[^.!?]{0,60}\\b${BUT}\\b[^.!?]{0,60}\\b${FAILS}[^.!?]{0,60}${APP}`,
  ),
  new RegExp(
    `${WORKS}(?:when |if )?(?:i )?(?:using |use |with |under |as |for )${OWN}[^.!?]{0,60}\\b${BUT}\\b[^.!?]{0,60}${APP}[^.!?]{0,60}\\b${FAILS}`,
  ),
  new RegExp(
    `${FAILS}[^.!?]{0,60}${APP}[^.!?]{0,60}\\b${BUT}\\b[^.!?]{0,40}${WORKS}(?:when |if )?(?:i )?(?:using |use |with |under |as |for )${OWN}`,
  ),
  new RegExp(
    `${WORKS}(?:using |with |under |as |for )${OWN},? (?:but |and )?not (?:with |for |as |under |when using )(?:the |a |an |my )?${APP}`,
  ),
];

const SAME_CALL: Facts = { 'observed.same-call-as-user': 'works' };

/** What the whole text shows: its words, the tools in it, and what the person plainly says to have tried. */
export const textFacts = (incident: Incident): Facts => {
  const text = plainText(incident.text);
  const tools = CLIENT_TOOLS.filter(({ words }) => words.test(text)).map(({ tool }) => tool);
  return {
    'evidence.text': text === '' ? null : text,
    ...(tools.length === 0 ? {} : { 'client.tools': tools }),
    ...(WORKS_AS_USER.some((sentence) => sentence.test(text)) ? SAME_CALL : {}),
  };
};
