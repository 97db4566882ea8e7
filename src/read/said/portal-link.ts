import type { Facts } from '../../facts/evidence.ts';

/**
 * A link to something in a workspace, as the browser shows it: `ctid` is the tenant that the workspace belongs to.
 * https://learn.microsoft.com/power-bi/collaborate-share/service-url-filters
 */
const LINK =
  /\bhttps:\/\/[a-z-]{1,20}\.(?:fabric\.microsoft\.com|powerbi\.com|powerbigov\.us|powerbi\.cn)\/groups\/([\da-f-]{36})[/?][^\s"'<>]{0,500}?\bctid=([\da-f-]{36})\b/gi;

/** A link to anything else, or to a workspace with its id masked: the tenant in which the portal was opened. */
const OTHER =
  /\bhttps:\/\/[a-z-]{1,20}\.(?:fabric\.microsoft\.com|powerbi\.com|powerbigov\.us|powerbi\.cn)\/(?!groups\/[\da-f-]{36}[/?])[^\s"'<>?]{0,300}\?(?:[^\s"'<>]{0,300}?&)?ctid=([\da-f-]{36})\b/gi;

/** Which tenant owns a workspace, or is open in the portal, where a link says so and no other one says otherwise. */
export const portalFacts = (text: string): Facts => {
  const links = [...text.matchAll(LINK)].map(([, workspace = '', tenant = '']) => [workspace, tenant] as const);
  const tenants = [...links.map(([, tenant]) => tenant), ...[...text.matchAll(OTHER)].map(([, tenant = '']) => tenant)];
  const [first] = links;
  const [tenant] = tenants;
  const isOne = (values: readonly string[]): boolean => new Set(values.map((value) => value.toLowerCase())).size === 1;
  if (tenant === undefined || !isOne(tenants)) return {};
  if (first === undefined) return { 'portal.tenant-id': tenant };
  return isOne(links.map((link) => link.join(' ')))
    ? { 'portal.workspace-id': first[0], 'portal.tenant-id': tenant }
    : {};
};
