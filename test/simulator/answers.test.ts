import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { ask, withSimulator } from '../support/simulated.ts';

const { tenant, apps, workspaces, items } = setup.world;
const app = apps['nightly'] ?? expect.fail();
const workspace = workspaces['sales']?.id ?? '';
const model = items['model']?.id ?? '';
const AUTHORITY = `https://login.microsoftonline.com/${tenant.id}`;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const tokenFor = async ({ port, authority }: Simulator, scope: string) => {
  const form = {
    grant_type: 'client_credentials',
    client_id: app.clientId,
    client_secret: authority.vault.secretOf(app.clientId),
    scope,
  };
  const got = await ask(port, `${AUTHORITY}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: FORM,
    body: new URLSearchParams(form).toString(),
  });
  return { ...got, json: JSON.parse(got.body) };
};

const callWith = async (simulator: Simulator, url: string, token: string, method = 'GET') =>
  ask(simulator.port, url, { method, headers: { authorization: `Bearer ${token}` } });

const FABRIC = 'https://api.fabric.microsoft.com/.default';
const POWERBI = 'https://analysis.windows.net/powerbi/api/.default';

describe('the simulated Entra ID', () => {
  it('publishes a discovery document whose keys verify the tokens that it issues', async () => {
    await withSimulator([], async (simulator) => {
      const discovery = JSON.parse(
        (await ask(simulator.port, `${AUTHORITY}/v2.0/.well-known/openid-configuration`)).body,
      );
      expect(discovery.issuer).toBe(`${AUTHORITY}/v2.0`);
      const keys = JSON.parse((await ask(simulator.port, discovery.jwks_uri)).body);
      const { json } = await tokenFor(simulator, FABRIC);
      const { payload } = await jwtVerify(json.access_token, createLocalJWKSet(keys));
      expect(payload).toMatchObject({
        aud: 'https://api.fabric.microsoft.com',
        iss: `https://sts.windows.net/${tenant.id}/`,
        appid: app.clientId,
        idtyp: 'app',
        oid: app.principalId,
        ver: '1.0',
      });
    });
  });

  it('issues a v2 token to an app that asks for one for itself', async () => {
    await withSimulator([], async (simulator) => {
      const { json } = await tokenFor(simulator, `api://${app.clientId}/.default`);
      expect(decodeJwt(json.access_token)).toMatchObject({
        aud: app.clientId,
        iss: `https://login.microsoftonline.com/${tenant.id}/v2.0`,
        azp: app.clientId,
        azpacr: '1',
        ver: '2.0',
      });
      expect(decodeJwt(json.access_token)).not.toHaveProperty('appid');
    });
  });

  it('refuses with the ids, the number and the time that Entra ID gives', async () => {
    await withSimulator(['secret-expired'], async (simulator) => {
      const { status, json } = await tokenFor(simulator, FABRIC);
      expect(status).toBe(401);
      expect(json).toMatchObject({ error: 'invalid_client', error_codes: [7000222] });
      expect(json.error_description).toMatch(
        /^AADSTS7000222: .* Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/,
      );
      expect(json.error_description).toContain(json.trace_id);
    });
  });

  it('gives a code at authorize, once, for the verifier of its challenge only', async () => {
    await withSimulator([], async ({ port, authority }) => {
      const query = new URLSearchParams({
        client_id: app.clientId,
        redirect_uri: app.redirect,
        response_type: 'code',
        scope: FABRIC,
        code_challenge: (await import('../../src/simulator/vault.ts')).challengeOf('verifier'),
        code_challenge_method: 'S256',
      });
      const { status, headers } = await ask(port, `${AUTHORITY}/oauth2/v2.0/authorize?${query}`);
      expect(status).toBe(302);
      const code = new URL(String(headers['location'])).searchParams.get('code') ?? '';
      const redeem = async (verifier: string) => {
        const form = {
          grant_type: 'authorization_code',
          client_id: app.clientId,
          client_secret: authority.vault.secretOf(app.clientId),
          code,
          redirect_uri: app.redirect,
          code_verifier: verifier,
        };
        const body = new URLSearchParams(form).toString();
        return JSON.parse(
          (await ask(port, `${AUTHORITY}/oauth2/v2.0/token`, { method: 'POST', headers: FORM, body })).body,
        );
      };
      expect((await redeem('another')).error_codes).toEqual([501481]);
      expect((await redeem('verifier')).access_token).toContain('.');
      expect((await redeem('verifier')).error_codes).toEqual([54005]);
    });
  });
});

describe('the simulated APIs', () => {
  it('answer a refused token as each does: Power BI with 403 and an empty body, Fabric with 401 and a code', async () => {
    await withSimulator([], async (simulator) => {
      const powerbi = await callWith(simulator, 'https://api.powerbi.com/v1.0/myorg/groups', 'no-token');
      expect([powerbi.status, powerbi.headers['x-powerbi-error-info'], powerbi.body]).toEqual([
        403,
        'InvalidToken',
        '',
      ]);
      const fabric = await callWith(simulator, 'https://api.fabric.microsoft.com/v1/workspaces', 'no-token');
      expect([fabric.status, fabric.headers['x-ms-public-api-error-code']]).toEqual([401, 'InvalidToken']);
      expect(JSON.parse(fabric.body)).toMatchObject({ errorCode: 'InvalidToken', message: 'Access token is invalid' });
    });
  });

  it('hide a workspace from an app without a role, and list it for one with', async () => {
    const list = async (ids: readonly string[]) =>
      withSimulator(ids, async (simulator) => {
        const { json } = await tokenFor(simulator, FABRIC);
        const got = await callWith(simulator, 'https://api.fabric.microsoft.com/v1/workspaces', json.access_token);
        return JSON.parse(got.body).value.map(({ id }: { id: string }) => id);
      });
    expect(await list([])).toContain(workspace);
    expect(await list(['no-role-fabric'])).not.toContain(workspace);
  });

  it('let a Viewer read a model and refuse its query as not found, since Build is missing', async () => {
    await withSimulator(['no-build'], async (simulator) => {
      const { json } = await tokenFor(simulator, POWERBI);
      const url = `https://api.powerbi.com/v1.0/myorg/groups/${workspace}/datasets/${model}`;
      expect((await callWith(simulator, url, json.access_token)).status).toBe(200);
      const refused = await callWith(simulator, `${url}/executeQueries`, json.access_token, 'POST');
      expect([refused.status, JSON.parse(refused.body).error.code]).toEqual([404, 'PowerBIEntityNotFound']);
    });
  });

  it('serve Power BI routes on the host of Fabric too, in the shape of Power BI', async () => {
    await withSimulator([], async ({ port }) => {
      const got = await ask(port, 'https://api.fabric.microsoft.com/v1.0/myorg/groups');
      expect([got.status, got.body]).toEqual([403, '']);
    });
  });

  it('play no other host', async () => {
    await withSimulator([], async ({ port }) => {
      expect((await ask(port, 'https://example.org/v1/workspaces')).status).toBe(404);
    });
  });
});
