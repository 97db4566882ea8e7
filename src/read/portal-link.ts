import type { Facts } from '../facts/evidence.ts';

/**
 * A link to something in a workspace, as the browser shows it: `ctid` is the tenant that the workspace belongs to.
 * https://learn.microsoft.com/power-bi/collaborate-share/service-url-filters
 */
const LINK =
  /\bhttps:\/\/[a-z-]{1,20}\.(?:fabric\.microsoft\.com|powerbi\.com|powerbigov\.us|powerbi\.cn)\/groups\/([\da-f-]{36})[/?][^\s"'<>]{0,500}?\bctid=([\da-f-]{36})\b/gi;

/** Which tenant owns a workspace, where a link of the portal says so and no other one says otherwise. */
export const portalFacts = (text: string): Facts => {
  const links = [...text.matchAll(LINK)].map(([, workspace = '', tenant = '']) => [workspace, tenant] as const);
  const [first] = links;
  if (first === undefined || new Set(links.map((link) => link.join(' ').toLowerCase())).size > 1) return {};
  return { 'portal.workspace-id': first[0], 'portal.tenant-id': first[1] };
};
