import { setTimeout as pause } from 'node:timers/promises';
import { isOfCaller } from '../../live/of-caller.ts';
import { applicantOf, type OwnApp } from '../../live/own-app.ts';
import { signInByBrowser } from '../../live/sign-in/browser.ts';
import { deviceCodeRequest, signInByDeviceCode } from '../../live/sign-in/device-code.ts';
import type { SignedIn, SigningIn } from '../../live/sign-in/sign-in.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { TOOL, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Way } from './consent.ts';

/** How a person can sign in for live checks. */
const SIGN_INS = ['device', 'browser'] as const;
export type SignInWay = (typeof SIGN_INS)[number];

/** What a sign-in goes by: the call, and an app that is named beside it. */
export type ForSignIn = Pick<SigningIn, 'applicant' | 'cloud'>;

/**
 * Who signs in to what: by the paste, or else by the environment.
 *
 * @throws UsageError where the tenant, the app or the API is not known.
 */
export const whoSignsIn = (diagnosis: Diagnosis, own: OwnApp, cloud: SigningIn['cloud']): ForSignIn => {
  const applicant = applicantOf(diagnosis, own, 'paste');
  if (applicant) return { applicant, cloud };
  throw new UsageError(
    'INPUT_MISSING',
    'To sign in, the tenant, the app and the API must be known: paste a call with its URL, and put the ids into AZURE_TENANT_ID and AZURE_CLIENT_ID where the paste does not tell them.',
    `AZURE_TENANT_ID=... AZURE_CLIENT_ID=... ${TOOL} probe FILE --sign-in device`,
  );
};

/** What a sign-in would send first, for a dry run. A browser sends what it sends by itself. */
export const firstRequest = (way: SignInWay, asked: ForSignIn) =>
  way === 'device' ? deviceCodeRequest(asked) : undefined;

/** The page that a browser can open: on a simulator the host stands in the path. */
const openable =
  ({ simulator }: Way) =>
  (url: string): string =>
    simulator === undefined ? url : url.replace('https://', `http://127.0.0.1:${simulator}/`);

const sign = (way: SignInWay, signing: SigningIn, to: Way): Promise<SignedIn> =>
  way === 'browser'
    ? signInByBrowser(signing, openable(to))
    : signInByDeviceCode(signing, {
        now: () => performance.now(),
        pause: (milliseconds) => pause(milliseconds, undefined, { signal: signing.signal }).catch(() => undefined),
      });

const ANOTHER = 'You signed in as another caller than that of the call: what you see would say nothing of it.';

/** Signs a person in, and says so. A token of somebody else than the caller is not used. */
export const signIn = async (
  way: SignInWay,
  signing: SigningIn,
  diagnosis: Diagnosis,
  to: Way,
  io: Io,
): Promise<SignedIn> => {
  const signed = await sign(way, signing, to);
  if (signed.is !== 'signed-in') return signed;
  if (!isOfCaller(signed.token, diagnosis)) return { is: 'not-done', why: ANOTHER };
  io.err(`Signed in. What live checks may use now: ${signed.token.token.words}.\n`);
  return signed;
};
