import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/support/facts-of.ts';

describe('sign-in commands', () => {
  it.each([
    ['Connect-PowerBIServiceAccount -ServicePrincipal -Credential $cred -Tenant contoso.com', 'client-credentials'],
    ['Connect-PowerBIServiceAccount `\n  -ServicePrincipal `\n  -Credential $cred', 'client-credentials'],
    ['Connect-PowerBIServiceAccount', 'interactive'],
    ['PS C:\\> Login-PowerBI', 'interactive'],
    ['Connect-PowerBIServiceAccount -Credential $cred', 'password'],
    ['fab auth login -u 3f8a2b1c-77d4-4e0a-9c5b-10a2b3c4d5e6 -p $SECRET --tenant contoso.com', 'client-credentials'],
    ['fab auth login --identity', 'managed-identity'],
  ])('%s', (command, grant) => {
    expect(factsOf(command)('token-request.grant')).toBe(grant);
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
    'Connect-PowerBIServiceAccount @login',
    '+ Connect-PowerBIServiceAccount -Tenant contoso.com -Serv ...',
    'I call Connect-PowerBIServiceAccount before that.',
    'Connect-PowerBIServiceAccount works.',
    'fab auth login',
    'fab auth status',
  ])('says nothing of the grant where the command leaves it open: %s', (text) => {
    expect(factsOf(text)('token-request.grant')).toBeUndefined();
  });
});
