import { headerOf } from './answered.ts';
import type { Network, Received } from './network.ts';
import type { Outgoing } from './outgoing.ts';

/** How long a look waits because a service asks it to: for one answer, and in all. Milliseconds. */
export const MOST_PATIENCE = { once: 60_000, whole: 120_000 } as const;

/** What waiting needs. Tests give a pause of their own. */
export interface Patience {
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Told before each wait. */
  readonly onWait?: (milliseconds: number) => void;
  /** How much of the whole is left; counted down while waiting. */
  left: number;
}

/** Statuses with which an answer may name a wait: too many requests, or no service for a while. */
const MAY_NAME_A_WAIT = [429, 503];

/** Whether an answer asks for fewer calls. */
export const isThrottled = (received: Received): boolean => received.is === 'answered' && received.status === 429;

/** What an answer asks to wait, in milliseconds: Retry-After in seconds or as a date (RFC 9110); undefined where it does not. */
export const askedPause = (received: Received, now: number): number | undefined => {
  if (received.is === 'failed' || !MAY_NAME_A_WAIT.includes(received.status)) return undefined;
  const value = headerOf(received, 'retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  const asked = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(asked) ? Math.max(0, asked) : undefined;
};

/** Sends a request, and once more after the wait that its answer asks for, where that is short enough. */
export const sendPatiently = async (network: Network, outgoing: Outgoing, patience: Patience): Promise<Received> => {
  const received = await network.send(outgoing);
  const asked = askedPause(received, Date.now());
  if (asked === undefined || asked > Math.min(patience.left, MOST_PATIENCE.once)) return received;
  patience.left -= asked;
  patience.onWait?.(asked);
  await patience.pause(asked);
  return network.send(outgoing);
};
