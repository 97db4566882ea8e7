import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { faults, setup } from '../../src/generated/simulator.ts';
import type { JsonObject } from '../../src/model/secret.ts';
import { stage } from '../../src/simulator/faults.ts';
import { makeSigner } from '../../src/simulator/keys.ts';
import { type Tried, trial } from '../../src/simulator/person.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { type FakeIo, fakeIo } from '../support/fake-io.ts';
import { sharedSigner, withSimulator } from '../support/simulated.ts';

const NOW = (): string => new Date().toISOString();

const failing = async (simulator: Simulator, id: string): Promise<Tried> => {
  const fault = faults[id];
  if (fault === undefined) throw new Error(`There is no fault ${id}.`);
  const tried = await trial(simulator.authority, stage(setup, fault.in, [fault]));
  return tried ?? expect.fail('the call went through');
};

const bearerOf = ({ request }: Tried): string => /Bearer (\S+)/.exec(request)?.[1] ?? expect.fail('no bearer');

/** Runs a command on a text, with everything sent to the simulator. */
const ran = async (argv: readonly string[], text: string, changes: Parameters<typeof fakeIo>[1] = {}) => {
  const io: FakeIo = fakeIo(text, { now: NOW, ...changes });
  const code = await run(argv, io);
  return { code, ...io.said, flat: io.said.out.replace(/\s+/g, ' ') };
};

const to = ({ port }: Simulator): readonly string[] => ['--simulator', String(port)];

describe('probe', () => {
  it('finds what is missing, shows each request before it goes, and prints no secret', async () => {
    await withSimulator(['no-role-fabric'], async (simulator) => {
      const tried = await failing(simulator, 'no-role-fabric');
      const { code, out, err } = await ran(['probe', '-', ...to(simulator)], tried.request);
      expect(code).toBe(1);
      expect(out).toContain('the caller has no role in the workspace');
      expect(out).toContain('a live check');
      expect(err).toMatch(
        /Next: .*\nGET https:\S+\/items\n {2}with access token, \d+ characters as bearer\n {2}status 403\n/,
      );
      const token = bearerOf(tried);
      for (const part of token.split('.')) expect(out + err).not.toContain(part.slice(0, 12));
      expect(simulator.log.every(({ heard }) => heard.method === 'GET')).toBe(true);
    });
  });

  it('shows with --dry-run what it would send, and sends nothing', async () => {
    await withSimulator(['no-role-fabric'], async (simulator) => {
      const { request } = await failing(simulator, 'no-role-fabric');
      const { code, out, err } = await ran(['probe', '-', '--dry-run', ...to(simulator)], request);
      expect([code, err]).toEqual([0, 'Nothing was sent.\n']);
      expect(out).toMatch(/^call-again .*:\nGET https:\/\/api\.fabric\.microsoft\.com\//);
      expect(simulator.log).toEqual([]);
    });
  });

  it('sends nothing where nobody can agree', async () => {
    const { code, err } = await ran(['probe', '-'], 'GET https://api.fabric.microsoft.com/v1/workspaces');
    expect(code).toBe(2);
    expect(err).toMatch(/^CONSENT_MISSING: .*\nTry: fabric-auth-doctor probe FILE --dry-run\n$/);
  });

  it('says that a check could not be done, and ends with 4, where no answer comes', async () => {
    const port = await withSimulator([], async (simulator) => simulator.port);
    const proof = [
      'POST https://login.microsoftonline.com/4cb58381-19f4-4985-9067-c0b3e9da3d0e/oauth2/v2.0/token',
      'Content-Type: application/x-www-form-urlencoded',
      '',
      `client_id=6e098390-0f5e-446c-a44a-c6d9ea9764d5&grant_type=client_credentials&scope=https%3A%2F%2Fapi.fabric.microsoft.com%2F.default&client_secret=${'aB3~'.repeat(10)}`,
    ].join('\n');
    const { code, out, flat, err } = await ran(['probe', '-', '--simulator', String(port)], proof);
    expect(err).toContain('  the connection was refused\n');
    expect(flat).toContain('Not checked: ask-token: the connection was refused.');
    expect(out).not.toContain('Nothing wrong found');
    expect([1, 4]).toContain(code);
  });

  it('says that the clock of this machine is wrong', async () => {
    await withSimulator(['no-role-fabric'], async (simulator) => {
      const { request } = await failing(simulator, 'no-role-fabric');
      const tomorrow = new Date(Date.now() + 26 * 3_600_000).toISOString();
      const { flat } = await ran(['probe', '-', ...to(simulator)], request);
      expect(flat).not.toContain('clock');
      const withToken = await ran(['probe', '-', ...to(simulator)], request, { now: () => tomorrow });
      expect(withToken.flat).toContain('The clock of this machine is 1560 minutes ahead of that of the server');
    });
  });

  it('repeats the call with --until-fixed until it works, and says before and after', async () => {
    const { request } = await withSimulator(['no-role-fabric'], (simulator) => failing(simulator, 'no-role-fabric'));
    await withSimulator([], async (simulator) => {
      const { code, out } = await ran(['probe', '-', '--until-fixed', ...to(simulator)], request);
      expect(out).toMatch(
        /^The call works now, 0:00 minutes after the first try\.\nBefore: status 200\nAfter: status 200\n$/,
      );
      expect(code).toBe(0);
    });
  });
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('token --verify', () => {
  const verified = async (
    change: (token: string) => string | Promise<string>,
    simulatorFaults: readonly string[] = ['no-role-fabric'],
  ) =>
    withSimulator(simulatorFaults, async (simulator) => {
      const token = await change(bearerOf(await failing(simulator, 'no-role-fabric')));
      const said = await ran(['token', '-', '--verify', ...to(simulator)], `Authorization: Bearer ${token}`);
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
        const { code } = await ran(['token', '-', '--verify', ...to(simulator)], `Authorization: Bearer ${token}`);
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
