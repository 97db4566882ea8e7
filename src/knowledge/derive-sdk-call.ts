import type { Derivation } from '../facts/derivation.ts';
import { valueOf } from '../facts/evidence.ts';
import type { Evidence } from '../model/evidence.ts';
import { allOperations } from './operation-catalog.ts';

/** Where the client goes that is given no address. */
const DEFAULT_HOST = 'api.powerbi.com';

/** What would say that the client was given the address of another cloud, which the text does not show. */
export const CLOUDS_SEEN = ['token.cloud', 'token-request.cloud', 'token-request.asked-cloud'] as const;

/** Whether nothing says that the call goes to another cloud than the public one. */
export const isPublicCloud = (evidence: Evidence): boolean =>
  CLOUDS_SEEN.every((path) => (valueOf(evidence, path) ?? 'public') === 'public');

const hostOf = (evidence: Evidence): string | undefined =>
  valueOf(evidence, 'request.host') ?? (isPublicCloud(evidence) ? DEFAULT_HOST : undefined);

/** The route of the operation that the SDK of Power BI was told to call: its methods bear the ids of the descriptions. */
export const sdkCall: Derivation = {
  from: ['request.sdk-operation', 'request.host', ...CLOUDS_SEEN],
  gives: ['request.method', 'request.host', 'request.path', 'request.url', 'request.path-problem'],
  derive: (evidence) => {
    const named = valueOf(evidence, 'request.sdk-operation');
    const operation = named === undefined ? undefined : allOperations().find(({ id }) => id === named);
    if (operation === undefined) return {};
    const { method, path } = operation;
    const host = hostOf(evidence);
    return {
      'request.method': method,
      'request.path': path,
      'request.path-problem': null,
      ...(host !== undefined && { 'request.host': host, 'request.url': `https://${host}${path}` }),
    };
  },
};
