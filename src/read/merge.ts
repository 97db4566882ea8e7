import type { Header, Request, Response } from '../model/incident.ts';
import { roleOf } from './request-role.ts';
import { splitUrl } from './syntax/url.ts';

const bare = (path: string): string => path.replace(/(?<!\/)\/+$/, '').toLowerCase();

/** The same for all sightings of one request; undefined for a request whose URL was not seen. */
export const callKey = (request: Request): string | undefined => {
  if (request.url === undefined) return undefined;
  const { host, path } = splitUrl(request.url);
  return `${roleOf(request)} ${host}${bare(path)}`;
};

/** Whether the methods of two requests do not differ. */
export const sameMethod = (a: Request | undefined, b: Request): boolean =>
  a === undefined || a.method === undefined || b.method === undefined || a.method === b.method;

const mergeHeaders = (a: readonly Header[], b: readonly Header[]): readonly Header[] => {
  const names = new Set(a.map(({ name }) => name.toLowerCase()));
  return [...a, ...b.filter(({ name }) => !names.has(name.toLowerCase()))];
};

const longer = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b.length > a.length) ? b : a;

/** One request from two sightings: the first stands, the second fills its gaps. */
export const mergeRequests = (a: Request, b: Request): Request => {
  const [main, other] = !a.complete && b.complete ? [b, a] : [a, b];
  const url = longer(main.url, other.url);
  const authorization = main.bearer === undefined && other.bearer !== undefined ? other : main;
  const { works: _, ...both } = { ...other, ...main };
  return {
    ...both,
    ...(main.works === true && other.works === true && { works: true as const }),
    ...(url === undefined ? {} : { url }),
    headers: mergeHeaders(main.headers, other.headers),
    ...(authorization.authorization === undefined ? {} : { authorization: authorization.authorization }),
    ...(authorization.bearer === undefined ? {} : { bearer: authorization.bearer }),
  };
};

const squeezed = (body: string): string => body.replace(/\s+/g, '');

const sameBody = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined ||
  b === undefined ||
  squeezed(a) === squeezed(b) ||
  squeezed(a).includes(squeezed(b)) ||
  squeezed(b).includes(squeezed(a));

/** Whether nothing but a status is known of a sighting, and the other one has it already: a log may repeat it often. */
const addsNothing = (to: Response, { status, complete, headers, body, url, method }: Response): boolean =>
  status === to.status && !complete && headers.length === 0 && (body ?? url ?? method) === undefined;

/** One answer from two sightings; undefined where they contradict each other in status or body. */
export const mergeResponses = (a: Response, b: Response): Response | undefined => {
  if (addsNothing(a, b)) return a;
  if (a.status !== undefined && b.status !== undefined && a.status !== b.status) return undefined;
  if (!sameBody(a.body, b.body)) return undefined;
  const body = longer(a.body, b.body);
  return {
    ...b,
    ...a,
    complete: a.complete || b.complete,
    headers: mergeHeaders(a.headers, b.headers),
    ...(body === undefined ? {} : { body }),
  };
};
