import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/recipe/model.ts';
import { ran } from '../support/ran.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const folder = scratchFolder('recipe-for');

const said = (...argv: readonly string[]) => ran(['recipe', ...argv]);

const TENANT = '7d0f2a44-95b0-4c36-9d53-0d1f6e6f2b11';
const CLIENT = '3a5c8e61-2f0b-4f7e-8e57-5b8a9d0c1e22';
const WORKSPACE = 'c0ffee00-1234-4000-8000-000000000001';
const SECRET = `${'Zq9'.repeat(3)}8Q~${'k_4-'.repeat(8)}`;

const failure = (tenant = TENANT, redirect = ''): string => {
  const fields = `grant_type=client_credentials&client_id=${CLIENT}&client_secret=${SECRET}&scope=.default${redirect}`;
  return folder.write(
    `failure-${tenant.length}-${redirect.length}.txt`,
    `POST https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token HTTP/1.1
Content-Type: application/x-www-form-urlencoded

${fields}

GET https://api.powerbi.com/v1.0/myorg/groups/${WORKSPACE}/datasets HTTP/1.1

HTTP/1.1 403 Forbidden
Content-Length: 0
`,
  );
};

describe('recipe --for', () => {
  it('fills in tenant, client, workspace, API and flow, and never the secret', async () => {
    const { code, out, err } = await said('--for', failure());
    expect(code).toBe(0);
    for (const value of [TENANT, CLIENT, WORKSPACE, 'https://analysis.windows.net/powerbi/api/.default']) {
      expect(out).toContain(value);
    }
    expect(out).toContain('CLIENT_SECRET (secret)');
    for (let at = 0; at + 12 <= SECRET.length; at += 4) expect(out + err).not.toContain(SECRET.slice(at, at + 12));
  });

  it('takes other words over what the paste tells', async () => {
    const { out } = await said('fabric', 'certificate', '--for', failure(), '--as', 'curl');
    expect(out).toContain('https://api.fabric.microsoft.com/.default');
    expect(out).toContain(`CLIENT_ID:-${CLIENT}`);
  });

  it('leaves ids out where they are masked, and the call that holds one', async () => {
    const { out } = await said('--for', failure(), '--mask-ids');
    expect([out.includes(CLIENT), out.includes('CLIENT_ID: ')]).toEqual([false, true]);
    expect(out).toContain('GET /v1.0/myorg/groups\n');
    expect(out).not.toContain('workspace-1');
  });

  it.each(['x$(touch)y', 'x`id`', "x';id;'", 'x"&calc&"'])(
    'lets nothing into the code that is no id: %s',
    async (tenant) => {
      for (const language of LANGUAGES) {
        const { code, out } = await said(
          '--for',
          failure(tenant, `&redirect_uri=https://a/${tenant}`),
          '--as',
          language,
        );
        const bad = [tenant, 'touch', 'calc'].filter((word) => out.includes(word));
        expect([language, code, out.includes(CLIENT), bad]).toEqual([language, 0, true, []]);
      }
    },
  );

  it('fills in a redirect URI only where the script can make use of it', async () => {
    const form = `grant_type=authorization_code&client_id=${CLIENT}&code=[code]&redirect_uri=https://app.contoso.com/back`;
    const type = 'Content-Type: application/x-www-form-urlencoded';
    const start = `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token HTTP/1.1`;
    const file = folder.write(
      'redirect.txt',
      `${start}\n${type}\n\n${form}\n\nAADSTS70008: The provided authorization code has expired.\n`,
    );
    const codes = await Promise.all(
      ['curl', 'javascript'].map((language) => said('fabric', '--for', file, '--as', language)),
    );
    expect(codes.map(({ out }) => out.includes('https://app.contoso.com/back'))).toEqual([true, false]);
    expect(codes.map(({ out }) => out.includes('code_verifier'))).toEqual([true, true]);
  });

  const signedIn = (name: string, call: string): string => {
    const start = `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token HTTP/1.1`;
    const form = `grant_type=authorization_code&client_id=${CLIENT}&code=[code]&scope=Dataset.Read.All`;
    const type = 'Content-Type: application/x-www-form-urlencoded';
    return folder.write(name, `${start}\n${type}\n\n${form}\n\n${call} HTTP/1.1\n\nHTTP/1.1 403 Forbidden\n`);
  };

  it('asks for the permission that the operation takes, and ends with the call that failed', async () => {
    const path = `/v1.0/myorg/groups/${WORKSPACE}/datasets/${CLIENT}/refreshes`;
    const file = signedIn('refreshes.txt', `GET https://api.powerbi.com${path}`);
    const { out } = await said('--for', file, '--as', 'curl');
    expect(out).toContain('https://analysis.windows.net/powerbi/api/Dataset.Read.All offline_access');
    expect(out).toContain(`"$API${path}"`);
    const elsewhere = await said('fabric', '--for', file, '--as', 'curl');
    expect([elsewhere.code, elsewhere.out.includes(path)]).toEqual([0, false]);
  });

  it.each([
    ['writes', `POST https://api.powerbi.com/v1.0/myorg/groups/${WORKSPACE}/datasets/${CLIENT}/refreshes`],
    ['is not there', `GET https://api.powerbi.com/v1.0/myorg/groups/${WORKSPACE}/nothing/$(touch x)`],
  ])('repeats no call that %s', async (name, call) => {
    const { code, out } = await said('--for', signedIn(`${name}.txt`, call), '--as', 'curl');
    expect([code, out.includes('/refreshes'), out.includes('nothing')]).toEqual([0, false, false]);
  });

  it('asks for what the paste does not tell', async () => {
    const file = folder.write('little.txt', 'AADSTS7000215: Invalid client secret provided.');
    const { code, err } = await said('--for', file);
    expect([code, err.includes('does not tell an API')]).toEqual([2, true]);
  });
});
