import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { readPastes } from '../read.ts';

const APP = '4c1e0000-0000-4000-8000-000000000001';
const entry = (over: object): object => ({
  home_account_id: 'u.t',
  environment: 'login.windows.net',
  credential_type: 'AccessToken',
  client_id: APP,
  secret: buildToken({ aud: 'https://graph.microsoft.com', scp: 'User.Read', exp: 1_800_000_000 }),
  realm: '5a0c0000-0000-4000-8000-000000000010',
  target: 'User.Read openid profile',
  ...over,
});
const cache = (...entries: readonly object[]): string =>
  JSON.stringify({
    Account: {},
    IdToken: {},
    AccessToken: Object.fromEntries(entries.map((one, index) => [`key-${index}`, one])),
    RefreshToken: { r: { credential_type: 'RefreshToken', client_id: APP, secret: `0.${'AbC9'.repeat(60)}` } },
  });
const piecesOf = (text: string) => readPastes([{ text }]).incidents.flatMap(({ pieces }) => pieces);
const settings = (text: string): readonly string[] =>
  piecesOf(text).flatMap((piece) => (piece.kind === 'setting' ? [`${piece.name} ${piece.value}`] : []));

describe('the reader of token caches', () => {
  it('reads the access token with its scopes, tenant and client, and leaves the refresh token alone', () => {
    const { secrets } = readPastes([{ text: cache(entry({})) }]);
    const credentials = piecesOf(cache(entry({}))).filter(({ kind }) => kind === 'credential');
    expect(secrets[0]).toMatchObject({ kind: 'access-token', claims: { aud: 'https://graph.microsoft.com' } });
    expect(credentials).toMatchObject([{ secret: 1, place: { what: 'access token of the token cache' } }]);
    expect(settings(cache(entry({})))).toEqual([
      'scope User.Read',
      'tenant 5a0c0000-0000-4000-8000-000000000010',
      `client-id ${APP}`,
    ]);
  });

  it('takes the permissions that Entra lists beside .default for no scopes that were asked for', () => {
    const api = 'https://analysis.windows.net/powerbi/api';
    expect(settings(cache(entry({ target: `${api}/Report.Read.All ${api}/.default` })))[0]).toBe(
      `scope ${api}/.default`,
    );
  });

  it('reads one entry alone, and of a cut-off one what stands before the cut', () => {
    const { realm: _, target: __, ...start } = entry({}) as { realm: string; target: string };
    expect(settings(JSON.stringify(entry({})))).toHaveLength(3);
    expect(settings(`${JSON.stringify(start).slice(0, -1)},"realm":"5a0c`)).not.toContain('scope ');
  });
});
