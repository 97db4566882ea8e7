import type { CredentialKind, Secret } from '../../model/secret.ts';
import { NOUNS } from './words.ts';

const slug = (kind: CredentialKind): string => NOUNS[kind].replace(/ /g, '-');

/**
 * A secret as it stands in redacted text: letters, digits, `_` and `-` only, so that JSON, YAML, a URL or a command
 * around it stays one.
 */
export const plainPseudonym = ({ id, kind, length }: Secret): string =>
  `secret-${id}_${slug(kind)}_${length}-characters`;

const KINDS = [...new Set(Object.values(NOUNS))].map((noun) => noun.replace(/ /g, '-'));

/** Pseudonyms in redacted text. */
export const PLAIN_PSEUDONYM = new RegExp(`secret-\\d{1,7}_(?:${KINDS.join('|')})_\\d{1,8}-characters`, 'g');
const WHOLE = new RegExp(`^secret-\\d{1,7}_(${KINDS.join('|')})_\\d{1,8}-characters$`);

/** What a pseudonym of redacted text says of the value that it stands for; undefined where the text is none. */
export const wordsOfPseudonym = (text: string): string | undefined => WHOLE.exec(text)?.[1]?.replace(/-/g, ' ');

/** Whether a text is a pseudonym of redacted text. */
export const isPseudonym = (text: string): boolean => WHOLE.test(text);
