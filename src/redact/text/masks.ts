import type { CredentialKind } from '../../model/secret.ts';
import { looksRandom } from './looks-random.ts';
import { wordsOfPseudonym } from './pseudonym.ts';

/**
 * The words that a mask may say. Only these leave the border, so that a real value that was taken for a mask
 * cannot leak through its words.
 */
const VOCABULARY: ReadonlySet<string> = new Set(
  `a aad access account actual admin api app application arm assertion auth authorization azure bearer bi certificate client code
  cookie copied credential credentials device embed embedded entra example fabric from generated graph hash header here hidden
  id insert jwt key long management master masked my new oauth of old password paste personal placeholder power powerbi
  principal private received redacted refresh removed response result returned sas secret secrets service session sha signature
  some sp spn state string tenant test the this token url user valid value variable verifier with your`
    .trim()
    .split(/\s+/),
);

/** Words of a mask that tell the kind, most telling first. */
const KIND_WORDS: readonly (readonly [RegExp, CredentialKind])[] = [
  [/\baccess token\b/, 'access-token'],
  [/\bid token\b/, 'id-token'],
  [/\brefresh token\b/, 'refresh-token'],
  [/\bembed(?:ded)? token\b/, 'embed-token'],
  [/\bdevice code\b/, 'device-code'],
  [/\bcode verifier\b/, 'other'],
  [/\b(?:authorization|auth|oauth) code\b|^(?:the |your |my )?code\b|\bcode$/, 'authorization-code'],
  [/\bassertion\b/, 'assertion'],
  [/\b(?:client|app|application) secret\b/, 'client-secret'],
  [/\bpassword\b/, 'password'],
];

/** The known words of a text, in lower case, split at separators and humps, without the `I` of an interface. */
const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, 300)
    .replace(/\bI(?=[A-Z][a-z])/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/accesstoken/g, 'access token')
    .replace(/clientsecret/g, 'client secret')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

const known = (words: readonly string[]): string =>
  words.filter((word, at) => VOCABULARY.has(word) && word !== 'this' && word !== words[at - 1]).join(' ');

/** Text that hides a value and says nothing: `xxxx`, `***`, `...`, `eyJ0...`. */
const BLANK = /^(?:[x*•.…_#-]{3,}|[xX]{2,}(?:[-_.][xX]{2,}){0,8}|…|e(?:yJ?)?[\w.-]{0,8}(?:\.{3}|…)[\w-]{0,4})$/i;

/** Brackets and signs around a mask. */
const WRAPPED =
  /^(?:\[.*\]|<[^<>]*>|\{.*\}|\$\{.*\}|\$\(.*\)|%\w+%|\(.*\)|\*\w{3,20}\*|@\w+|@\{[a-zA-Z]{2,40}\(.*\}|@[a-z][a-zA-Z]{2,40}\('[\w .-]{1,80}'\)[\w.?[\]']{0,200}|\$[A-Za-z_][\w.:]*|__\w+__)$/s;

/** A password in the braces of a connection string: `PWD={...};`. What a program fills there is a name, what a person hides is the same letter. */
const BRACED = /^\{(?=[^{}!#$%&*^@?~]{0,60}[!#$%&*^@?~])[^{}\s'"]{8,200}\}$/;

/** A run that no name of a variable or mask would be: long, with digits among letters. */
const REAL_RUN = /[A-Za-z0-9+/_~-]{24,}/g;

/** Whether a part of the text is random enough to be the secret itself. */
export const looksReal = (text: string): boolean =>
  (text.match(REAL_RUN) ?? []).some((run) => (run.match(/\d/g) ?? []).length >= 3 && !/^[A-Z0-9_]+$/.test(run));

/**
 * A place that a program fills. A value that was cut off at a blank may end before its place does. What stands around
 * the signs may be a password that happens to hold them.
 */
const SLOT =
  /\$\{[^{}]{0,200}\}|\{\{[^{}]{0,200}\}\}|\$\([^()]{0,200}\)|^(?:\$\{|\{\{|\$\()[^{}()]{0,200}$|(?<![\w^*#!])%s(?![\w^*#!])/g;

/** Whether a value holds a place that a program fills, and nothing else that may be secret, in the place or around it. */
const isTemplate = (value: string): boolean => {
  const slots = value.match(SLOT) ?? [];
  const around = value.split(SLOT).flatMap((rest) => rest.split(/\s/));
  const inside = slots.flatMap((slot) => slot.split(/[^A-Za-z0-9]+/));
  const whole = /\s/.test(value) ? '' : around.join('');
  return slots.length > 0 && ![...around, ...inside, whole].some((run) => looksRandom(run, 8));
};

/** What a saved case writes for a mask. */
const OWN_MASK = /^\[masked: ([a-z ]{1,300})\]$/;

/** Where App Service takes a secret from: https://learn.microsoft.com/azure/app-service/app-service-key-vault-references */
const KEY_VAULT =
  /^@Microsoft\.KeyVault\((?:SecretUri=https:\/\/[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}\/secrets\/[\w-]{1,130}(?:\/(?:[\da-f]{32})?)?|VaultName=[\w-]{1,60};SecretName=[\w-]{1,130}(?:;SecretVersion=(?:[\da-f]{32})?)?)\)$/i;

const wordsOfMask = (text: string, expression: boolean): string | undefined => {
  const value = text.trim();
  if (value.length > 400) return undefined;
  const said = wordsOfPseudonym(value);
  if (said !== undefined) return said;
  const own = OWN_MASK.exec(value)?.[1];
  if (own !== undefined) return known(wordsOf(own));
  if (BLANK.test(value)) return '';
  if (KEY_VAULT.test(value)) return 'secret';
  if (expression) return known(wordsOf(value));
  if (looksReal(value) || (BRACED.test(value) && looksRandom(value.slice(1, -1), 8) && !/x{4}/i.test(value)))
    return undefined;
  const words = wordsOf(value);
  if (WRAPPED.test(value)) return known(words);
  if (isTemplate(value)) return known(words);
  const speaks = words.length > 0 && !/\d/.test(value) && /^[\w .:/()'-]*$/.test(value);
  return speaks && words.every((word) => VOCABULARY.has(word)) ? known(words) : undefined;
};

let last: { readonly text: string; readonly expression: boolean; readonly words: string | undefined } | undefined;

/**
 * The words of a mask, `''` for a mask without words; undefined where the text is a real value. It is asked several times
 * in a row for each value.
 */
export const maskWords = (text: string, expression = false): string | undefined => {
  if (last?.text !== text || last.expression !== expression)
    last = { text, expression, words: wordsOfMask(text, expression) };
  return last.words;
};

/** The kind that the words of a mask say. */
export const kindOfWords = (words: string): CredentialKind | undefined =>
  KIND_WORDS.find(([pattern]) => pattern.test(words))?.[1];

/** Whether words name both kinds that look alike, as a report names what may be either. */
export const isCodeOrRefreshToken = (words: string): boolean =>
  /\bauthorization code\b/.test(words) && /\brefresh token\b/.test(words);
