import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { setup } from '../../src/generated/simulator.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { type Certified, certify } from '../support/certificate.ts';
import { fakeIo } from '../support/fake-io.ts';
import { ask, withWorld } from '../support/simulated.ts';

const { tenant, apps, workspaces } = setup.world;
const app = apps['nightly'] ?? expect.fail();
const workspace = workspaces['sales']?.id ?? '';
const SCOPE = 'https://api.fabric.microsoft.com/.default';
const TOKEN_URL = `https://login.microsoftonline.com/${tenant.id}/oauth2/v2.0/token`;

const folder = mkdtempSync(join(tmpdir(), 'own-app-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const own = certify({ name: 'Nightly reports' });
const strange = certify({ name: 'Somebody else' });
const pemOf = ({ certificate, privateKey }: Certified): string => `${privateKey}${certificate}`;

/** A token request whose proof was masked before it was pasted. */
const MASKED = [
  `POST ${TOKEN_URL} HTTP/1.1`,
  'content-type: application/x-www-form-urlencoded',
  '',
  `grant_type=client_credentials&client_id=${app.clientId}&client_assertion=***&scope=${encodeURIComponent(SCOPE)}`,
  '',
].join('\n');

/** A call whose token was masked. */
const CALL = [
  `GET https://api.fabric.microsoft.com/v1/workspaces/${workspace}/items HTTP/1.1`,
  'authorization: Bearer ***',
  '',
].join('\n');

const probed = async (
  { port }: Simulator,
  text: string,
  options: readonly string[],
  env: Record<string, string> = {},
) => {
  const io = fakeIo(text, { now: () => new Date().toISOString(), env });
  const code = await run(['probe', '-', '--simulator', String(port), ...options], io);
  return { code, ...io.said, flat: io.said.out.replace(/\s+/g, ' ') };
};

const formOf = ({ log }: Simulator, at = 0): URLSearchParams => new URLSearchParams(log[at]?.heard.body);

const IDS = { AZURE_TENANT_ID: tenant.id, AZURE_CLIENT_ID: app.clientId };

describe("probe with a certificate of the person's own", () => {
  it('signs an assertion that is taken, by the file that was named, and the key leaves nowhere', async () => {
    await withWorld({}, async (simulator) => {
      simulator.authority.vault.register(app.clientId, own.certificate);
      const path = file('own.pem', pemOf(own));
      const { out, err } = await probed(simulator, MASKED, ['--certificate', path]);
      expect(err).toContain(
        'client_assertion: (assertion, signed with the key of the certificate; the key is not sent)',
      );
      expect(err).toContain('status 200');
      const assertion = formOf(simulator).get('client_assertion') ?? '';
      expect(decodeProtectedHeader(assertion)).toEqual({
        alg: 'PS256',
        typ: 'JWT',
        'x5t#S256': expect.stringMatching(/^[\w-]{43}$/),
      });
      const { iss, sub, aud, jti, exp = 0, nbf = 0 } = decodeJwt(assertion);
      expect([iss, sub, aud, exp > nbf]).toEqual([app.clientId, app.clientId, TOKEN_URL, true]);
      expect(jti).toMatch(/^[0-9a-f-]{36}$/);
      const key = own.privateKey.split('\n').filter((line) => line.length === 64);
      const everywhere = out + err + JSON.stringify(simulator.log.map(({ heard }) => heard));
      for (const line of key) expect(everywhere).not.toContain(line);
      for (const part of assertion.split('.')) expect(out + err).not.toContain(part.slice(0, 16));
    });
  });

  it('reads the answer as ever where the certificate is not registered', async () => {
    await withWorld({}, async (simulator) => {
      const { code, flat } = await probed(simulator, MASKED, ['--certificate', file('strange.pem', pemOf(strange))]);
      expect(flat).toContain('AADSTS700027');
      expect(flat).toContain('client-assertion-invalid');
      expect(code).toBe(1);
    });
  });

  it('looks with the token that it gets, where that of the pasted call was masked', async () => {
    await withWorld({ [`workspaces.sales.roles.${app.principalId}`]: null }, async (simulator) => {
      simulator.authority.vault.register(app.clientId, own.certificate);
      const path = file('own.pem', pemOf(own));
      const { flat, code } = await probed(simulator, CALL, ['--certificate', path], IDS);
      expect(flat).toContain('workspace-access-missing');
      expect(code).toBe(1);
      expect(simulator.log.map(({ heard }) => heard.host)[0]).toBe('login.microsoftonline.com');
    });
  });

  it('takes the names that azure-identity has for it in the environment', async () => {
    await withWorld({}, async (simulator) => {
      simulator.authority.vault.register(app.clientId, own.certificate);
      const path = file('own.pem', pemOf(own));
      const { err } = await probed(simulator, MASKED, [], { ...IDS, AZURE_CLIENT_CERTIFICATE_PATH: path });
      expect(err).toContain('status 200');
      const secret = simulator.authority.vault.secretOf(app.clientId);
      const both = { ...IDS, AZURE_CLIENT_CERTIFICATE_PATH: path, AZURE_CLIENT_SECRET: secret };
      await probed(simulator, MASKED, [], both);
      expect(formOf(simulator, 1).has('client_secret')).toBe(true);
    });
  });

  it('does not use an app of the environment that may not be the caller, nor one for a person', async () => {
    await withWorld({}, async (simulator) => {
      const secret = simulator.authority.vault.secretOf(app.clientId);
      await probed(simulator, CALL, [], { ...IDS, AZURE_CLIENT_SECRET: secret });
      const other = MASKED.replace(app.clientId, '11111111-2222-4333-8444-555555555555');
      const { err } = await probed(simulator, other, [], { ...IDS, AZURE_CLIENT_SECRET: secret });
      expect(err).toContain('is not the caller of this call, so it is not used');
      // What was asked for, whether the API answers at all, takes nobody's credential.
      expect(simulator.log.map(({ heard }) => [heard.host, heard.headers['authorization']])).toEqual([
        ['api.fabric.microsoft.com', undefined],
      ]);
    });
  });

  it.each<[string, () => string, RegExp]>([
    ['a file without a key', () => own.certificate, /must hold both the certificate and its private key/],
    ['a file without a certificate', () => own.privateKey, /must hold both the certificate and its private key/],
    [
      'the key of another certificate',
      () => `${strange.privateKey}${own.certificate}`,
      /belongs to another certificate/,
    ],
    [
      'an encrypted key without its password',
      () =>
        `${own.key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'a password' })}${own.certificate}`,
      /is encrypted: put the password into AZURE_CLIENT_CERTIFICATE_PASSWORD/,
    ],
  ])('refuses %s before anything is sent, and says what to do', async (_, make, words) => {
    await withWorld({}, async (simulator) => {
      const path = file('bad.pem', make());
      const { code, err } = await probed(simulator, MASKED, ['--certificate', path]);
      expect([code, simulator.log]).toEqual([2, []]);
      expect(err).toMatch(words);
      for (const line of readFileSync(path, 'utf8')
        .split('\n')
        .filter((each) => each.length === 64))
        expect(err).not.toContain(line);
    });
  });

  it('notes a file of the environment that cannot be used, and goes on without it', async () => {
    await withWorld({}, async (simulator) => {
      const env = { ...IDS, AZURE_CLIENT_CERTIFICATE_PATH: file('bad.pem', own.certificate) };
      const { code, err } = await probed(simulator, MASKED, [], env);
      expect(err).toMatch(/^Not used, though the environment names it: .*bad\.pem must hold both/);
      expect([code, simulator.log]).toEqual([4, []]);
    });
  });

  it('opens an encrypted key with the password of the environment', async () => {
    await withWorld({}, async (simulator) => {
      simulator.authority.vault.register(app.clientId, own.certificate);
      const passphrase = 'a password';
      const key = own.key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });
      const path = file('encrypted.pem', `${key}${own.certificate}`);
      const env = { AZURE_CLIENT_CERTIFICATE_PASSWORD: passphrase };
      const { err } = await probed(simulator, MASKED, ['--certificate', path], env);
      expect(err).toContain('status 200');
    });
  });

  it('sends what @azure/msal-node sends with the same certificate', async () => {
    await withWorld({}, async (simulator) => {
      const { port, authority } = simulator;
      authority.vault.register(app.clientId, own.certificate);
      await probed(simulator, MASKED, ['--certificate', file('own.pem', pemOf(own))]);
      const networkClient: INetworkModule = {
        sendGetRequestAsync: async (url) => {
          const { status, body } = await ask(port, url);
          return { status, headers: {}, body: JSON.parse(body) };
        },
        sendPostRequestAsync: async (url, { headers = {}, body = '' } = {}) => {
          const got = await ask(port, url, { method: 'POST', headers, body });
          return { status: got.status, headers: {}, body: JSON.parse(got.body) };
        },
      };
      const thumbprint = String(decodeProtectedHeader(formOf(simulator).get('client_assertion') ?? '')['x5t#S256']);
      const thumbprintSha256 = Buffer.from(thumbprint, 'base64url').toString('hex');
      const msal = new ConfidentialClientApplication({
        auth: {
          clientId: app.clientId,
          authority: `https://login.microsoftonline.com/${tenant.id}`,
          clientCertificate: { thumbprintSha256, privateKey: own.privateKey },
        },
        system: { networkClient },
      });
      expect((await msal.acquireTokenByClientCredential({ scopes: [SCOPE] }))?.accessToken).toContain('.');
      const theirs = formOf(simulator, simulator.log.length - 1);
      const ours = formOf(simulator);
      for (const name of ['client_id', 'grant_type', 'scope', 'client_assertion_type'])
        expect(theirs.get(name)).toContain(ours.get(name));
      const [a, b] = [theirs, ours].map((form) => form.get('client_assertion') ?? '');
      expect(decodeProtectedHeader(a ?? '')).toEqual(decodeProtectedHeader(b ?? ''));
      const names = (text: string | undefined): readonly string[] => Object.keys(decodeJwt(text ?? '')).sort();
      expect(names(a)).toEqual(names(b));
      expect(decodeJwt(a ?? '').aud).toBe(decodeJwt(b ?? '').aud);
    });
  });
});

describe('probe with a token of another issuer (federated credential)', () => {
  const federated = (subject: string): Promise<string> =>
    new SignJWT({ iss: app.federated.issuer, sub: subject, aud: 'api://AzureADTokenExchange' })
      .setProtectedHeader({ alg: 'RS256' })
      .setExpirationTime('10m')
      .sign(own.key);

  it('sends it as client assertion, by the file that was named or that the environment names', async () => {
    await withWorld({}, async (simulator) => {
      const path = file('federated', `${await federated(app.federated.subject)}\n`);
      expect((await probed(simulator, MASKED, ['--assertion', path])).err).toContain('status 200');
      const env = { ...IDS, AZURE_FEDERATED_TOKEN_FILE: path };
      const { err } = await probed(simulator, MASKED, [], env);
      expect(err).toContain('client_assertion: (assertion of another issuer, from its file)');
      expect(err).toContain('status 200');
    });
  });

  it('names the cause where no federated credential fits its subject', async () => {
    await withWorld({}, async (simulator) => {
      const path = file('federated', await federated('repo:contoso/other:ref:refs/heads/main'));
      const { flat } = await probed(simulator, MASKED, ['--assertion', path]);
      expect(flat).toContain('federated-credential-mismatch');
    });
  });

  it('refuses a file that holds anything else', async () => {
    await withWorld({}, async (simulator) => {
      const { code, err } = await probed(simulator, MASKED, ['--assertion', file('text', 'two words')]);
      expect([code, simulator.log]).toEqual([2, []]);
      expect(err).toContain('must hold one token (a JWT) and nothing else');
    });
  });
});

describe('probe --sign-in', () => {
  it('signs a person in by device code and looks with that token', async () => {
    const anna = setup.world.users['anna']?.id ?? '';
    await withWorld({ [`workspaces.sales.roles.${anna}`]: null }, async (simulator) => {
      const env = { AZURE_TENANT_ID: tenant.id, AZURE_CLIENT_ID: apps['desk']?.clientId ?? '' };
      const { flat, err, code } = await probed(simulator, CALL, ['--sign-in', 'device'], env);
      expect(err).toContain('open https://microsoft.com/devicelogin in a browser and type the code HXKQ7PZTN');
      expect(err).toContain('Signed in.');
      expect(flat).toContain('workspace-access-missing');
      expect(code).toBe(1);
      for (const { reply } of simulator.log) {
        const { access_token, device_code, refresh_token } = JSON.parse(reply.body || '{}');
        for (const secret of [access_token, device_code, refresh_token].filter((one) => one !== undefined))
          expect(flat + err).not.toContain(secret.slice(0, 24));
      }
    });
  });

  it('diagnoses the sign-in itself where that is refused', async () => {
    await withWorld({ 'apps.desk.isPublic': false }, async (simulator) => {
      const env = { AZURE_TENANT_ID: tenant.id, AZURE_CLIENT_ID: apps['desk']?.clientId ?? '' };
      const { flat, err, code } = await probed(simulator, CALL, ['--sign-in', 'device'], env);
      expect(err).toContain('The sign-in itself is refused. This is why:');
      expect([flat.includes('public-client-not-enabled'), code]).toEqual([true, 1]);
    });
  });

  it('does not look with the token of somebody else than the caller', async () => {
    await withWorld({ 'deviceSignIn.user': 'ben' }, async (simulator) => {
      const bearer = await simulator.authority.signer.sign({
        aud: 'https://api.fabric.microsoft.com',
        exp: Math.floor(Date.now() / 1000) + 3600,
        tid: tenant.id,
        oid: setup.world.users['anna']?.id ?? '',
        appid: apps['desk']?.clientId ?? '',
        scp: 'Item.Read.All',
      });
      const call = CALL.replace('***', bearer);
      const { code, err } = await probed(simulator, call, ['--sign-in', 'device']);
      expect(err).toContain('You signed in as another caller than that of the call');
      expect(code).toBe(4);
      expect(simulator.log.map(({ heard }) => heard.host)).not.toContain('api.fabric.microsoft.com');
    });
  });

  it('says what is missing where nothing tells who signs in, and shows with --dry-run what it would send', async () => {
    await withWorld({}, async (simulator) => {
      const { code, err } = await probed(simulator, CALL, ['--sign-in', 'device']);
      expect(code).toBe(2);
      expect(err).toMatch(/^INPUT_MISSING: .*AZURE_TENANT_ID and AZURE_CLIENT_ID/);
      const env = { AZURE_TENANT_ID: tenant.id, AZURE_CLIENT_ID: apps['desk']?.clientId ?? '' };
      const { out } = await probed(simulator, CALL, ['--sign-in', 'device', '--dry-run'], env);
      expect(out).toContain(`POST https://login.microsoftonline.com/${tenant.id}/oauth2/v2.0/devicecode`);
      expect(simulator.log).toEqual([]);
    });
  });
});
