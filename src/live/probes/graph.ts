import type { FactPath } from '../../facts/catalog.ts';
import { scopeFor } from '../../knowledge/apis.ts';
import type { Answers } from '../../model/diagnosis.ts';
import { isGood, type Row, rowsOf } from '../answered.ts';
import { getOfApp, getWith, known, tokenFor } from '../known.ts';
import type { Received } from '../network.ts';
import type { Probe, Situation } from '../probe.ts';
import { acquiredFrom, tokenRequest } from './ask-token.ts';

const GROUP_FACTS: readonly FactPath[] = ['setting.group-member', 'setting.sp-public-apis', 'setting.sp-admin-read'];
const LICENCE: readonly FactPath[] = ['licence.state'];

/** Gets a token for Microsoft Graph with the same credentials: what is looked up there needs one. */
export const askGraphToken: Probe = {
  id: 'ask-graph-token',
  does: 'asks for a token for Microsoft Graph with the same credentials, to look at the caller there',
  settles: [...GROUP_FACTS, ...LICENCE, 'app.consented-permissions', 'workspace.role'],
  plan: (situation) => {
    const { proof } = situation.credentials;
    const scope = scopeFor('graph', situation.cloud);
    // A token for Graph is of use once something was seen that only Graph can tell more of.
    const isRepeatable = proof?.grant === 'client_credentials' || proof?.grant === 'refresh_token';
    const { allowedGroups, granted } = situation.seen;
    const isOfUse =
      known(situation, 'caller.kind') === 'user' ||
      allowedGroups !== undefined ||
      granted !== undefined ||
      known(situation, 'operation.admin') === true;
    if (!isRepeatable || !isOfUse || scope === undefined || tokenFor(situation, 'graph')) return undefined;
    return tokenRequest(proof, situation, { scope });
  },
  read: (received) => {
    const found = acquiredFrom(received);
    return found.acquired ? found : { unchecked: 'No token for Microsoft Graph was given.' };
  },
};

const groupIds = (received: Received): readonly string[] | undefined => {
  const list = isGood(received) ? rowsOf(received) : undefined;
  return list?.isWhole ? list.rows.flatMap(({ id }) => (typeof id === 'string' ? [id.toLowerCase()] : [])) : undefined;
};

type Coverage = 'covers-caller' | 'other-groups';

/** Each setting that is limited to groups, with whether these hold one of the allowed ones. */
const covered = (situation: Situation, groups: readonly string[]): readonly (readonly [string, boolean])[] =>
  Object.entries(situation.seen.allowedGroups ?? {}).map(([path, allowed]) => [
    path,
    allowed.some((id) => groups.includes(id)),
  ]);

const coverage = (settings: ReturnType<typeof covered>, wanted: boolean, as: Coverage): Answers =>
  Object.fromEntries(settings.filter(([, holds]) => holds === wanted).map(([path]) => [path, as]));

/** The groups that hold the app directly: tenant settings count no others. */
export const directGroups: Probe = {
  id: 'direct-groups',
  does: 'lists the groups that the app is a direct member of',
  settles: GROUP_FACTS,
  plan: (situation) => (situation.seen.allowedGroups ? getOfApp(situation, 'memberOf?$select=id&$top=999') : undefined),
  read: (received, situation) => {
    const ids = groupIds(received);
    if (ids === undefined) return { unchecked: 'The groups of the app could not be read.' };
    return { seen: { directGroups: ids }, facts: coverage(covered(situation, ids), true, 'covers-caller') };
  },
};

/** The groups that hold the app at all: a setting whose group holds it only through another one does not cover it. */
export const nestedGroups: Probe = {
  id: 'nested-groups',
  does: 'lists the groups that hold the app through another group',
  settles: GROUP_FACTS,
  plan: (situation) =>
    situation.seen.directGroups ? getOfApp(situation, 'transitiveMemberOf?$select=id&$top=999') : undefined,
  read: (received, situation) => {
    const direct = covered(situation, situation.seen.directGroups ?? []);
    const facts = coverage(direct, false, 'other-groups');
    const all = groupIds(received);
    if (all === undefined) return { facts, unchecked: 'The groups around the groups of the app could not be read.' };
    const nested = covered(situation, all).filter(([path, holds]) => holds && path in facts);
    return { facts: { ...facts, ...(nested.length > 0 && { 'setting.group-member': 'nested-group' }) } };
  },
};

/** Service plans that hold a licence for Power BI or Fabric. Names: https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
const PLANS: Readonly<Record<string, string>> = {
  BI_AZURE_P3: 'premium-per-user',
  BI_AZURE_P2: 'pro',
  BI_AZURE_P_2_GOV: 'pro',
  BI_AZURE_P0: 'free',
  BI_AZURE_P_0: 'free',
};
const BEST_FIRST = ['premium-per-user', 'pro', 'free'];

const plansOf = (row: Row): readonly string[] => {
  const plans = row['servicePlans'];
  if (!Array.isArray(plans)) return [];
  return plans.flatMap((plan: { readonly servicePlanName?: unknown }) => PLANS[String(plan.servicePlanName)] ?? []);
};

/** The licence of the user, by what is assigned to them. */
export const licence: Probe = {
  id: 'licence',
  does: 'reads the licences of the user',
  settles: LICENCE,
  plan: (situation) =>
    known(situation, 'caller.kind') === 'user' ? getWith(situation, 'graph', '/v1.0/me/licenseDetails') : undefined,
  read: (received) => {
    const list = isGood(received) ? rowsOf(received) : undefined;
    if (!list?.isWhole) return { unchecked: 'The licences of the user could not be read.' };
    const held = list.rows.flatMap(plansOf);
    return { facts: { 'licence.state': BEST_FIRST.find((state) => held.includes(state)) ?? 'none' } };
  },
};
