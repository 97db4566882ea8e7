import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';

/** Whether both name a workspace, and not the same. */
const areOthers = (linked: string | undefined, called: string | undefined): boolean =>
  linked !== undefined && called !== undefined && linked.toLowerCase() !== called.toLowerCase();

/** Whether the token comes from the tenant that owns the workspace, where a link of the portal to that workspace names it. */
export const tokenTenant: Derivation = {
  from: ['token.tid', 'portal.tenant-id', 'portal.workspace-id', 'call.workspace-id'],
  gives: ['token.tenant'],
  derive: (evidence) => {
    const [own, tenant] = [valueOf(evidence, 'token.tid'), valueOf(evidence, 'portal.tenant-id')];
    const [linked, called] = [valueOf(evidence, 'portal.workspace-id'), valueOf(evidence, 'call.workspace-id')];
    if (own === undefined || tenant === undefined || linked === undefined) return {};
    if (linked.toLowerCase() !== called?.toLowerCase()) return {};
    return { 'token.tenant': own.toLowerCase() === tenant.toLowerCase() ? 'expected' : 'another' };
  },
};

/**
 * Whether the token comes from the tenant in which the portal was opened, which need not own the workspace. A link to
 * another workspace than the one called tells nothing.
 */
export const tokenPortalTenant: Derivation = {
  from: ['token.tid', 'portal.tenant-id', 'portal.workspace-id', 'call.workspace-id'],
  gives: ['token.portal-tenant'],
  derive: (evidence) => {
    const [own, tenant] = [valueOf(evidence, 'token.tid'), valueOf(evidence, 'portal.tenant-id')];
    if (own === undefined || tenant === undefined) return {};
    if (areOthers(valueOf(evidence, 'portal.workspace-id'), valueOf(evidence, 'call.workspace-id'))) return {};
    return { 'token.portal-tenant': own.toLowerCase() === tenant.toLowerCase() ? 'same' : 'another' };
  },
};
