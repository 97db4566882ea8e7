import { isGood, objectOf } from '../answered.ts';
import { liveHost } from '../destination.ts';
import type { Answered } from '../network.ts';
import type { Outgoing } from '../outgoing.ts';
import { askedPause } from '../patience.ts';
import { isTenant } from '../probes/ask-token.ts';
import { Sensitive } from '../sensitive.ts';
import { noPage, notDone, refused, type SignedIn, type SigningIn, signedIn, unanswered } from './sign-in.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** Time as the flow sees it. Tests give a clock of their own. */
export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** The answer that starts the flow: RFC 8628, section 3.2. Times are in milliseconds. */
interface Started {
  readonly deviceCode: Sensitive;
  readonly userCode: string;
  readonly page: string;
  readonly life: number;
  readonly interval: number;
}

/** Pages where a code of this flow is typed in. A person is sent to no other, whatever an answer says. */
const PAGES =
  /^https:\/\/(?:(?:www\.)?microsoft\.com|login\.microsoft\.com|login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn|aka\.ms)\/[\w/-]{0,60}$/;
const USER_CODE = /^[A-Z0-9-]{4,20}$/;

/** Five seconds where the answer names no interval, and where it asks to slow down: RFC 8628, sections 3.2 and 3.5. */
const STEP = 5000;
const LONGEST_LIFE = 30 * 60_000;

const milliseconds = (value: unknown, otherwise: number): number => {
  const seconds = Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : otherwise;
};

const startedFrom = (answered: Answered): Started | undefined => {
  const { device_code, user_code, verification_uri, expires_in, interval } = objectOf(answered) ?? {};
  const [page, userCode] = [String(verification_uri ?? ''), String(user_code ?? '')];
  if (typeof device_code !== 'string' || !PAGES.test(page) || !USER_CODE.test(userCode)) return undefined;
  return {
    deviceCode: new Sensitive(device_code, `device code, ${device_code.length} characters`),
    userCode,
    page,
    life: Math.min(milliseconds(expires_in, 15 * 60_000), LONGEST_LIFE),
    interval: milliseconds(interval, STEP),
  };
};

/** The request that starts the flow; undefined where the cloud or the tenant cannot be addressed. */
export const deviceCodeRequest = ({
  applicant: { tenant, clientId, scope },
  cloud,
}: Pick<SigningIn, 'applicant' | 'cloud'>): Outgoing | undefined => {
  const host = liveHost('entra', cloud);
  if (host === undefined || !isTenant(tenant)) return undefined;
  return {
    method: 'POST',
    url: `https://${host}/${tenant}/oauth2/v2.0/devicecode`,
    carries: { what: 'proof', cloud },
    form: { client_id: clientId, scope },
  };
};

const errorOf = (answered: Answered): unknown => objectOf(answered)?.['error'];

/** Asks again and again until the person has signed in, has declined, or the code has expired. */
const poll = async (
  { applicant, cloud, network, signal }: SigningIn,
  start: Outgoing,
  { deviceCode, life, interval }: Started,
  { now, pause }: Clock,
): Promise<SignedIn> => {
  const outgoing: Outgoing = {
    method: 'POST',
    url: start.url.replace(/devicecode$/, 'token'),
    carries: { what: 'proof', cloud },
    form: { client_id: applicant.clientId, grant_type: GRANT, device_code: deviceCode },
  };
  const end = now() + life;
  let wait = interval;
  for (;;) {
    if (now() + wait > end) return notDone('The code has expired before anybody signed in with it.');
    await pause(wait);
    if (signal.aborted) return unanswered('interrupted');
    const received = await network.send(outgoing);
    if (signal.aborted) return unanswered('interrupted');
    const error = received.is === 'answered' ? errorOf(received) : undefined;
    const asked = askedPause(received, now());
    if (error === 'authorization_pending') continue;
    if (error === 'slow_down') wait += STEP;
    // No answer, or one that asks for fewer calls, says nothing of the sign-in: RFC 8628, section 3.5.
    else if (received.is === 'failed') wait *= 2;
    else if (asked !== undefined) wait = Math.max(wait, asked);
    else return signedIn(outgoing, received);
  }
};

const words = ({ page, userCode, life }: Started): string =>
  `To sign in, open ${page} in a browser and type the code ${userCode}. It is good for ${Math.round(life / 60_000)} minutes. Ctrl-C stops.`;

/** Signs a person in by device code, from start to end. The code and its page are shown; the token stays here. */
export const signInByDeviceCode = async (signing: SigningIn, clock: Clock): Promise<SignedIn> => {
  const outgoing = deviceCodeRequest(signing);
  if (outgoing === undefined) return noPage();
  const does = 'asks Entra ID for a code to sign in with, then asks every few seconds whether you have done so';
  if (!(await signing.agree(does, outgoing))) return notDone('Nothing was sent.');
  const received = await signing.network.send(outgoing);
  if (received.is === 'failed') return unanswered(received.how);
  if (!isGood(received)) return refused(outgoing, received);
  const started = startedFrom(received);
  if (started === undefined)
    return notDone('The answer holds no code, or sends people to a page that is not one of Microsoft.');
  signing.show(words(started));
  return poll(signing, outgoing, started, clock);
};
