import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

describe('sign-in commands', () => {
  it.each([
    ['Connect-PowerBIServiceAccount -ServicePrincipal -Credential $cred -Tenant contoso.com', 'client-credentials'],
    ['Connect-PowerBIServiceAccount `\n  -ServicePrincipal `\n  -Credential $cred', 'client-credentials'],
    ['Connect-PowerBIServiceAccount', 'interactive'],
    ['PS C:\\> Login-PowerBI', 'interactive'],
    ['Connect-PowerBIServiceAccount -Credential $cred', 'password'],
    ['fab auth login -u 3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6 -p $SECRET --tenant contoso.com', 'client-credentials'],
    ['fab:/$ auth login -u 3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6 -p $SECRET -t contoso.com', 'client-credentials'],
    ['Then I ran fab auth login -u 3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6 -p *** -t contoso.com', 'client-credentials'],
    ['- run: fab auth login -u $APP_ID -p $SECRET --tenant $TENANT', 'client-credentials'],
    ['!fab auth login -u "$APP_ID" --certificate ./app.pem --tenant contoso.com', 'client-credentials'],
    ['fab auth login --identity', 'managed-identity'],
    ['$x = (Connect-PowerBIServiceAccount -ServicePrincipal)', 'client-credentials'],
    ['We sign in first (Connect-PowerBIServiceAccount -ServicePrincipal -Credential $c)', 'client-credentials'],
    ['`Connect-PowerBIServiceAccount -ServicePrincipal`', 'client-credentials'],
    ['[command]/usr/bin/az login --service-principal -u *** --tenant *** --federated-token ***', 'client-credentials'],
    ['az login --service-principal -u $APP -p $SECRET --tenant contoso.com', 'client-credentials'],
    ['az login --identity', 'managed-identity'],
    ['$ az login', 'interactive'],
    ['$ az login   (as myself)', 'interactive'],
    ['Attempting Azure CLI login by using OIDC...', 'client-credentials'],
    ['Connect-MgGraph -Identity', 'managed-identity'],
    ['Connect-MgGraph -TenantId contoso.com -ClientSecretCredential $cred', 'client-credentials'],
    ['{"AzureAd":{"authenticationMode":"ServicePrincipal","tenantId":"contoso.com"}}', 'client-credentials'],
    ['{"authenticationMode":"MasterUser","workspaceId":"x"}', 'password'],
  ])('%s', (command, grant) => {
    expect(factsOf(command)('token-request.grant')).toBe(grant);
  });

  it('are told by fabric-cicd with the id of the app', () => {
    const id = '0f6a4c2e-9b71-4d53-8e0a-b2c4d6e8f013';
    expect(factsOf(`[info] 13:04:29 - Executing as Application Id '${id}'`)('token-request.client-id')).toBe(id);
    expect(factsOf("Executing as User 'ada@contoso.com'")('token-request.client-id')).toBeUndefined();
  });

  it('sign an app in at /common where the Power BI cmdlet is given no tenant', () => {
    const tenant = (words: string) => factsOf(`Connect-PowerBIServiceAccount ${words}`)('token-request.tenant');
    expect(tenant('-ServicePrincipal -Credential $cred')).toBe('common');
    expect(tenant('-ServicePrincipal -Credential $cred -Tenant contoso.com')).toBe('contoso.com');
    expect(tenant('-ServicePrincipal @login')).toBeUndefined();
    expect(tenant('-Credential $cred')).toBeUndefined();
    expect(tenant('-ServicePrincipal -Credential $cred -Te ...')).toBeUndefined();
  });

  it.each([
    'The sign-in (Connect-PowerBIServiceAccount -ServicePrincipal) worked last week.',
    '(Connect-PowerBIServiceAccount -ServicePrincipal) gives an error',
    'The job uses `Connect-PowerBIServiceAccount -ServicePrincipal` at its start.',
  ])('say nothing of the tenant where one is only mentioned: %s', (text) => {
    expect(factsOf(text)('token-request.tenant')).toBeUndefined();
  });

  it('leave the tenant open where the error names the directory that Entra looked in', () => {
    const kind = (directory: string) =>
      factsOf(
        `Connect-PowerBIServiceAccount -ServicePrincipal -Credential $cred\nAADSTS700016: Application with identifier 'a' was not found in the directory '${directory}'.`,
      )('token-request.tenant-kind');
    expect(kind('Contoso Ltd')).toBeUndefined();
    expect(kind('Microsoft Services')).toBe('common');
  });

  it.each([
    'Connect-PowerBIServiceAccount @login',
    '+ Connect-PowerBIServiceAccount -Tenant contoso.com -Serv ...',
    'I call Connect-PowerBIServiceAccount before that.',
    'Connect-PowerBIServiceAccount works.',
    'fab auth login',
    'Please run:\naz login',
    "Please run 'az login' to setup account.",
    'I run az login before.',
    '$ az login --use-device-code',
    'fab auth status',
    'Please run fab auth login -u 3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6 -p *** -t contoso.com',
    'The docs show: fab auth login -u <client id> -p <secret> -t <tenant>',
    'Should I use fab auth login -u $APP -p $SECRET instead?',
    'It signs in (Connect-PowerBIServiceAccount)',
    'Connect-MgGraph -Scopes User.Read.All; Get-ADUser -Identity ada',
    'if (settings.AuthenticationMode == "ServicePrincipal") {',
  ])('says nothing of the grant where the command leaves it open: %s', (text) => {
    expect(factsOf(text)('token-request.grant')).toBeUndefined();
  });
});
