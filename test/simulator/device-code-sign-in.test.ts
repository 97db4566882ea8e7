import { describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import { type Clock, signInByDeviceCode } from '../../src/live/sign-in/device-code.ts';
import type { SigningIn } from '../../src/live/sign-in/sign-in.ts';
import { APPLICANT, causeOf, type Sitting, signing } from '../support/signing.ts';
import { withWorld } from '../support/simulated.ts';

const { tenant, users } = setup.world;
const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';

/** A clock that stands still but for its pauses. */
const clock = (waits: number[], onPause: (count: number) => void = () => undefined): Clock => {
  let time = 0;
  return {
    now: () => time,
    pause: async (milliseconds) => {
      time += milliseconds;
      waits.push(milliseconds / 1000);
      onPause(waits.length);
    },
  };
};

const byDevice = (
  world: Readonly<Record<string, unknown>>,
  changes: Partial<SigningIn> = {},
): Promise<Sitting & { readonly waits: readonly number[] }> =>
  withWorld(world, async (simulator) => {
    const [shown, waits]: [string[], number[]] = [[], []];
    const signed = await signInByDeviceCode(signing(simulator, shown, changes), clock(waits));
    return { signed, shown, waits, simulator };
  });

describe('a sign-in by device code', () => {
  it('shows the page and the code, and asks at the interval until the person has signed in', async () => {
    const { signed, shown, waits, simulator } = await byDevice({ 'deviceSignIn.pending': 3 });
    expect(shown).toEqual([
      'To sign in, open https://microsoft.com/devicelogin in a browser and type the code HXKQ7PZTN. It is good for 15 minutes. Ctrl-C stops.',
    ]);
    expect(waits).toEqual([1, 1, 1, 1]);
    expect(signed).toMatchObject({ is: 'signed-in', token: { claims: { upn: users['anna']?.name, tid: tenant.id } } });
    expect(simulator.log.map(({ reply }) => reply.check)).toEqual([
      'passed',
      'entra.70016',
      'entra.70016',
      'entra.70016',
      'passed',
    ]);
    expect(simulator.log[1]?.heard.body).toContain(`grant_type=${encodeURIComponent(DEVICE)}`);
  });

  it('asks five seconds later each time that it is told to slow down', async () => {
    const { signed, waits } = await byDevice({ 'deviceSignIn.slowsDown': true, 'deviceSignIn.pending': 2 });
    expect(waits).toEqual([1, 6, 6]);
    expect(signed.is).toBe('signed-in');
  });

  it('never asks longer than the code lives', async () => {
    const { signed, waits } = await byDevice({ 'deviceSignIn.pending': 100_000 });
    expect(signed).toEqual({ is: 'not-done', why: 'The code has expired before anybody signed in with it.' });
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(900);
  }, 60_000);

  it.each([
    ['expired', 'expired_token'],
    ['declined', 'authorization_declined'],
  ])('ends at once where the code has %s, and hands the answer to the readers', async (ends, error) => {
    const { signed, waits } = await byDevice({ 'deviceSignIn.ends': ends });
    expect(waits).toHaveLength(1);
    expect(signed.is === 'refused' && signed.exchange.text).toContain(`"error":"${error}"`);
  });

  it('names the cause where the app may not sign people in like this', async () => {
    const { signed } = await byDevice({ 'apps.desk.isPublic': false });
    expect(causeOf(signed)).toBe('public-client-not-enabled');
  });

  it('names the cause where the app is unknown, before anybody was shown a code', async () => {
    const applicant = { ...APPLICANT, clientId: '11111111-2222-4333-8444-555555555555' };
    const { signed, shown } = await byDevice({}, { applicant });
    expect([causeOf(signed), shown]).toEqual(['app-not-in-tenant', []]);
  });

  it.each<[string, Partial<SigningIn>]>([
    ['a tenant that was masked', { applicant: { ...APPLICANT, tenant: '{tenant id}' } }],
    ['a cloud without a sign-in page', { cloud: 'germany' }],
  ])('sends nothing for %s, and says what to paste', async (_, changes) => {
    const { signed, shown, simulator } = await byDevice({}, changes);
    expect(signed).toMatchObject({ is: 'not-done', why: expect.stringContaining('the id of the tenant') });
    expect([shown, simulator.log]).toEqual([[], []]);
  });

  it('goes on after an answer that did not come, at half the pace', async () => {
    await withWorld({}, async (simulator) => {
      const waits: number[] = [];
      const base = signing(simulator, []);
      let sent = 0;
      const send: SigningIn['network']['send'] = (outgoing) => {
        sent += 1;
        return sent === 2 ? Promise.resolve({ is: 'failed', how: 'timeout' }) : base.network.send(outgoing);
      };
      const signed = await signInByDeviceCode({ ...base, network: { ...base.network, send } }, clock(waits));
      expect([signed.is, waits]).toEqual(['signed-in', [1, 2]]);
    });
  });

  it('stops where the person presses Ctrl-C, and asks no more', async () => {
    await withWorld({ 'deviceSignIn.pending': 100 }, async (simulator) => {
      const stop = new AbortController();
      const press = (count: number): void => {
        if (count === 3) stop.abort();
      };
      const signed = await signInByDeviceCode(signing(simulator, [], {}, stop), clock([], press));
      expect(signed).toEqual({ is: 'not-done', why: 'it was interrupted.' });
      expect(simulator.log).toHaveLength(3);
    });
  });

  it('sends nothing without consent, and nobody to a page that is not one of Microsoft', async () => {
    const declined = await byDevice({}, { agree: async () => false });
    expect([declined.signed.is, declined.simulator.log]).toEqual(['not-done', []]);
    const shown: string[] = [];
    const evil = {
      user_code: 'ABCD',
      device_code: 'x',
      verification_uri: 'https://microsoft.com.evil.example/devicelogin',
    };
    const send: SigningIn['network']['send'] = async () => ({
      is: 'answered',
      status: 200,
      headers: [],
      body: JSON.stringify(evil),
      isCut: false,
    });
    const misled = await withWorld({}, (simulator) =>
      signInByDeviceCode(signing(simulator, shown, { network: { send, close: async () => undefined } }), clock([])),
    );
    expect([misled.is, shown]).toEqual(['not-done', []]);
  });
});
