import { callAround } from '../answer/answered-call.ts';
import { statusesIn } from '../answer/status-words.ts';
import { isCallUrl } from '../calls/api-url.ts';
import { urlsIn } from '../syntax/urls.ts';
import { isoTime } from './iso-time.ts';
import { MAY_MATTER } from './may-matter.ts';
import { withoutIds } from './message-text.ts';
import type { SeenCall } from './seen-call.ts';

const SUCCESS = /\b(2\d\d) (?:OK|Created|Accepted|No Content)\b|HTTP\/[\d.]{1,3}["']? (2\d\d)\b/;
const METHOD = /\b(GET|POST|PUT|PATCH|DELETE|HEAD)\b/;
const TIME = /^.{0,40}?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d))/;

const CLOCK = /\d\d:\d\d:\d\d(?:[.,]\d{1,9})?/g;
/** Numbers but those of a status or an error code: of threads, items, bytes. */
const COUNT = /(?<![\w.])(?!\d{3}(?!\d))\d{1,20}(?![\w.])/g;
const IN_PATH = /(?<=\/)\d{1,20}(?=[/?\s]|$)/g;

const likenessOf = (text: string): string =>
  withoutIds(text).replace(CLOCK, '{}').replace(IN_PATH, '{}').replace(COUNT, '{}');

/** What words say of their call: the status that it failed with first, and the URL beside that, else its first. */
export const seenInWords = (text: string): Pick<SeenCall, 'url' | 'status'> => {
  const [failed] = statusesIn(text);
  const success = failed === undefined ? SUCCESS.exec(text) : null;
  const status = failed?.status ?? (success === null ? undefined : Number(success[1] ?? success[2]));
  const beside = failed === undefined ? undefined : callAround(text, failed.from, failed.to).url;
  const url = beside ?? urlsIn(text).find((one) => isCallUrl(one.url))?.url;
  return { ...(url !== undefined && { url }), ...(status !== undefined && { status }) };
};

/** Reads one entry of a log that is no JSON; undefined where it speaks of no failure, and is not wanted. */
export const readLogEntry = (text: string, isWanted = false): SeenCall | undefined => {
  if (!isWanted && !MAY_MATTER.test(text)) return undefined;
  const method = METHOD.exec(text)?.[1];
  const at = isoTime(TIME.exec(text)?.[1] ?? '');
  return {
    ...seenInWords(text),
    ...(method !== undefined && { method }),
    ...(at !== undefined && { at }),
    text,
    likeness: likenessOf(text),
    isNoise: false,
  };
};
