import { afterEach, describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import { diagnose } from '../../src/index.ts';
import { openNetwork } from '../../src/live/network.ts';
import { signInByBrowser } from '../../src/live/sign-in/browser.ts';
import { type Clock, signInByDeviceCode } from '../../src/live/sign-in/device-code.ts';
import type { SignedIn, SigningIn } from '../../src/live/sign-in/sign-in.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { ask, withWorld } from '../support/simulated.ts';

const { tenant, apps, users } = setup.world;
const desk = apps['desk'] ?? expect.fail();
const nightly = apps['nightly'] ?? expect.fail();
const SCOPE = 'https://api.fabric.microsoft.com/.default';
const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';

interface Sitting {
  readonly signed: SignedIn;
  readonly shown: readonly string[];
  /** The waits, in seconds. */
  readonly waits: readonly number[];
  readonly simulator: Simulator;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const signing = (
  { port }: Simulator,
  shown: string[],
  changes: Partial<SigningIn> = {},
  stop = new AbortController(),
): SigningIn => {
  const network = openNetwork({ simulator: port, signal: stop.signal });
  closing.push(network.close);
  return {
    applicant: { tenant: tenant.id, clientId: desk.clientId, scope: SCOPE },
    cloud: 'public',
    network,
    signal: stop.signal,
    agree: async () => true,
    show: (words) => {
      shown.push(words);
    },
    ...changes,
  };
};

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

const byDevice = (world: Readonly<Record<string, unknown>>, changes: Partial<SigningIn> = {}): Promise<Sitting> =>
  withWorld(world, async (simulator) => {
    const [shown, waits]: [string[], number[]] = [[], []];
    const signed = await signInByDeviceCode(signing(simulator, shown, changes), clock(waits));
    return { signed, shown, waits, simulator };
  });

const causeOf = (signed: SignedIn): string | undefined => {
  if (signed.is !== 'refused') return expect.fail(`it was ${signed.is}`);
  return diagnose([signed.exchange], { now: new Date().toISOString() })[0]?.findings[0]?.cause;
};

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
    const applicant = { tenant: tenant.id, clientId: '11111111-2222-4333-8444-555555555555', scope: SCOPE };
    const { signed, shown } = await byDevice({}, { applicant });
    expect([causeOf(signed), shown]).toEqual(['app-not-in-tenant', []]);
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

/** The address that was shown, as a browser opens it. */
const addressIn = (shown: readonly string[]): string => shown[0]?.split('\n')[1] ?? expect.fail('nothing was shown');

/** Does what a browser does with the shown page: signs in at the simulator, and goes where it is sent. */
const asBrowser =
  ({ port }: Simulator, shown: string[], change: (location: string) => string = (location) => location) =>
  (words: string): void => {
    shown.push(words);
    ask(port, addressIn(shown)).then(({ headers }) => fetch(change(String(headers['location']))));
  };

const byBrowser = (
  world: Readonly<Record<string, unknown>>,
  changes: Partial<SigningIn> = {},
  change?: (location: string) => string,
): Promise<Sitting> =>
  withWorld(world, async (simulator) => {
    const shown: string[] = [];
    const show = asBrowser(simulator, shown, change);
    const signed = await signInByBrowser(signing(simulator, shown, { show, ...changes }));
    return { signed, shown, waits: [], simulator };
  });

describe('a sign-in by browser', () => {
  it('exchanges the code that comes back to this machine, with the verifier of its challenge', async () => {
    const { signed, shown, simulator } = await byBrowser({});
    const { searchParams } = new URL(addressIn(shown));
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: desk.clientId,
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: expect.stringMatching(/^http:\/\/localhost:\d+$/),
    });
    expect(signed).toMatchObject({ is: 'signed-in', token: { claims: { upn: users['anna']?.name } } });
    const form = new URLSearchParams(simulator.log[1]?.heard.body);
    expect(form.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    expect(searchParams.get('code_challenge')).not.toBe(form.get('code_verifier'));
  });

  it('names the cause where Entra ID refuses the code', async () => {
    const { signed } = await byBrowser({ 'apps.desk.consents': [] });
    expect(causeOf(signed)).toBe('missing-consent');
  });

  it('names the cause where the app takes nobody without its secret', async () => {
    const applicant = { tenant: tenant.id, clientId: nightly.clientId, scope: SCOPE };
    const { signed } = await byBrowser({ 'apps.nightly.redirect': 'http://localhost' }, { applicant });
    expect(causeOf(signed)).toBe('public-client-not-enabled');
  });

  it('reads the error that comes back in place of a code', async () => {
    const refuse = (location: string): string => {
      const { origin, searchParams } = new URL(location);
      const error = 'AADSTS65004: User declined to consent to access the app.';
      const query = new URLSearchParams({
        error: 'access_denied',
        error_description: error,
        state: searchParams.get('state') ?? '',
      });
      return `${origin}/?${query}`;
    };
    const { signed } = await byBrowser({}, {}, refuse);
    expect(causeOf(signed)).toBe('missing-consent');
  });

  it('takes no code that comes with the state of another sign-in', async () => {
    const stop = new AbortController();
    await withWorld({}, async (simulator) => {
      const shown: string[] = [];
      const show = (words: string): void => {
        shown.push(words);
        const back = new URL(new URL(addressIn(shown)).searchParams.get('redirect_uri') ?? '');
        back.search = 'code=of-somebody&state=another';
        fetch(back).then(({ status }) => {
          shown.push(String(status));
          stop.abort();
        });
      };
      const signed = await signInByBrowser(signing(simulator, shown, { show }, stop));
      expect(signed).toEqual({ is: 'not-done', why: 'it was interrupted.' });
      expect([shown[1], simulator.log]).toEqual(['404', []]);
    });
  });
});
