import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { withWorld } from '../support/simulated.ts';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const folder = scratchFolder('probe-stop');

const WORKSPACE = setup.world.workspaces['sales']?.id ?? '';
const call = (authorization: string): string =>
  folder.write(
    'call.txt',
    `GET https://api.fabric.microsoft.com/v1/workspaces/${WORKSPACE}/items HTTP/1.1\n${authorization}\n`,
  );

const env = {
  ...process.env,
  AZURE_TENANT_ID: setup.world.tenant.id,
  AZURE_CLIENT_ID: setup.world.apps['desk']?.clientId ?? '',
};

/** Runs a probe as a process, and presses Ctrl-C once it says this. */
const interrupted = (
  port: number,
  options: readonly string[],
  at: RegExp,
): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const argv = ['--import', 'tsx', MAIN, 'probe', ...options, '--simulator', String(port)];
    const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let isPressed = false;
    const listen = (data: Buffer): void => {
      said += data.toString();
      if (isPressed || !at.test(said)) return;
      isPressed = true;
      child.kill('SIGINT');
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) => resolve({ code, said }));
  });

describe('Ctrl-C ends a probe at once, with 130 and no more than that said', () => {
  it('while a person has not signed in yet', async () => {
    await withWorld({ 'deviceSignIn.pending': 10_000 }, async ({ port }) => {
      const file = call('authorization: Bearer ***');
      const { code, said } = await interrupted(port, [file, '--sign-in', 'device'], /type the code/);
      expect(code).toBe(130);
      expect(said.endsWith('\nStopped. Nothing more is sent.\n')).toBe(true);
      expect(said).not.toContain('INTERNAL');
    });
  });

  it('while a browser has not come back yet', async () => {
    await withWorld({}, async ({ port, log }) => {
      const file = call('authorization: Bearer ***');
      const { code } = await interrupted(port, [file, '--sign-in', 'browser'], /open this page/);
      expect([code, log]).toEqual([130, []]);
    });
  });

  it.each([
    ['while it waits because a service asks for fewer calls', [], /Waiting 47 s, as it asks/],
    ['between two tries of --until-fixed', ['--until-fixed'], /0:00 {2}status 429/],
  ])('%s', async (_, options, at) => {
    await withWorld({ 'service.isBusy': true }, async (simulator) => {
      const { signer, now } = simulator.authority;
      const bearer = await signer.sign({
        aud: 'https://api.fabric.microsoft.com',
        tid: setup.world.tenant.id,
        oid: setup.world.apps['nightly']?.principalId ?? '',
        idtyp: 'app',
        exp: now() + 3600,
      });
      const { code, said } = await interrupted(
        simulator.port,
        [call(`authorization: Bearer ${bearer}`), ...options],
        at,
      );
      expect(code).toBe(130);
      expect(said.endsWith('\nStopped. Nothing more is sent.\n')).toBe(true);
    });
  });
});
