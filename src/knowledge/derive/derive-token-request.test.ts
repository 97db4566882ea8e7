import { expect, it } from 'vitest';
import { toEvidence } from '../../facts/evidence.ts';
import { clientIsObject, clientIsTenant, scopeOfSignIn } from './derive-token-request.ts';

const ID = '72f00000-0000-4000-8000-000000000010';
const OTHER = '5a0c0000-0000-4000-8000-000000000011';

const isTenant = (facts: Parameters<typeof toEvidence>[0]) =>
  clientIsTenant.derive(
    new Map(toEvidence(facts, { by: 'read', place: { paste: 0, line: 1, what: 'text' } })),
    '2026-03-01T12:00:00Z',
  )['token-request.client-is-tenant'];

it('sees the id of the tenant in the place of the client id', () => {
  expect(isTenant({ 'token-request.client-id': ID, 'token-request.tenant': ID.toUpperCase() })).toBe(true);
  expect(isTenant({ 'entra.app-id': ID, 'entra.directory': ID })).toBe(true);
  expect(isTenant({ 'token-request.client-id': OTHER, 'token-request.tenant': ID })).toBe(false);
});

it.each([
  [`application '${ID}' not found. tenant_id: ${ID}`, true],
  ['i entered their tenant id and azure ad directory id.', true],
  ['i pasted the directory id into the client id field', true],
  ['i entered the tenant id and the client id.', undefined],
  ['do not use tenant id as client id', undefined],
  [`tenant id: ${OTHER}`, undefined],
])('reads in words whether it was the id of a tenant: %j', (text, said) => {
  expect(isTenant({ 'entra.app-id': ID, 'evidence.text': text })).toBe(said);
});

it('says nothing of names, masks and placeholders', () => {
  expect(isTenant({ 'token-request.client-id': ID, 'token-request.tenant': 'contoso.com' })).toBeUndefined();
  expect(isTenant({ 'token-request.client-id': 'xxxx', 'token-request.tenant': 'xxxx' })).toBeUndefined();
  expect(isTenant({ 'token-request.client-id': ID })).toBeUndefined();
});

const isObject = (text: string, app = ID) =>
  clientIsObject.derive(
    toEvidence(
      { 'entra.app-id': app, 'evidence.text': text },
      { by: 'read', place: { paste: 0, line: 1, what: 'text' } },
    ),
    '2026-03-01T12:00:00Z',
  )['token-request.client-is-object'];

it('sees the object id of an app in the place of its client id', () => {
  expect(isObject(`application id ${OTHER} object id ${ID}`)).toBe(true);
  expect(isObject(`"appid": "${OTHER}", "objectid": "${ID}"`)).toBe(true);
  expect(isObject(`object id ${OTHER} application id ${ID}`)).toBeUndefined();
  expect(isObject(`object id xxxx application id xxxx`, 'xxxx')).toBeUndefined();
});

const formOf = (facts: Parameters<typeof toEvidence>[0]) =>
  scopeOfSignIn.derive(
    new Map(toEvidence(facts, { by: 'read', place: { paste: 0, line: 1, what: 'text' } })),
    '2026-03-01T12:00:00Z',
  )['token-request.scope-form'];

it('sees by a token for Graph that scopes of the sign-in were all that was asked for', () => {
  const asked = { 'token-request.scope': ['openid', 'Profile'], 'token.resource': 'graph' } as const;
  expect(formOf(asked)).toBe('no-resource');
  expect(formOf({ ...asked, 'token.resource': 'powerbi' })).toBeUndefined();
  expect(formOf({ 'token-request.scope': ['openid'] })).toBeUndefined();
  expect(formOf({ ...asked, 'token-request.scope': ['openid', 'User.Read'] })).toBeUndefined();
  expect(formOf({ ...asked, 'token-request.scope': [] })).toBeUndefined();
  expect(formOf({ ...asked, 'token-request.resource': 'https://graph.microsoft.com' })).toBeUndefined();
  expect(formOf({ ...asked, 'token-request.scope-form': 'named' })).toBeUndefined();
});
