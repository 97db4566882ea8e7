import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import { editDistance } from '../../model/edit-distance.ts';
import { apiOf, HOSTS } from '../apis.ts';
import { CLOUD_TABLE } from '../clouds.ts';

/** More changes than these make another name. */
const MOST_CHANGES = 2;
/** Longer than every name, with those changes. */
const LONGEST = 60;

/** Whole names of hosts; of those that only share an ending, the one that everybody calls. */
const NAMES: readonly string[] = [
  ...HOSTS.filter(({ host, api }) => !host.startsWith('.') && api !== 'other-service').map(({ host }) => host),
  ...Object.values(CLOUD_TABLE).flatMap(({ authorities }) => authorities),
  'onelake.dfs.fabric.microsoft.com',
];

const nearestOf = (host: string): { readonly name: string; readonly changes: number } | undefined =>
  NAMES.map((name) => ({ name, changes: editDistance(host, name) })).sort((a, b) => a.changes - b.changes)[0];

/**
 * The host that was meant by one which nobody serves and which is a letter or two away: `api.powerbl.com`. A name with
 * more or fewer parts is another one.
 */
const hostMeantBy = (host: string): string | undefined => {
  if (host.length > LONGEST || apiOf(host, '').api !== 'other') return undefined;
  const { name = '', changes = MOST_CHANGES + 1 } = nearestOf(host) ?? {};
  return changes <= MOST_CHANGES && name.split('.').length === host.split('.').length ? name : undefined;
};

/** The host that was meant, where the address names one that is misspelt. */
export const callHostMeant: Derivation = {
  from: ['request.host', 'reach.host'],
  gives: ['call.host-meant'],
  derive: (evidence) => {
    const host = valueOf(evidence, 'request.host') ?? valueOf(evidence, 'reach.host');
    const meant = host === undefined ? undefined : hostMeantBy(host);
    return meant === undefined ? {} : { 'call.host-meant': meant };
  },
};
