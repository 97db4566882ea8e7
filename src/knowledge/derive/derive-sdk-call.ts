import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import { allOperations, type Operation } from '../operation-catalog.ts';

/** Where the client goes that is given no address. */
const DEFAULT_HOST = 'api.powerbi.com';

/** What would say that the client was given the address of another cloud, which the text does not show. */
export const CLOUDS_SEEN = ['token.cloud', 'token-request.cloud', 'token-request.asked-cloud'] as const;

/** Whether nothing says that the call goes to another cloud than the public one. */
export const isPublicCloud = (evidence: Evidence): boolean =>
  CLOUDS_SEEN.every((path) => (valueOf(evidence, path) ?? 'public') === 'public');

const hostOf = (evidence: Evidence): string | undefined =>
  valueOf(evidence, 'request.host') ?? (isPublicCloud(evidence) ? DEFAULT_HOST : undefined);

const isOfPowerBi = ({ path }: Operation): boolean => path.startsWith('/v1.0/myorg/');

/** The operations of an id, or of the name of a method without its group, which several groups can have. */
const operationsNamed = (name: string): readonly Operation[] =>
  name.includes('_')
    ? allOperations()
        .filter(({ id }) => id === name)
        .slice(0, 1)
    : allOperations().filter((each) => isOfPowerBi(each) && each.id.endsWith(`_${name}`));

/** The route of the operation that the SDK of Power BI was told to call: its methods bear the ids of the descriptions. */
export const sdkCall: Derivation = {
  from: ['request.sdk-operation', 'request.host', ...CLOUDS_SEEN],
  gives: ['request.method', 'request.host', 'request.path', 'request.url', 'request.path-problem'],
  derive: (evidence) => {
    const named = valueOf(evidence, 'request.sdk-operation')?.split(' or ').map(operationsNamed) ?? [];
    if (named.length === 0 || named.some((operations) => operations.length === 0)) return {};
    const host = hostOf(evidence);
    const [operation, ...others] = named.flat();
    // Of several operations only the host is known.
    if (operation === undefined || others.length > 0) return host === undefined ? {} : { 'request.host': host };
    const { method, path } = operation;
    return {
      'request.method': method,
      'request.path': path,
      'request.path-problem': null,
      ...(host !== undefined && { 'request.host': host, 'request.url': `https://${host}${path}` }),
    };
  },
};
