import type { Facts } from '../../facts/evidence.ts';
import { type Line, linesOf, objectAround } from '../text/text.ts';
import { latestDay } from './latest-day.ts';

/** An end in JSON of Microsoft Graph and the Azure CLI; a credential of an app has an id of its key, or a hint. */
const END_IN_JSON = /"end_?Date(?:Time)?"\s{0,5}:\s{0,5}"[^"\n]{8,40}"/gi;
const OF_CREDENTIAL = /"(?:keyId|hint|secretText|customKeyIdentifier)"/i;
/** The head of a table: of PowerShell, of the Azure CLI, of the portal. */
const TABLE_HEAD = /\b(?:EndDateTime|EndDate|Expires)\b/i;
const TABLE_ALSO = /\b(?:KeyId|Key Id|Hint|Secret ?ID|StartDateTime)\b/i;
const RULED = /^[-=+|: \t]{3,}$/;
const NO_ROW = /^\s{0,300}(?:$|PS |[$#>] )/;
/** `EndDateTime : 01/03/2025 09:00:00`, one property a line. */
const END_LINE = /^\s{0,20}(?:EndDateTime|EndDate)\s{0,40}:\s/i;
const KEY_LINE = /^\s{0,20}(?:KeyId|Hint|SecretText)\s{0,40}:/im;
/** `Client secret fabric-prod, Expires 3/1/2025`. */
const END_SPOKEN =
  /\bsecrets?\b(?:(?!token|\.\s)[^\n;]){0,60}\bexpire[sd]?\b(?: on| at| date)?[\s|:]{1,5}[^\n;]{4,30}/gi;

interface End {
  readonly line: string;
  readonly from: number;
  readonly to: number;
}

const asEnd = ({ text, from, to }: Line): End => ({ line: text, from, to });

const inJson = (text: string): readonly End[] =>
  [...text.matchAll(END_IN_JSON)].flatMap(({ 0: line, index }): readonly End[] => {
    const span = objectAround(text, index);
    if (span === undefined || !OF_CREDENTIAL.test(text.slice(span.from, span.to))) return [];
    return [{ line, ...span }];
  });

/** The rows below a head, up to a blank line or the next command: a row whose day cannot be read tells as much. */
const rowsBelow = (lines: readonly Line[], head: number): readonly End[] => {
  const below = lines.slice(head + 1, head + 60).filter(({ text }) => !RULED.test(text));
  const end = below.findIndex(({ text }) => NO_ROW.test(text));
  return (end === -1 ? below : below.slice(0, end)).map(asEnd);
};

const inTables = (lines: readonly Line[]): readonly End[] =>
  lines.flatMap(({ text }, index) =>
    text.length < 300 && TABLE_HEAD.test(text) && TABLE_ALSO.test(text) ? rowsBelow(lines, index) : [],
  );

const inLists = (text: string, lines: readonly Line[]): readonly End[] =>
  KEY_LINE.test(text) ? lines.filter((line) => END_LINE.test(line.text)).map(asEnd) : [];

const spoken = (text: string): readonly End[] =>
  [...text.matchAll(END_SPOKEN)].map(({ 0: line, index }) => ({
    line: line.slice(line.toLowerCase().indexOf('expire')),
    from: index,
    to: index + line.length,
  }));

const TIME = /\b20\d\d-\d\d-\d\d[T ]\d\d:\d\d/g;

/** Whether all times beside the list are before a day: then what failed did so while the secret was good. */
const isBefore = (text: string, ends: readonly End[], day: string): boolean => {
  const times = [...text.matchAll(TIME)]
    .filter(({ index }) => !ends.some(({ from, to }) => index >= from && index < to))
    .map(([time]) => time.replace(' ', 'T'));
  return times.length > 0 && times.every((time) => time < day);
};

/** When the last secret of a list of the app's secrets ends; nothing where one of them names no day. */
export const secretEnd = (text: string): Facts => {
  if (!/end_?date|expire/i.test(text)) return {};
  const lines = linesOf(text);
  const ends = [...inJson(text), ...inTables(lines), ...inLists(text, lines), ...spoken(text)];
  const days = ends.map(({ line }) => latestDay(line));
  if (days.length === 0 || days.includes(undefined)) return {};
  const last =
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? '';
  return isBefore(text, ends, last) ? {} : { 'app.secret-ends': last };
};
