import { API_TABLE, apiOf, scopeFor } from '../knowledge/apis.ts';
import { splitUrl } from '../knowledge/operation-path.ts';
import { findOperation } from '../knowledge/operations.ts';
import { CATALOG_SOURCES } from '../knowledge/scopes.ts';
import { neutralise } from '../redact/neutralise.ts';
import type { OperationAnswer } from './operation.ts';

/** Fabric routes are described by the first source, Power BI routes by the second. */
const sourcesFor = (path: string) => CATALOG_SOURCES.filter((_, i) => i === (/\/(?:v1\.0|beta)\//i.test(path) ? 1 : 0));

const LONGEST = 300;

/** What the published descriptions say of a call. Its query is used to choose between variants, and not kept. */
export const operationAnswer = (method: string | undefined, url: string): OperationAnswer => {
  const { host, path, scheme } = splitUrl(url);
  const { api, cloud } = apiOf(host, path, scheme);
  const { name } = API_TABLE[api];
  return {
    method,
    url: neutralise(`${scheme}://${host}${path}`).slice(0, LONGEST),
    match: findOperation(method, url),
    scope: scopeFor(api, cloud ?? 'public'),
    api: name,
    sources: sourcesFor(path),
  };
};
