import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { grantedScopesReader } from './granted-scopes.ts';

const granted = (text: string) =>
  grantedScopesReader.read(text, 0).map(({ piece }) => (piece.kind === 'setting' ? piece.value : piece.kind));

const SCOPES = 'https://analysis.windows.net/powerbi/api/Report.Read.All';

describe('the scopes of a token answer', () => {
  it.each([
    ['JSON', `{"token_type":"Bearer","scope":"${SCOPES}","expires_in":4521,"access_token":"..."}`],
    ['Python', `{'token_type': 'Bearer', 'scope': '${SCOPES}', 'expires_in': 4521}`],
    ['PowerShell', `token_type   : Bearer\nscope        : ${SCOPES}\nexpires_in   : 3599`],
  ])('are read from %s', (_, text) => {
    expect(granted(text)).toEqual([SCOPES]);
  });

  it.each([
    ['a request', `{"grant_type":"password","scope":"${SCOPES}","client_secret":"x"}\n{"token_type":"Bearer"}`],
    ['a text without an answer', `scope: ${SCOPES}`],
  ])('are none in %s', (_, text) => {
    expect(granted(text)).toEqual([]);
  });
});

describe('the scopes of an answer', () => {
  const answer = (also: string) =>
    factsOf(`{"token_type":"Bearer","scope":"Report.Read.All","expires_in":"3599"${also}}`);

  it('are not what was asked for where the answer names its resource', () => {
    const of = answer(',"resource":"https://contoso.sharepoint.com"');
    expect(of('token.granted-scopes')).toEqual(['Report.Read.All']);
    expect(of('token-request.resource')).toBe('https://contoso.sharepoint.com');
    expect(of('token-request.scope')).toBeUndefined();
    expect(of('token-request.scope-form')).toBeUndefined();
  });
});
