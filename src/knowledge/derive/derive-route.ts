import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import { CLOUDS_SEEN, isPublicCloud } from './derive-sdk-call.ts';

/** Where a route goes that is written without a host. */
const HOSTS: readonly (readonly [route: RegExp, host: string])[] = [
  [/^\/v1\.0\/myorg\//i, 'api.powerbi.com'],
  [
    /^\/v1\/(?:workspaces|capacities|connections|gateways|deploymentPipelines|domains|admin)(?:\/|$)/i,
    'api.fabric.microsoft.com',
  ],
];

/**
 * The host of a route that was written without one: the one whose name was not found, or the usual one where nothing
 * speaks of another cloud than the public one.
 */
export const hostOfRoute: Derivation = {
  from: ['request.path', 'request.url', 'reach.host', ...CLOUDS_SEEN],
  gives: ['request.host'],
  derive: (evidence) => {
    const path = valueOf(evidence, 'request.path') ?? '';
    const notFound = valueOf(evidence, 'reach.host');
    const host = notFound ?? HOSTS.find(([route]) => route.test(path))?.[1];
    const isOpen = !evidence.has('request.host') && valueOf(evidence, 'request.url')?.startsWith('/') === true;
    if (!isOpen || host === undefined) return {};
    return notFound !== undefined || isPublicCloud(evidence) ? { 'request.host': host } : {};
  },
};
