import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import type { JsonObject } from '../../src/model/secret.ts';
import { makeSigner } from '../../src/simulator/signer.ts';
import { bearerOf, failingCall, ranAgainst } from '../support/failing-call.ts';
import { sharedSigner, withSimulator } from '../support/simulated.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('token --verify', () => {
  const verified = async (
    change: (token: string) => string | Promise<string>,
    simulatorFaults: readonly string[] = ['no-role-fabric'],
  ) =>
    withSimulator(simulatorFaults, async (simulator) => {
      const token = await change(bearerOf(await failingCall(simulator, 'no-role-fabric')));
      const said = await ranAgainst(simulator, ['token', '-', '--verify'], `Authorization: Bearer ${token}`);
      return {
        ...said,
        sent: simulator.log.map(({ heard }) => `${heard.path} ${heard.headers['authorization'] ?? 'no token'}`),
      };
    });

  it('confirms a token of the tenant, and sends the token nowhere', async () => {
    const { code, flat, sent } = await verified((token) => token);
    expect(flat).toContain('The signature was made with a key that its tenant publishes.');
    expect(code).toBe(0);
    expect(sent).toEqual(['/4cb58381-19f4-4985-9067-c0b3e9da3d0e/discovery/v2.0/keys no token']);
  });

  it.each<[string, (head: string, claims: string, signature: string) => string]>([
    ['of alg none', (_, claims) => `${part({ alg: 'none', typ: 'JWT' })}.${claims}.`],
    [
      'with a claim that was changed',
      (head, claims, signature) => {
        const changed = {
          ...JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')),
          roles: ['Tenant.ReadWrite.All'],
        };
        return `${head}.${part(changed)}.${signature}`;
      },
    ],
    [
      'with the signature of another token',
      (head, claims, signature) => `${head}.${claims}.${[...signature].reverse().join('')}`,
    ],
  ])('calls a token %s broken', async (_, change) => {
    const { code, flat } = await verified((token) => {
      const [head = '', claims = '', signature = ''] = token.split('.');
      return change(head, claims, signature);
    });
    expect(flat).toContain('NOT made with a key');
    expect(code).toBe(1);
  });

  it('calls a token broken that takes the published key for a password (HS256)', async () => {
    const [jwk] = (await sharedSigner()).keys;
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    const forms = [key.export({ type: 'spki', format: 'pem' }), key.export({ type: 'spki', format: 'der' })];
    for (const password of forms) {
      const { code, flat } = await verified((token) => {
        const claims = token.split('.')[1] ?? '';
        const head = part({ alg: 'HS256', typ: 'JWT', kid: jwk?.kid });
        return `${head}.${claims}.${createHmac('sha256', password).update(`${head}.${claims}`).digest('base64url')}`;
      });
      expect(flat).toContain('NOT made with a key');
      expect(code).toBe(1);
    }
  });

  it('calls a token broken that another key signed under the name of a published one', async () => {
    const stranger = await makeSigner('test');
    const { code, flat } = await verified((token) => stranger.sign(decodeJwt(token) as JsonObject));
    expect(flat).toContain('NOT made with a key');
    expect(code).toBe(1);
  });

  it.each([0, 8, 43, 64, 300])(
    'calls a signature of %i characters cut, not false: more of it was not pasted',
    async (length) => {
      const { code, flat } = await verified((token) => {
        const [head = '', claims = '', signature = ''] = token.split('.');
        return `${head}.${claims}.${signature.slice(0, length)}`;
      });
      expect(flat).not.toContain('NOT made with a key');
      expect(code).toBe(4);
    },
  );

  it('takes a key that is published after a change of keys, beside the old one', async () => {
    const signer = await makeSigner('of-next-year');
    const old = await sharedSigner();
    const both = { ...old, keys: [...old.keys, ...signer.keys] };
    await withSimulator(
      [],
      async (simulator) => {
        const token = await signer.sign({ aud: 'https://api.fabric.microsoft.com', tid: setup.world.tenant.id });
        const { code } = await ranAgainst(simulator, ['token', '-', '--verify'], `Authorization: Bearer ${token}`);
        expect(code).toBe(0);
      },
      both,
    );
  });

  it('calls a token that is not valid yet good for its signature: its time is told apart', async () => {
    const signer = await sharedSigner();
    const { code } = await verified((token) => {
      const claims = decodeJwt(token) as JsonObject;
      return signer.sign({
        ...claims,
        nbf: Math.floor(Date.now() / 1000) + 86_400,
        exp: Math.floor(Date.now() / 1000) + 172_800,
      });
    });
    expect(code).toBe(0);
  });

  it('calls a token that has expired neither good nor bad for that: the signature is what counts', async () => {
    const signer = await sharedSigner();
    const { code, flat } = await verified((token) => {
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
      return signer.sign({ ...claims, exp: claims.iat - 3600, nbf: claims.iat - 7200 });
    });
    expect([code, flat.includes('made with a key that its tenant publishes')]).toEqual([0, true]);
  });

  it('says after a change of keys that the key is not published any more, not that the token is broken', async () => {
    const { code, flat } = await verified((token) => {
      const [head = '', ...rest] = token.split('.');
      const changed = { ...JSON.parse(Buffer.from(head, 'base64url').toString('utf8')), kid: 'of-last-year' };
      return [part(changed), ...rest].join('.');
    });
    expect(flat).toContain('not among those that its tenant publishes now');
    expect(code).toBe(4);
  });

  it('explains that a token for Microsoft Graph cannot be verified by anybody else, and asks nobody', async () => {
    const { code, flat, sent } = await verified((token) => {
      const [head = '', claims = '', signature = ''] = token.split('.');
      const changed = {
        ...JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')),
        aud: 'https://graph.microsoft.com',
      };
      return `${head}.${part(changed)}.${signature}`;
    });
    expect(flat).toContain('can be verified by Microsoft Graph only');
    expect([code, sent]).toEqual([0, []]);
  });
});
