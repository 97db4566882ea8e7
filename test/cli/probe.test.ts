import { describe, expect, it } from 'vitest';
import { bearerOf, failingCall, ranAgainst } from '../support/failing-call.ts';
import { ran } from '../support/ran.ts';
import { withSimulator } from '../support/simulated.ts';

describe('probe', () => {
  it('finds what is missing, shows each request before it goes, and prints no secret', async () => {
    await withSimulator(['no-role-fabric'], async (simulator) => {
      const tried = await failingCall(simulator, 'no-role-fabric');
      const { code, out, err } = await ranAgainst(simulator, ['probe', '-'], tried.request);
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
      const { request } = await failingCall(simulator, 'no-role-fabric');
      const { code, out, err } = await ranAgainst(simulator, ['probe', '-', '--dry-run'], request);
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
    const { code, out, flat, err } = await ranAgainst({ port }, ['probe', '-'], proof);
    expect(err).toContain('  the connection was refused\n');
    expect(flat).toContain('Not checked: ask-token: the connection was refused.');
    expect(out).not.toContain('Nothing wrong found');
    expect([1, 4]).toContain(code);
  });

  it('says that the clock of this machine is wrong', async () => {
    await withSimulator(['no-role-fabric'], async (simulator) => {
      const { request } = await failingCall(simulator, 'no-role-fabric');
      const tomorrow = new Date(Date.now() + 26 * 3_600_000).toISOString();
      const { flat } = await ranAgainst(simulator, ['probe', '-'], request);
      expect(flat).not.toContain('clock');
      const withToken = await ranAgainst(simulator, ['probe', '-'], request, { now: () => tomorrow });
      expect(withToken.flat).toContain('The clock of this machine is 1560 minutes ahead of that of the server');
    });
  });

  it('repeats the call with --until-fixed until it works, and says before and after', async () => {
    const { request } = await withSimulator(['no-role-fabric'], (simulator) =>
      failingCall(simulator, 'no-role-fabric'),
    );
    await withSimulator([], async (simulator) => {
      const { code, out } = await ranAgainst(simulator, ['probe', '-', '--until-fixed'], request);
      expect(out).toMatch(
        /^The call works now, 0:00 minutes after the first try\.\nBefore: status 200\nAfter: status 200\n$/,
      );
      expect(code).toBe(0);
    });
  });
});
