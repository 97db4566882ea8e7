import { describe, expect, it } from 'vitest';
import { portalFacts } from './portal-link.ts';

const WORKSPACE = '5e098390-0f5e-446c-a44a-c6d9ea9764d5';
const TENANT = '11110000-0000-4000-8000-000000000001';
const link = (workspace: string, tenant: string): string =>
  `https://app.powerbi.com/groups/${workspace}/reports/1/ReportSection?experience=power-bi&ctid=${tenant}`;

describe('a link of the portal', () => {
  it('says which tenant owns the workspace', () => {
    const facts = { 'portal.workspace-id': WORKSPACE, 'portal.tenant-id': TENANT };
    expect(portalFacts(`see ${link(WORKSPACE, TENANT)}`)).toEqual(facts);
    expect(portalFacts(`${link(WORKSPACE, TENANT)} and again ${link(WORKSPACE, TENANT)}.`)).toEqual(facts);
  });

  it('to no workspace says which tenant the portal is open in, unless another one names another', () => {
    const start = `https://app.powerbi.com/?ctid=${TENANT}`;
    expect(portalFacts(`I see it at ${start}`)).toEqual({ 'portal.tenant-id': TENANT });
    expect(portalFacts(`https://app.fabric.microsoft.com/home?experience=fabric&ctid=${TENANT}`)).toEqual({
      'portal.tenant-id': TENANT,
    });
    expect(portalFacts(`${start} ${link(WORKSPACE, WORKSPACE)}`)).toEqual({});
    for (const masked of ['me', 'xxxx', '[workspace]'])
      expect(portalFacts(link(masked, TENANT))).toEqual({ 'portal.tenant-id': TENANT });
  });

  it.each([
    ['without a tenant', link(WORKSPACE, TENANT).replace(/&ctid.*/, '')],
    ['that was masked', link(WORKSPACE, 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx')],
    ['beside another one', `${link(WORKSPACE, TENANT)} ${link(TENANT, WORKSPACE)}`],
    ['of another site', link(WORKSPACE, TENANT).replace('powerbi.com', 'powerbi.com.example')],
  ])('%s says nothing', (_, text) => {
    expect(portalFacts(text)).toEqual({});
  });
});
