import { describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import { signInByBrowser } from '../../src/live/sign-in/browser.ts';
import type { SigningIn } from '../../src/live/sign-in/sign-in.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { APPLICANT, causeOf, type Sitting, signing } from '../support/signing.ts';
import { ask, withWorld } from '../support/simulated.ts';

const { apps, users } = setup.world;

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
    return { signed, shown, simulator };
  });

describe('a sign-in by browser', () => {
  it('exchanges the code that comes back to this machine, with the verifier of its challenge', async () => {
    const { signed, shown, simulator } = await byBrowser({});
    const { searchParams } = new URL(addressIn(shown));
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: APPLICANT.clientId,
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
    const applicant = { ...APPLICANT, clientId: apps['nightly']?.clientId ?? '' };
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
