import type { Response } from '../../model/incident.ts';
import { urlsIn } from '../syntax/urls.ts';
import { lineAt } from '../text/place.ts';
import { remembered } from '../text/remembered.ts';
import { lineBefore } from '../text/text.ts';

/** `"Forbidden", 403, HEAD, https://...`: https://hadoop.apache.org/docs/stable/hadoop-azure/abfs.html */
export const CALL_AFTER = /^, {0,3}(GET|POST|PUT|PATCH|DELETE|HEAD), {0,3}(?=https?:\/\/)/;

type Call = Pick<Response, 'url' | 'method'>;

/** So much of a line is searched for the call before a status, and behind it. */
const LONGEST_CALL = 1_600;
const LONGEST_BEHIND = 2_100;

/** `403 Client Error: Forbidden for url: https://...` and `GET https://... 403 (Forbidden)`. */
const URL_AFTER = /^[^\n]{0,60}? for url:? {0,3}['"]?(https?:\/\/[^\s"'<>]{1,2000})/i;
const URL_BEHIND_MESSAGE = /^, message=[^\n]{0,100}?, url=(?:URL\()?["'](https?:\/\/[^\s"'<>]{1,2000})/;
const CALL_BEFORE =
  /\b(?:(GET|POST|PUT|PATCH|DELETE|HEAD)\s{1,3})?(https?:\/\/[^\s"'`<>]{1,1500}?)[:,)]?["'`]?\s{1,3}(?:returned |resulted in an? |-> |=> |- )?["'(`]?$/;

/** HttpURLConnection throws it for 404, without the status. */
const NOT_FOUND = 'java.io.FileNotFoundException: ';

/** The URL that Java names in place of a status: https://docs.oracle.com/javase/8/docs/api/java/io/FileNotFoundException.html */
const notFoundUrl = (text: string, from: number, after: string): string | undefined =>
  text.startsWith(NOT_FOUND, from) ? /^https?:\/\/[^\s"'<>]{1,2000}/.exec(after)?.[0] : undefined;

/** Where each URL of a text may begin. */
export const urlSigns = remembered((text: string): readonly number[] => {
  const signs: number[] = [];
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) signs.push(at);
  return signs;
});

/** Whether a URL begins in a stretch: a log may hold many more statuses than URLs. */
const holdsUrl = (signs: readonly number[], from: number, to: number): boolean => {
  const last = signs[lineAt(signs, to - 3)];
  return last !== undefined && last >= from && last <= to - 3;
};

const callBehind = (text: string, from: number, to: number): Call | undefined => {
  const after = text.slice(to, to + LONGEST_BEHIND);
  const written = (URL_AFTER.exec(after) ?? URL_BEHIND_MESSAGE.exec(after))?.[1] ?? notFoundUrl(text, from, after);
  // A sentence may end behind it.
  if (written !== undefined) return { url: urlsIn(written)[0]?.url ?? written };
  const listed = CALL_AFTER.exec(after);
  const target = listed === null ? undefined : urlsIn(after.slice(listed[0].length))[0]?.url;
  return listed?.[1] === undefined || target === undefined ? undefined : { method: listed[1], url: target };
};

/** The call that a status answers, where its line says it; the signs are those of the text, found once for all statuses. */
export const callAround = (text: string, from: number, to: number, signs = urlSigns(text)): Call => {
  const behind = holdsUrl(signs, to, to + LONGEST_BEHIND) ? callBehind(text, from, to) : undefined;
  if (behind !== undefined) return behind;
  if (!holdsUrl(signs, from - LONGEST_CALL, from)) return {};
  const call = CALL_BEFORE.exec(lineBefore(text, from, LONGEST_CALL));
  if (call?.[2] === undefined) return {};
  return call[1] === undefined ? { url: call[2] } : { url: call[2], method: call[1] };
};
