import type { Header, Request, Response } from '../model/incident.ts';
import { roleOf } from './request-role.ts';
import { splitUrl } from './url.ts';

const bare = (path: string): string => path.replace(/\/+$/, '').toLowerCase();

/** Two requests are sightings of one when host and path agree and the methods do not differ. */
export const sameCall = (a: Request, b: Request): boolean => {
  if (a.url === undefined || b.url === undefined) return false;
  if (roleOf(a) !== roleOf(b)) return false;
  const [left, right] = [splitUrl(a.url), splitUrl(b.url)];
  const sameMethod = a.method === undefined || b.method === undefined || a.method === b.method;
  return sameMethod && left.host === right.host && bare(left.path) === bare(right.path);
};

const mergeHeaders = (a: readonly Header[], b: readonly Header[]): readonly Header[] => {
  const names = new Set(a.map(({ name }) => name.toLowerCase()));
  return [...a, ...b.filter(({ name }) => !names.has(name.toLowerCase()))];
};

/** One request from two sightings: the first stands, the second fills its gaps. */
export const mergeRequests = (a: Request, b: Request): Request => {
  const [main, other] = !a.complete && b.complete ? [b, a] : [a, b];
  const authorization = main.bearer === undefined && other.bearer !== undefined ? other : main;
  return {
    ...other,
    ...main,
    headers: mergeHeaders(main.headers, other.headers),
    ...(authorization.authorization === undefined ? {} : { authorization: authorization.authorization }),
    ...(authorization.bearer === undefined ? {} : { bearer: authorization.bearer }),
  };
};

const squeezed = (body: string): string => body.replace(/\s+/g, '');

const sameBody = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || squeezed(a) === squeezed(b) || squeezed(a).includes(squeezed(b)) || squeezed(b).includes(squeezed(a));

const longer = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b.length > a.length) ? b : a;

/** One answer from two sightings; undefined where they contradict each other in status or body. */
export const mergeResponses = (a: Response, b: Response): Response | undefined => {
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
