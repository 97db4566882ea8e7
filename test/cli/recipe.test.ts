import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { FLOWS, LANGUAGES, RECIPE_APIS, RECIPE_CLOUDS } from '../../src/recipe/model.ts';
import { fakeIo } from '../support/fake-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'recipe-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const said = async (...argv: readonly string[]) => {
  const io = fakeIo();
  const code = await run(['recipe', ...argv], io);
  return { code, ...io.said };
};

const TENANT = '7d0f2a44-95b0-4c36-9d53-0d1f6e6f2b11';
const CLIENT = '3a5c8e61-2f0b-4f7e-8e57-5b8a9d0c1e22';
const WORKSPACE = 'c0ffee00-1234-4000-8000-000000000001';
const SECRET = `${'Zq9'.repeat(3)}8Q~${'k_4-'.repeat(8)}`;

const failure = (tenant = TENANT, redirect = ''): string => {
  const file = join(folder, `failure-${tenant.length}-${redirect.length}.txt`);
  const fields = `grant_type=client_credentials&client_id=${CLIENT}&client_secret=${SECRET}&scope=.default${redirect}`;
  writeFileSync(
    file,
    `POST https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token HTTP/1.1
Content-Type: application/x-www-form-urlencoded

${fields}

GET https://api.powerbi.com/v1.0/myorg/groups/${WORKSPACE}/datasets HTTP/1.1

HTTP/1.1 403 Forbidden
Content-Length: 0
`,
  );
  return file;
};

describe('recipe', () => {
  it('lists every API, flow, cloud, language and grant where nothing is asked', async () => {
    const { code, out } = await said();
    expect(code).toBe(0);
    for (const word of [...RECIPE_APIS, ...FLOWS, ...RECIPE_CLOUDS, ...LANGUAGES, 'workspace-role', 'capacity']) {
      expect(out).toMatch(new RegExp(`^  ${word} `, 'm'));
    }
  });

  it('tells the request, what must be in place, the code, the call after it and the mistakes', async () => {
    const { code, out } = await said('fabric', 'client-secret');
    expect(code).toBe(0);
    const parts = [
      'The request',
      'What must be in place',
      'The environment',
      'In bash',
      'The call after it',
      'Usual mistakes',
    ];
    const places = parts.map((part) => out.indexOf(`\n${part}`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(out).toContain('scope = https://api.fabric.microsoft.com/.default');
    expect(out).toContain('explain AADSTS7000215');
  });

  it('prints nothing but the code with --as, in any order of the words', async () => {
    const { code, out } = await said('client-secret', 'pbi', '--as', 'python', '--cloud', 'gcc');
    expect(code).toBe(0);
    expect(out.startsWith('# A token for the Power BI REST API in US Government GCC')).toBe(true);
    expect(out).toContain('https://analysis.usgovcloudapi.net/powerbi/api/.default');
    expect(out).not.toContain('Usual mistakes');
  });

  it('says why not a password, and what to use', async () => {
    const { code, out } = await said('powerbi', 'password');
    expect([code, out.includes('second factor'), out.includes('grant_type')]).toEqual([0, true, false]);
  });

  it('says why Power Query cannot', async () => {
    const { code, out } = await said('fabric', 'device-code', '--as', 'm');
    expect([code, out.includes('Not possible')]).toEqual([0, true]);
  });

  it('gives JSON with the recipe and its code', async () => {
    const { out } = await said('onelake', 'managed-identity', '--as', 'javascript', '--format', 'json');
    const { version, recipe, language, code } = JSON.parse(out);
    expect([version, recipe.scope, language]).toEqual([1, 'https://storage.azure.com/.default', 'javascript']);
    expect(code).toContain("resource: 'https://storage.azure.com'");
  });

  it.each([
    [['powrbi', 'client-secret'], 'powerbi'],
    [['fabric', 'devise-code'], 'device-code'],
    [['fabric', 'client-secret', '--as', 'pyton'], 'python'],
    [['fabric', 'client-secret', '--cloud', 'gcc-hihg'], 'gcc-high'],
    [['grant', 'workspace-rol'], 'workspace-role'],
  ])('proposes the nearest word for %j', async (argv, near) => {
    const { code, err } = await said(...argv);
    expect([code, err.includes(`Did you mean ${near}?`)]).toEqual([2, true]);
  });

  it('names the flows where none is named', async () => {
    expect((await said('fabric')).err).toContain('device-code');
  });

  it.each(['fabric', 'onelake', 'sql', 'kusto'])(
    'says that Fabric has no documented address outside of the public cloud: %s',
    async (api) => {
      for (const cloud of ['gcc', 'gcc-high', 'dod', 'china']) {
        const { code, out } = await said(api, 'client-secret', '--cloud', cloud);
        expect([cloud, code, out.includes('no documented address')]).toEqual([cloud, 0, true]);
        expect(out).toContain('https://learn.microsoft.com/fabric/admin/region-availability');
        expect(out).not.toContain('oauth2/v2.0/token');
      }
    },
  );

  it('leads from Fabric to Power BI of the same cloud, and gives a script that waits for code an error', async () => {
    const { out } = await said('fabric', 'client-secret', '--cloud', 'china');
    expect(out).toContain('recipe powerbi client-secret --cloud china');
    const { code, err } = await said('fabric', 'client-secret', '--cloud', 'china', '--as', 'curl');
    expect([code, err.includes('public cloud alone')]).toEqual([2, true]);
  });
});

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
    const file = join(folder, 'redirect.txt');
    const form = `grant_type=authorization_code&client_id=${CLIENT}&code=[code]&redirect_uri=https://app.contoso.com/back`;
    const type = 'Content-Type: application/x-www-form-urlencoded';
    const start = `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token HTTP/1.1`;
    writeFileSync(file, `${start}\n${type}\n\n${form}\n\nAADSTS70008: The provided authorization code has expired.\n`);
    const codes = await Promise.all(
      ['curl', 'javascript'].map((language) => said('fabric', '--for', file, '--as', language)),
    );
    expect(codes.map(({ out }) => out.includes('https://app.contoso.com/back'))).toEqual([true, false]);
    expect(codes.map(({ out }) => out.includes('code_verifier'))).toEqual([true, true]);
  });

  const signedIn = (name: string, call: string): string => {
    const file = join(folder, name);
    const start = `POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token HTTP/1.1`;
    const form = `grant_type=authorization_code&client_id=${CLIENT}&code=[code]&scope=Dataset.Read.All`;
    const type = 'Content-Type: application/x-www-form-urlencoded';
    writeFileSync(file, `${start}\n${type}\n\n${form}\n\n${call} HTTP/1.1\n\nHTTP/1.1 403 Forbidden\n`);
    return file;
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
    const file = join(folder, 'little.txt');
    writeFileSync(file, 'AADSTS7000215: Invalid client secret provided.');
    const { code, err } = await said('--for', file);
    expect([code, err.includes('does not tell an API')]).toEqual([2, true]);
  });
});

describe('recipe grant', () => {
  it('tells who may, the steps by hand, the requests and what proves it', async () => {
    const { code, out } = await said('grant', 'workspace-role');
    expect(code).toBe(0);
    for (const part of [
      'Who may: Workspace admin',
      'By hand',
      'By request',
      'It worked when',
      'recipe fabric device-code',
      '/roleAssignments',
      '/users',
    ]) {
      expect(out).toContain(part);
    }
  });
});
