import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
  PublicClientApplication,
} from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { OAuth2Issuer } from 'oauth2-mock-server';
import { describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import type { Signer } from '../../src/simulator/signer.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { ask, type Sent, withSimulator } from '../support/simulated.ts';

const { tenant, apps, users, workspaces } = setup.world;
const nightly = apps['nightly'] ?? expect.fail();
const desk = apps['desk'] ?? expect.fail();
const SCOPES = ['https://api.fabric.microsoft.com/.default'];

const toSimulator = (port: number): INetworkModule => {
  const send = async <T>(url: string, { headers, body }: NetworkRequestOptions = {}, method: string) => {
    const sent: Sent = { method, ...(headers && { headers }), ...(body !== undefined && { body }) };
    const got = await ask(port, url, sent);
    return { status: got.status, headers: {}, body: JSON.parse(got.body) as T };
  };
  return {
    sendGetRequestAsync: (url, options) => send(url, options, 'GET'),
    sendPostRequestAsync: (url, options) => send(url, options, 'POST'),
  };
};

const authority = `https://login.microsoftonline.com/${tenant.id}`;
const confidential = ({ port, authority: { vault } }: Simulator) =>
  new ConfidentialClientApplication({
    auth: { clientId: nightly.clientId, clientSecret: vault.secretOf(nightly.clientId), authority },
    system: { networkClient: toSimulator(port) },
  });

/** A signer of the package oauth2-mock-server, an authorization server of its own. */
const packageSigner = async (): Promise<Signer> => {
  const issuer = new OAuth2Issuer();
  issuer.url = 'https://issuer.example';
  await issuer.keys.generate('RS256', { kid: 'package-key' });
  return {
    keys: issuer.keys.toJSON(),
    sign: (claims, head) =>
      issuer.buildToken({
        scopesOrTransform: (header, payload) => {
          for (const name of Object.keys(payload)) delete payload[name];
          Object.assign(header, { typ: 'JWT', ...head });
          Object.assign(payload, claims);
        },
      }),
  };
};

describe('@azure/msal-node against the simulator', () => {
  it('gets a token as an app, and the API takes it', async () => {
    await withSimulator([], async (simulator) => {
      const result = await confidential(simulator).acquireTokenByClientCredential({ scopes: SCOPES });
      const token = result?.accessToken ?? '';
      expect(decodeJwt(token)).toMatchObject({ appid: nightly.clientId, tid: tenant.id });
      const url = `https://api.fabric.microsoft.com/v1/workspaces/${workspaces['sales']?.id}/items`;
      expect((await ask(simulator.port, url, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    });
  });

  it('is told of an expired secret as Entra ID tells it', async () => {
    await withSimulator(['secret-expired'], async (simulator) => {
      const asked = confidential(simulator).acquireTokenByClientCredential({ scopes: SCOPES });
      await expect(asked).rejects.toMatchObject({ errorCode: 'invalid_client', errorNo: 7000222 });
    });
  });

  it('signs a person in by device code', async () => {
    await withSimulator([], async ({ port }) => {
      const client = new PublicClientApplication({
        auth: { clientId: desk.clientId, authority },
        system: { networkClient: toSimulator(port) },
      });
      let told = '';
      const result = await client.acquireTokenByDeviceCode({
        scopes: SCOPES,
        deviceCodeCallback: ({ userCode }) => {
          told = userCode;
        },
      });
      expect(told).toMatch(/^[A-Z0-9]{9}$/);
      expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ upn: users['anna']?.name });
      expect(result?.account?.username).toBe(users['anna']?.name);
    });
  });
});

describe('an authorization server package as the signer', () => {
  it('signs the tokens that the simulator gives and takes', async () => {
    await withSimulator(
      [],
      async (simulator) => {
        const result = await confidential(simulator).acquireTokenByClientCredential({ scopes: SCOPES });
        const headers = { authorization: `Bearer ${result?.accessToken}` };
        expect((await ask(simulator.port, 'https://api.fabric.microsoft.com/v1/workspaces', { headers })).status).toBe(
          200,
        );
      },
      await packageSigner(),
    );
  });

  it('is not taken where the simulator has keys of its own', async () => {
    const foreign = await (await packageSigner()).sign({
      aud: 'https://api.fabric.microsoft.com',
      exp: 4_000_000_000,
      tid: tenant.id,
    });
    await withSimulator([], async ({ port }) => {
      const headers = { authorization: `Bearer ${foreign}` };
      const got = await ask(port, 'https://api.fabric.microsoft.com/v1/workspaces', { headers });
      expect([got.status, got.headers['x-ms-public-api-error-code']]).toEqual([401, 'InvalidToken']);
    });
  });
});

describe('curl against the simulator', () => {
  it('gets a token and calls an API, with the host as the first part of the path', async () => {
    await withSimulator([], async ({ port, authority: { vault } }) => {
      const run = promisify(execFile);
      const base = `http://127.0.0.1:${port}`;
      const fields = [
        'grant_type=client_credentials',
        `client_id=${nightly.clientId}`,
        `client_secret=${vault.secretOf(nightly.clientId)}`,
        `scope=${SCOPES[0]}`,
      ].flatMap((field) => ['--data-urlencode', field]);
      const tokenUrl = `${base}/login.microsoftonline.com/${tenant.id}/oauth2/v2.0/token`;
      const issued = await run('curl', ['-sS', '--noproxy', '*', ...fields, tokenUrl]);
      const token: string = JSON.parse(issued.stdout).access_token;
      const header = ['-H', `Authorization: Bearer ${token}`];
      const called = await run('curl', [
        '-sS',
        '--noproxy',
        '*',
        ...header,
        `${base}/api.fabric.microsoft.com/v1/workspaces`,
      ]);
      expect(JSON.parse(called.stdout).value).toHaveLength(2);
    });
  });
});
