import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { style } from '../../test/support/report-style.ts';
import { buildToken } from '../../test/support/token.ts';
import type { JsonObject } from '../model/secret.ts';
import { sealPastes } from '../redact/seal.ts';
import { diagnosisMasker } from './mask-diagnosis.ts';
import { tokenReport } from './token.ts';
import { readToken } from './token-reading.ts';
import { requestIdOf } from './token-request-id.ts';
import { timeWords } from './token-times.ts';

const NOW = '2026-03-01T12:00:00.000Z';
const at = (text: string): number => Date.parse(text) / 1000;

const describeText = (text: string) => {
  const [secret] = sealPastes([{ text }]).secrets;
  if (secret === undefined) throw new Error('nothing was sealed');
  return readToken(diagnosisMasker().secret(secret), NOW, 'Europe/Berlin');
};
const reading = (claims: JsonObject) => describeText(buildToken({ appid: 'app', idtyp: 'app', ...claims }));
const summary = (claims: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(reading(claims).summary.map(({ label, text }) => [label, text]));
const says = (claims: JsonObject, name: string): string =>
  reading(claims)
    .claims.find((claim) => claim.name === name)
    ?.says.join('\n') ?? '';

describe('what a token says', () => {
  it('beside a claim: what a role does, which entry of the sign-in log it is, what the client can do', () => {
    expect(says({ roles: ['Report.Read.All'] }, 'roles')).toMatch(/calls of an app to Power BI and Fabric need none/);
    expect(says({ roles: ['Tenant.Read.All'] }, 'roles')).toMatch(/^Tenant.Read.All .*closes the read-only admin APIs/);
    expect(says({ uti: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'uti')).toContain('00000000-0000-0000-0000-000000000000');
    expect(says({ uti: 5 }, 'uti')).toBe('');
    expect(says({ xms_cc: ['CP1', 'other'] }, 'xms_cc')).toBe('CP1: the client can answer a claims challenge');
  });

  it('its audience by name, and whether Power BI and Fabric take it', () => {
    expect(summary({ aud: 'https://analysis.windows.net/powerbi/api' })['For']).toMatch(/^Power BI: it fits/);
    expect(summary({ aud: 'https://graph.microsoft.com' })['For']).toMatch(/Microsoft Graph: .* refuse it/);
  });

  it('whose it is: a user by scp, an app by idtyp or by sub and oid, a managed identity by its resource', () => {
    const whose = (claims: JsonObject) => describeText(buildToken({ appid: 'a', aud: 'https://x.example', ...claims }));
    const of = (claims: JsonObject) => whose(claims).summary.find(({ label }) => label === 'Whose')?.text;
    expect(of({ scp: 'Item.Read.All' })).toContain('a user');
    expect(of({ idtyp: 'app' })).toMatch(/^an app/);
    expect(of({ sub: 'x', oid: 'x' })).toMatch(/^most likely an app/);
    expect(of({ xms_mirid: '/subscriptions/x' })).toBe('a managed identity');
    expect(of({ sub: 'x', oid: 'y' })).toBeUndefined();
  });

  it('how long it is good, and how long it lives in all', () => {
    const life = { iat: at('2026-03-01T11:00:00Z'), exp: at('2026-03-01T12:15:00Z') };
    expect(summary(life)['Time']).toBe('it is good for another 15 minutes; it lives 1 hour 15 minutes in all');
    expect(summary({ exp: at('2026-03-01T09:00:00Z') })['Time']).toBe('it expired 3 hours ago');
    expect(summary({ nbf: at('2026-03-01T13:00:00Z'), exp: at('2026-03-01T14:00:00Z') })['Time']).toContain(
      'not valid yet: it begins in 1 hour',
    );
  });

  it('each scope and role by name, and the trap of Tenant.Read.All in the token of an app', () => {
    expect(says({ scp: 'Workspace.Read.All Report.ReadWrite.All' }, 'scp')).toContain('Reads workspaces');
    expect(says({ roles: ['Tenant.Read.All'] }, 'roles')).toContain('closes the read-only admin APIs');
    expect(says({ wids: ['a9ea8996-122f-4c74-9520-8edcd192826c'] }, 'wids')).toContain('Fabric Administrator');
  });

  it('who it is by pseudonyms, how to see the names, and that a guest is one', () => {
    const text = JSON.stringify(
      reading({ upn: 'jane_contoso.com#EXT#@fabrikam.com', name: 'Jane Doe', ipaddr: '10.0.0.1' }),
    );
    expect(text).not.toMatch(/jane|contoso|10\.0\.0\.1/i);
    expect(text).toContain('a guest of this tenant');
    expect(text).toContain('--include-personal');
  });

  it('claims that nobody knows are shown as such, and cannot steer the terminal', () => {
    const { claims } = reading({ strange: '\u001b[31mred\u202e' });
    expect(claims.find(({ name }) => name === 'strange')).toMatchObject({
      value: 'red',
      means: expect.stringMatching(/^Not among/),
    });
  });

  it('that a cut-off token is cut off', () => {
    expect(describeText(buildToken({ appid: 'a', scp: 'x' }).slice(0, -30)).summary).toContainEqual({
      label: 'Whole',
      text: expect.stringMatching(/^It is cut off/),
    });
  });
});

it('a code is told from a token, with what to do with it', () => {
  const code = `https://localhost/?code=1.A${'X0kBvQ3w'.repeat(40)}&state=1`;
  expect(describeText(code)).toMatchObject({ kind: 'authorization-code', claims: [] });
  expect(describeText(code).advice).toContain('exchanged for an access token');
});

describe('uti', () => {
  it('becomes the request id of the sign-in log: the bytes of a GUID, the first three groups backwards', () => {
    const uti = Buffer.from('00112233445566778899aabbccddeeff', 'hex').toString('base64url');
    expect(requestIdOf(uti)).toBe('33221100-5544-7766-8899-aabbccddeeff');
    expect(says({ uti }, 'uti')).toContain('33221100-5544-7766-8899-aabbccddeeff');
    expect(requestIdOf('A'.repeat(22))).toBe('00000000-0000-0000-0000-000000000000');
  });

  it('of another shape becomes nothing', () => {
    for (const uti of ['', 'short', 'x'.repeat(23), '='.repeat(22)]) expect(requestIdOf(uti)).toBeUndefined();
  });
});

describe('times', () => {
  it('are told in UTC, on the clock of the person, and in words', () => {
    expect(timeWords(at('2026-03-01T11:18:00Z'), NOW, 'Europe/Berlin')).toBe(
      '2026-03-01 11:18:00 UTC, 12:18:00 in Europe/Berlin (42 minutes ago)',
    );
  });

  it('name the day on that clock where it is another one', () => {
    expect(timeWords(at('2026-03-01T23:30:00Z'), NOW, 'Asia/Tokyo')).toBe(
      '2026-03-01 23:30:00 UTC, 2026-03-02 08:30:00 in Asia/Tokyo (in 11 hours 30 minutes)',
    );
  });

  it('are left out where a claim holds no time', () => {
    for (const value of ['soon', -1, Number.NaN, 1e30, undefined, null])
      expect(timeWords(value, NOW, 'UTC')).toBeUndefined();
  });
});

it('no 12 characters of the token appear in what is printed, whatever its claims', () => {
  const claim = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.integer(),
    fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), claim, { maxKeys: 8 }), (claims) => {
      const token = buildToken({ aud: 'https://api.fabric.microsoft.com', appid: 'a', ...claims });
      const result = describeText(token);
      const printed = tokenReport(result, 0, style()) + JSON.stringify(result);
      for (let i = 0; i + 12 <= token.length; i += 1)
        if (printed.includes(token.slice(i, i + 12))) throw new Error(`shown from ${i}`);
    }),
    { numRuns: 60 },
  );
});
