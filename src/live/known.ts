import type { FactPath, ValueOf } from '../facts/catalog.ts';
import { isPowerBiApplication, resourceOf } from '../knowledge/resources.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { allow, type LiveApi, liveHost } from './destination.ts';
import type { Answered, Received } from './network.ts';
import type { Outgoing } from './outgoing.ts';
import type { Situation, TokenCredential } from './probe.ts';

/** The value of a fact of a diagnosis; undefined where it is unknown or absent. */
export const factIn = <P extends FactPath>({ facts }: Diagnosis, path: P): ValueOf<P> | undefined => {
  const fact = facts[path];
  return fact?.state === 'known' ? (fact.value as ValueOf<P>) : undefined;
};

/** The value of a fact of the situation. */
export const known = <P extends FactPath>({ diagnosis }: Situation, path: P): ValueOf<P> | undefined =>
  factIn(diagnosis, path);

/** A claim of a token, where it is a text. */
export const claimOf = (token: TokenCredential | undefined, name: string): string | undefined => {
  const value = token?.claims[name];
  return typeof value === 'string' ? value : undefined;
};

/** Whether a token opens an API, by its audience alone; the host is checked again before it is sent. */
const opens = (token: TokenCredential, api: LiveApi): boolean => {
  const { resource } = resourceOf(claimOf(token, 'aud') ?? '');
  return api === 'graph' ? resource === 'graph' : isPowerBiApplication(resource);
};

/** The newest token that opens an API. */
export const tokenFor = ({ credentials }: Situation, api: LiveApi): TokenCredential | undefined =>
  credentials.tokens.findLast((token) => opens(token, api));

/** The request, if it may be sent where it goes. */
export const ifAllowed = (outgoing: Outgoing): Outgoing | undefined => {
  try {
    allow(new URL(outgoing.url), outgoing.carries);
    return outgoing;
  } catch {
    return undefined;
  }
};

/** A GET of an API with the newest token that opens it; undefined where there is none, or no such API in the cloud. */
export const getWith = (situation: Situation, api: LiveApi, path: string): Outgoing | undefined => {
  const token = tokenFor(situation, api);
  const host = liveHost(api, situation.cloud);
  const audience = claimOf(token, 'aud');
  if (token === undefined || host === undefined || audience === undefined) return undefined;
  const url = `https://${host}${path}`;
  return ifAllowed({ method: 'GET', url, carries: { what: 'token', audience }, bearer: token.token });
};

/** An id as it may stand in a path: nothing else is put there. */
export const asGuid = (text: string | undefined): string | undefined =>
  text !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : undefined;

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

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

/** Whether ids are the same, in whatever case. */
export const sameId = (a: unknown, b: string): boolean => typeof a === 'string' && a.toLowerCase() === b.toLowerCase();

/** Whether an answer is a success. */
export const isGood = (received: Received): received is Answered =>
  received.is === 'answered' && received.status >= 200 && received.status < 300;

const isPage = ({ headers }: Answered): boolean =>
  headers.some(([name, value]) => name.toLowerCase() === 'content-type' && /^\s*text\/html\b/i.test(value));

/** Whether an answer refuses the caller. A web page does not: proxies refuse with those, and APIs do not. */
export const isRefusal = (received: Received): received is Answered =>
  received.is === 'answered' && [401, 403, 404].includes(received.status) && !isPage(received);
