import { type Secret, sealPattern } from '../model/secret.ts';
import { CONTROLS } from './text/controls.ts';
import { pseudonym } from './text/words.ts';

const ESCAPES = /(?:\x1b\[|\x9b)[0-?]{0,40}[ -/]{0,8}[@-~]|\x1b\][^\x07\x1b\n]{0,400}(?:\x07|\x1b\\)?|\x1b[@-Z\\^_]/g;
/** Characters that change the order of what is read, or hide: "Trojan Source", https://trojansource.codes */
const DIRECTIONS = /[\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
const LONE_MARKS = /[\uE000\uE001]/g;

/** Untrusted text made safe for a terminal: nothing in it moves the cursor, changes the order or hides letters. */
export const neutralise = (text: string): string =>
  text
    .replace(ESCAPES, '')
    .replace(CONTROLS, '')
    .replace(DIRECTIONS, '')
    .replace(sealPattern(), '[secret $1]')
    .replace(LONE_MARKS, '');

/** Sealed text with readable pseudonyms in place of its marks. */
export const unsealed = (text: string, secrets: readonly Secret[]): string => {
  if (!text.includes('\uE000')) return text;
  const names = new Map(secrets.map((secret) => [String(secret.id), pseudonym(secret)]));
  return text.replace(sealPattern(), (_, id: string) => names.get(id) ?? `[secret ${id}]`);
};
