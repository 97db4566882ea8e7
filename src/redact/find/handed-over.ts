import type { Found } from '../text/found.ts';
import { looksRandom } from '../text/looks-random.ts';
import { variableIn } from '../text/variables.ts';

/** A name and the text that it is set to, in any language: `$s = '...'`, `key := "..."`. */
const SET =
  /(?<![\w.>])\$?([A-Za-z_]\w{0,60})(?::[ \t]{0,3}\w{1,20})?[ \t]{0,20}:?=[ \t]{0,5}["']([^\s"'{}<>]{8,4000})["']/dg;
/** A short name in the place of a secret, which may as well be a word: `"client_secret": s`. */
const GIVEN =
  /(?<![A-Za-z])(?:client_?secret|password|passwd|pwd|api_?key)["']?[ \t]{0,5}[:=][ \t]{0,5}\$?([A-Za-z_]\w{0,60})[ \t]{0,5}(?=[,;)}\]\n]|$)/gi;

/** Where a secret may be, and no secret. */
const PLACE = /:\/\/|^[/.]|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

const isSecret = (value: string): boolean =>
  !PLACE.test(value) && (looksRandom(value, 8) || (/\d/.test(value) && /[A-Za-z]/.test(value)));

/**
 * What variables hold that a program hands over as secrets: their own names may tell nothing, as in
 * `$s = '...'; ConvertTo-SecureString $s -AsPlainText`.
 */
export const findHandedOver = (text: string, finds: readonly Found[]): readonly Found[] => {
  const fields = new Map<string, Found['field']>();
  for (const { field, value } of finds) {
    const name = /^(?:password|client_secret|key)$/.test(field) && value.length <= 70 ? variableIn(value) : undefined;
    if (name !== undefined) fields.set(name, field);
  }
  for (const { 1: name = '' } of text.matchAll(GIVEN)) if (!fields.has(name)) fields.set(name, 'password');
  return fields.size === 0
    ? []
    : [...text.matchAll(SET)].flatMap(({ 1: name = '', 2: value = '', indices }): Found[] => {
        const [start, end] = indices?.[2] ?? [0, 0];
        const field = fields.get(name);
        return field !== undefined && isSecret(value) ? [{ start, end, field, value }] : [];
      });
};
