import { describe, expect, it } from 'vitest';
import { type Facts, toEvidence } from '../../facts/evidence.ts';
import { callerIds, callerKindFromComparison } from './derive-caller.ts';
import { callerKindFromClient } from './derive-caller-code.ts';

const evidence = (facts: Facts) => toEvidence(facts, { by: 'told' });
const [asked, named] = ['11111111-2222-4333-8444-555555555555', '99999999-2222-4333-8444-555555555555'];

describe('the app id of the caller', () => {
  const appId = (facts: Facts) => callerIds.derive(evidence(facts), '')['caller.app-id'];

  it('is the one that was asked with, else the one that the refusal names', () => {
    expect(appId({ 'token-request.client-id': asked, 'entra.app-id': named })).toBe(asked);
    expect(appId({ 'token-request.client-id': 'xxxx', 'entra.app-id': named })).toBe(named);
  });

  it('is no mask and no placeholder', () => {
    expect(appId({ 'token-request.client-id': '{client_id}', 'entra.app-id': 'ENTER_YOUR_CLIENT_ID' })).toBeUndefined();
  });
});

describe('the kind of the caller, from a comparison with one’s own account', () => {
  const kind = (facts: Facts) => callerKindFromComparison.derive(evidence(facts), '')['caller.kind'];

  it('is an app where the call works for the person', () => {
    expect(kind({ 'observed.same-call-as-user': 'works' })).toBe('service-principal');
  });

  it('is left alone where it fails for both, or where somebody said who calls', () => {
    expect(kind({ 'observed.same-call-as-user': 'fails' })).toBeUndefined();
    expect(kind({ 'observed.same-call-as-user': 'works', 'caller.kind': 'user' })).toBeUndefined();
  });
});

describe('the kind of the caller, from the client that code makes', () => {
  const kind = (facts: Facts) => callerKindFromClient.derive(evidence(facts), '')['caller.kind'];

  it.each([
    'publicclientapplicationbuilder .create(id)',
    'msal.publicclientapplication(id)',
    'publicclientapplication.builder(id)',
    'new publicclientapplication(config)',
  ])('is a user: %s', (text) => expect(kind({ 'evidence.text': text })).toBe('user'));

  it.each([
    'new-object system.management.automation.pscredential($clientid, $pw)',
    'new-object pscredential ($script:appid, $pw)',
    'new-object -typename pscredential -argumentlist $env:azure_client_id, $pw',
    "[pscredential]::new('0c5b1e7d-93f4-4a26-8d10-5e7b2c9a4f38', $pw)",
    'new-object system.management.automation.pscredential("my-service-principal", $pw)',
  ])('is an app: %s', (text) => expect(kind({ 'evidence.text': text })).toBe('service-principal'));

  it.each<Facts>([
    { 'evidence.text': 'new-object pscredential($user, $pw) connect-thing -clientid $clientid' },
    { 'evidence.text': 'new-object pscredential("app-id-reader@contoso.example", $pw)' },
    { 'evidence.text': '[pscredential]$credential, $appid' },
    { 'evidence.text': 'is only supported in publicclientapplication' },
    { 'evidence.text': 'publicclientapplication(id) and confidentialclientapplication(id)' },
    { 'evidence.text': 'publicclientapplication(id, client_credential=x)' },
    { 'evidence.text': 'publicclientapplication(id)', 'token-request.grant': 'client-credentials' },
    { 'evidence.text': 'publicclientapplication(id)', 'caller.kind': 'service-principal' },
  ])('is left open: %j', (facts) => expect(kind(facts)).toBeUndefined());
});
