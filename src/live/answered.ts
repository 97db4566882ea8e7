import type { Answered, Received } from './network.ts';

/** An object in the JSON of an answer. */
export type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a header, named in small letters; undefined where the answer has none. */
export const headerOf = ({ headers }: Answered, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1];

/** Whether an answer is a web page: proxies answer with those, and APIs do not. */
export const isPage = (answered: Answered): boolean =>
  /^\s*text\/html\b/i.test(headerOf(answered, 'content-type') ?? '');

/** The body of an answer as an object; undefined where it is none. */
export const objectOf = ({ body }: Answered): Row | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return isRow(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** The rows of a list and whether they are all: a further page leaves it open. */
export const rowsOf = (
  answered: Answered,
): { readonly rows: readonly Row[]; readonly isWhole: boolean } | undefined => {
  const object = objectOf(answered);
  const rows = object?.['value'] ?? object?.['tenantSettings'] ?? object?.['accessDetails'];
  if (object === undefined || !Array.isArray(rows)) return undefined;
  const further = object['continuationUri'] ?? object['continuationToken'] ?? object['@odata.nextLink'];
  return { rows: rows.filter(isRow), isWhole: typeof further !== 'string' && !answered.isCut };
};

/** Whether an id of an answer is this one, in whatever case. */
export const sameId = (a: unknown, b: string): boolean => typeof a === 'string' && a.toLowerCase() === b.toLowerCase();

/** Whether an answer is a success. */
export const isGood = (received: Received): received is Answered =>
  received.is === 'answered' && received.status >= 200 && received.status < 300;

/** Whether an answer refuses the caller. A web page does not. */
export const isRefusal = (received: Received): received is Answered =>
  received.is === 'answered' && [401, 403, 404].includes(received.status) && !isPage(received);
