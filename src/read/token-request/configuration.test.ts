import { describe, expect, it } from 'vitest';
import { readText } from '../read.ts';

const settings = (text: string): readonly string[] =>
  readText(text, 0).flatMap(({ piece }) => (piece.kind === 'setting' ? [`${piece.name} ${piece.value}`] : []));

const ID = '4c1e0000-0000-4000-8000-000000000001';

describe('the reader of configurations', () => {
  it.each([
    [`FABRIC_CLIENT_ID=${ID}`, `client-id ${ID}`],
    [`export ARM_TENANT_ID="${ID}"`, `tenant ${ID}`],
    [`$env:FAB_TENANT_ID = '${ID}'`, `tenant ${ID}`],
    [`set PBI_CLIENT_ID=${ID}`, `client-id ${ID}`],
    [`  spn_id: ${ID}  # the app`, `client-id ${ID}`],
    [`spn_tenant_id = "${ID}"`, `tenant ${ID}`],
    [`- name: POWERBI_APP_ID\n  value: "${ID}"`, `client-id ${ID}`],
    ['- name: AZURE_TENANT_ID\n  value: common', 'tenant common'],
    ['"name": "AZURE_TENANT_ID",\n"slotSetting": false,\n"value": "common"', 'tenant common'],
    [`<add key="pbi:ApplicationId" value="${ID}" />`, `client-id ${ID}`],
    [
      '"ScopeBase": ["https://analysis.windows.net/powerbi/api/.default"],',
      'scope https://analysis.windows.net/powerbi/api/.default',
    ],
    ['"AuthenticationMode": "ServicePrincipal",', 'grant client-credentials'],
    ['  use_msi = true', 'grant managed-identity'],
    ['ARM_USE_OIDC=true', 'grant client-credentials'],
  ])('reads %j', (text, expected) => {
    expect(settings(text)).toEqual([expected]);
  });

  it('makes an authority of the instance and the only tenant', () => {
    const file = '"Instance": "https://login.microsoftonline.us/",\n"TenantId": "contoso.onmicrosoft.us",';
    expect(settings(file)).toContain('authority https://login.microsoftonline.us/contoso.onmicrosoft.us');
    expect(settings(`${file}\nFABRIC_TENANT_ID=${ID}`).join()).not.toContain('authority');
    expect(settings('"Instance": "https://login.microsoftonline.us/",')).toEqual([]);
  });

  it.each([
    `FABRIC_CLIENT_ID=$${'{{'} secrets.CLIENT_ID }}`,
    'fabric_client_id = var.client_id',
    'FABRIC_TENANT_ID=',
    'use_msi = false',
    'use_cli = true',
    '"Instance": "server1\\\\sql"',
    'PBI_CLIENT_ID=4c1e0000-0000-40',
  ])('reads nothing from %j', (text) => {
    expect(settings(text)).toEqual([]);
  });
});
