import { decoded } from './decoded.ts';

/** The parts of a URL that pick an operation; masks such as `{workspaceId}` or `<id>` may stand in it. */
export interface CallTarget {
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly scheme: string;
}

const URL_PARTS = /^(?:([a-z][a-z0-9+.-]{0,20}):\/\/)?([^/?#]{0,253})([^?#]*)(?:\?([^#]*))?/i;

/** Splits a URL by hand: masks make it no valid URL. */
export const splitUrl = (url: string): CallTarget => {
  const [, scheme = 'https', host = '', path = '', query = ''] = URL_PARTS.exec(url.trim().slice(0, 4000)) ?? [];
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path, query };
};

/** A segment as it stands in the trie: lower case, with `(*)` for an OData key. */
export const segmentKey = (segment: string): string => {
  const text = decoded(segment).trim().toLowerCase();
  const open = text.indexOf('(');
  if (open <= 0 || !text.endsWith(')')) return text;
  return open + 2 === text.length ? text : `${text.slice(0, open)}(*)`;
};

const GUID = /^[0-9a-f]{8}-[0-9a-f-]{9,40}$/;

/** Whether a segment stands for an id: a GUID, a number, or a mask of any kind. */
export const isIdOrMask = (segment: string): boolean =>
  GUID.test(segment) || /^[\d*.…?#_-]+$/.test(segment) || /[{}<>[\]$*]|^x{3,}|xxx|^:|^my|^your|id$/.test(segment);

/** The segments of a path without leading and trailing slashes. */
export const segmentsOf = (path: string): readonly string[] => {
  const segments = path.split('/', 40).map(segmentKey);
  while (segments[0] === '') segments.shift();
  while (segments.at(-1) === '') segments.pop();
  return segments;
};

/**
 * The segments in the form of the templates: `v1.0/myorg` for every tenant (`/v1.0/{tenantId}`). A second segment that is a
 * collection means that the tenant is missing, and nothing is put in its place.
 */
export const canonical = (
  segments: readonly string[],
  isCollection: (segment: string) => boolean,
): readonly string[] => {
  const [version = '', tenant = '', ...rest] = segments;
  if (version !== 'v1.0' && version !== 'beta') return segments;
  if (tenant === 'myorg') return ['v1.0', tenant, ...rest];
  const named = tenant !== '' && rest.length > 0 && !isCollection(tenant) && isCollection(rest[0] ?? '');
  return named ? ['v1.0', 'myorg', ...rest] : ['v1.0', ...segments.slice(1)];
};

/**
 * The segments of a call that starts a job, where its type stands in the query: `jobs/instances?jobType=x` is documented and
 * used as much as `jobs/x/instances`, which the descriptions have.
 * See https://learn.microsoft.com/rest/api/fabric/core/job-scheduler/run-on-demand-item-job
 */
export const withJobType = (segments: readonly string[], query: string): readonly string[] => {
  const type = /(?:^|&)jobType=([^&]{1,100})/i.exec(query)?.[1];
  const [jobs, instances] = segments.slice(-2);
  return type === undefined || jobs !== 'jobs' || instances !== 'instances'
    ? segments
    : [...segments.slice(0, -1), segmentKey(type), instances];
};
