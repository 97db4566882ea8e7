import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { written } from '../../src/recipe/languages.ts';
import {
  FLOWS,
  type Flow,
  RECIPE_APIS,
  RECIPE_CLOUDS,
  type RecipeApi,
  type RecipeCloud,
} from '../../src/recipe/model.ts';
import { cloudsOf, recipeFor } from '../../src/recipe/recipe.ts';
import { type AuthorizationServer, startAuthorizationServer } from '../support/authorization-server.ts';
import type { Client } from '../support/grant-refusal.ts';
import { ENDINGS, freePort, RUN_LANGUAGES, type RunLanguage, runScript } from '../support/run-script.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

/** Who each API says it is, written down here once more: a wrong entry of the tables must not prove itself right. */
const AUDIENCES: Readonly<Record<RecipeApi, string>> = {
  powerbi: 'https://analysis.windows.net/powerbi/api',
  fabric: 'https://api.fabric.microsoft.com',
  graph: 'https://graph.microsoft.com',
  arm: 'https://management.azure.com',
  onelake: 'https://storage.azure.com',
  sql: 'https://database.windows.net',
  kusto: 'https://kusto.kusto.windows.net',
  devops: '499b84ac-1321-427f-aa17-267ca6975798',
};

/** The same for the other clouds that have the API. */
const ELSEWHERE: Readonly<Partial<Record<RecipeApi, Readonly<Partial<Record<RecipeCloud, string>>>>>> = {
  powerbi: {
    gcc: 'https://analysis.usgovcloudapi.net/powerbi/api',
    'gcc-high': 'https://high.analysis.usgovcloudapi.net/powerbi/api',
    dod: 'https://mil.analysis.usgovcloudapi.net/powerbi/api',
    china: 'https://analysis.chinacloudapi.cn/powerbi/api',
  },
  graph: {
    gcc: 'https://graph.microsoft.com',
    'gcc-high': 'https://graph.microsoft.us',
    dod: 'https://dod-graph.microsoft.us',
    china: 'https://microsoftgraph.chinacloudapi.cn',
  },
  arm: {
    gcc: 'https://management.azure.com',
    'gcc-high': 'https://management.usgovcloudapi.net',
    dod: 'https://management.usgovcloudapi.net',
    china: 'https://management.chinacloudapi.cn',
  },
  devops: { gcc: '499b84ac-1321-427f-aa17-267ca6975798' },
};

const elsewhere = RECIPE_APIS.flatMap((api) =>
  Object.entries(ELSEWHERE[api] ?? {}).map(([cloud, audience]) => ({ api, cloud: cloud as RecipeCloud, audience })),
);

const folder = scratchFolder('recipe');
const made = (word: string): string => `${word}+/=~ &%"${'x'.repeat(24)}`.replaceAll('"', '').replaceAll(' ', '');

let server: AuthorizationServer;
let client: Client;

beforeAll(async () => {
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=recipe'];
  const files = ['-keyout', folder.at('key.pem'), '-out', folder.at('certificate.pem')];
  execFileSync('openssl', [...request, ...files], { stdio: 'ignore' });
  folder.write('federated', `${made('federated')}\n`);
  client = {
    tenant: '7d0f2a44-95b0-4c36-9d53-0d1f6e6f2b11',
    id: '3a5c8e61-2f0b-4f7e-8e57-5b8a9d0c1e22',
    secret: made('secret'),
    certificate: readFileSync(folder.at('certificate.pem'), 'utf8'),
    federatedToken: made('federated'),
    userToken: made('person'),
    refreshToken: made('refresh'),
  };
  server = await startAuthorizationServer(client);
});
afterAll(() => server.close());

const environment = async (): Promise<Readonly<Record<string, string>>> => ({
  AUTHORITY: server.base,
  API: server.base,
  IDENTITY_URL: `${server.base}/metadata/identity/oauth2/token?api-version=2018-02-01`,
  TENANT_ID: client.tenant,
  CLIENT_ID: client.id,
  CLIENT_SECRET: client.secret,
  CERTIFICATE_FILE: folder.at('certificate.pem'),
  KEY_FILE: folder.at('key.pem'),
  AZURE_FEDERATED_TOKEN_FILE: folder.at('federated'),
  USER_TOKEN: client.userToken,
  REFRESH_TOKEN: client.refreshToken,
  REDIRECT_URI: `http://localhost:${await freePort()}`,
  WORKSPACE_ID: 'c0ffee00-0000-4000-8000-000000000001',
  SUBSCRIPTION_ID: 'c0ffee00-0000-4000-8000-000000000002',
  DATABASE: 'telemetry',
  ORGANIZATION: 'contoso',
});

const codeOf = (api: RecipeApi, flow: Flow, language: RunLanguage, cloud: RecipeCloud = 'public'): string => {
  const recipe = recipeFor({ api, flow, cloud }) ?? expect.fail('no recipe');
  const result = written(recipe, language);
  return 'code' in result ? result.code : expect.fail(result.not);
};

const runs = FLOWS.filter((flow) => flow !== 'password').flatMap((flow) =>
  RUN_LANGUAGES.map((language) => [flow, language] as const),
);

describe('a recipe that is run', () => {
  it.each(runs)('%s in %s gets a token for every API, and calls it', { timeout: 120_000 }, async (flow, language) => {
    for (const api of RECIPE_APIS) {
      const file = folder.write(`${flow}-${api}.${ENDINGS[language]}`, codeOf(api, flow, language));
      const [before, calls] = [server.audiences.length, server.called.length];
      const ran = await runScript(language, file, await environment());
      expect([api, ran.code, ran.err]).toEqual([api, 0, '']);
      expect([api, server.audiences.slice(before)]).toEqual([api, [AUDIENCES[api]]]);
      const called = server.called.slice(calls).map(({ claims }) => claims.aud);
      expect([api, called]).toEqual([api, api === 'sql' ? [] : [AUDIENCES[api]]]);
    }
  });
});

describe('a recipe for another cloud', () => {
  it('is there for every cloud that the API has, and for no other', () => {
    const there = RECIPE_APIS.flatMap((api) => cloudsOf(api, RECIPE_CLOUDS).map((cloud) => `${api} ${cloud}`));
    const wanted = [
      ...RECIPE_APIS.map((api) => `${api} public`),
      ...elsewhere.map(({ api, cloud }) => `${api} ${cloud}`),
    ];
    expect(there.sort()).toEqual(wanted.sort());
  });

  it.each(RUN_LANGUAGES)(
    'gets a token for the audience of that cloud, in %s',
    { timeout: 120_000 },
    async (language) => {
      for (const { api, cloud, audience } of elsewhere) {
        const code = codeOf(api, 'client-secret', language, cloud);
        const file = folder.write(`${cloud}-${api}.${ENDINGS[language]}`, code);
        const before = server.audiences.length;
        const ran = await runScript(language, file, await environment());
        expect([api, cloud, ran.code, ran.err]).toEqual([api, cloud, 0, '']);
        expect([api, cloud, server.audiences.slice(before)]).toEqual([api, cloud, [audience]]);
      }
    },
  );
});

describe('a recipe for a call that failed', () => {
  it.each(RUN_LANGUAGES)('repeats that call, in %s', { timeout: 120_000 }, async (language) => {
    const path = '/v1.0/myorg/groups/c0ffee00-0000-4000-8000-000000000001/datasets/a~b_c.d/refreshes';
    const known = { host: 'api.powerbi.com', path, permission: 'Dataset.Read.All' };
    const recipe = recipeFor({ api: 'powerbi', flow: 'device-code', cloud: 'public' }, known) ?? expect.fail('none');
    const result = written(recipe, language);
    const file = folder.write(`own.${ENDINGS[language]}`, 'code' in result ? result.code : '');
    const ran = await runScript(language, file, await environment());
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(server.called.at(-1)).toMatchObject({ method: 'GET', path });
    expect(recipe.scope).toBe(`${AUDIENCES.powerbi}/Dataset.Read.All`);
  });
});
