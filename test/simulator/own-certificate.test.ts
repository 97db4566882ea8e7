import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { type Certified, certify } from '../support/certificate.ts';
import { app, CALL, formOf, IDS, MASKED, probed, SCOPE, TOKEN_URL } from '../support/own-app.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { ask, withWorld } from '../support/simulated.ts';

const folder = scratchFolder('own-certificate');
const own = certify({ name: 'Nightly reports' });
const strange = certify({ name: 'Somebody else' });
const pemOf = ({ certificate, privateKey }: Certified): string => `${privateKey}${certificate}`;

describe("probe with a certificate of the person's own", () => {
  it('signs an assertion that is taken, by the file that was named, and the key leaves nowhere', async () => {
    await withWorld({}, async (simulator) => {
      simulator.authority.vault.register(app.clientId, own.certificate);
      const path = folder.write('own.pem', pemOf(own));
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
      const { code, flat } = await probed(simulator, MASKED, [
        '--certificate',
        folder.write('strange.pem', pemOf(strange)),
      ]);
      expect(flat).toContain('AADSTS700027');
      expect(flat).toContain('client-assertion-invalid');
      expect(code).toBe(1);
    });
  });

  it('looks with the token that it gets, where that of the pasted call was masked', async () => {
    await withWorld({ [`workspaces.sales.roles.${app.principalId}`]: null }, async (simulator) => {
      simulator.authority.vault.register(app.clientId, own.certificate);
      const path = folder.write('own.pem', pemOf(own));
      const { flat, code } = await probed(simulator, CALL, ['--certificate', path], IDS);
      expect(flat).toContain('workspace-access-missing');
      expect(code).toBe(1);
      expect(simulator.log.map(({ heard }) => heard.host)[0]).toBe('login.microsoftonline.com');
    });
  });

  it('takes the names that azure-identity has for it in the environment', async () => {
    await withWorld({}, async (simulator) => {
      simulator.authority.vault.register(app.clientId, own.certificate);
      const path = folder.write('own.pem', pemOf(own));
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
      const path = folder.write('bad.pem', make());
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
      const env = { ...IDS, AZURE_CLIENT_CERTIFICATE_PATH: folder.write('bad.pem', own.certificate) };
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
      const path = folder.write('encrypted.pem', `${key}${own.certificate}`);
      const env = { AZURE_CLIENT_CERTIFICATE_PASSWORD: passphrase };
      const { err } = await probed(simulator, MASKED, ['--certificate', path], env);
      expect(err).toContain('status 200');
    });
  });

  it('sends what @azure/msal-node sends with the same certificate', async () => {
    await withWorld({}, async (simulator) => {
      const { port, authority } = simulator;
      authority.vault.register(app.clientId, own.certificate);
      await probed(simulator, MASKED, ['--certificate', folder.write('own.pem', pemOf(own))]);
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
          authority: `https://login.microsoftonline.com/${IDS.AZURE_TENANT_ID}`,
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
