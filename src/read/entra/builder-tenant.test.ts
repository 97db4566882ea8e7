import { expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

it.each([
  ['.WithTenantId("organizations")', 'organizations'],
  ['.tenantId("contoso.example")', 'contoso.example'],
  ['.WithTenantId(tenantId)', undefined],
])('the builder call %s names the tenant %s', (call, tenant) => {
  expect(factsOf(`var app = SomeBuilder.Create(id)${call}.Build();`)('token-request.tenant')).toBe(tenant);
});

it('a permission in quotes is a scope, though it looks like a name', () => {
  expect(factsOf("$provider->scope = 'user_impersonation';")('token-request.scope')).toEqual(['user_impersonation']);
  expect(factsOf('scope = MY_SCOPES')('token-request.scope')).toBeUndefined();
});
