import type { Diagnosis } from '../model/diagnosis.ts';
import type { Notice } from '../model/evidence.ts';
import { headerOf } from './answered.ts';
import { FAILURE_WORDS } from './failure.ts';
import type { Step } from './step.ts';

/** What a step could not tell, in words; undefined where it told something. */
const uncheckedWords = ({ probe, received, looked }: Step): string | undefined => {
  if (received.is === 'failed') return `${probe.id}: ${FAILURE_WORDS[received.how]}.`;
  return looked.unchecked === undefined ? undefined : `${probe.id}: ${looked.unchecked}`;
};

/** More than this, and tokens seem expired or not yet valid: Entra ID allows five minutes. */
const CLOCK_TOLERANCE = 5 * 60_000;

/** How far the clock of this machine is from that of a server, in milliseconds; undefined where no server said. */
const clockOff = (steps: readonly Step[], now: string): number | undefined => {
  const dates = steps.flatMap(({ received }) => (received.is === 'answered' ? (headerOf(received, 'date') ?? []) : []));
  const server = Date.parse(dates.at(-1) ?? '');
  return Number.isNaN(server) ? undefined : Date.parse(now) - server;
};

const clockNotice = (steps: readonly Step[], now: string): readonly Notice[] => {
  const off = clockOff(steps, now) ?? 0;
  if (Math.abs(off) <= CLOCK_TOLERANCE) return [];
  const minutes = Math.round(Math.abs(off) / 60_000);
  const text = `The clock of this machine is ${minutes} minutes ${off > 0 ? 'ahead of' : 'behind'} that of the server: set it right first.`;
  return [{ code: 'clock-differs', text }];
};

const stepNotices = (step: Step): readonly Notice[] => {
  const words = uncheckedWords(step);
  const isCut = step.received.is === 'answered' && step.received.isCut;
  const unchecked = { code: 'not-checked', text: `Not checked: ${words}` } as const;
  const cut = {
    code: 'cut-off',
    text: `The answer to ${step.probe.id} was too long, and only its start was read.`,
  } as const;
  return [...(words === undefined ? [] : [unchecked]), ...(isCut ? [cut] : [])];
};

/** What has to be said of steps: what they could not tell, and a clock that is wrong. */
export const noticesOf = (steps: readonly Step[], now: string): readonly Notice[] => [
  ...steps.flatMap(stepNotices),
  ...clockNotice(steps, now),
];

/** Why nothing was looked at. */
const NOTHING = {
  'nothing-left':
    'Nothing could be checked live: that takes a call with its token, or what a token can be asked for with (docs/live-checks.md).',
  declined: 'Nothing was checked live, as you did not agree.',
} as const;

const nothingNotice = (ended: keyof typeof NOTHING): Notice => ({ code: 'not-checked', text: NOTHING[ended] });

/** The diagnosis with what has to be said of the look itself, beside what the readers had to say. */
export const withLookNotices = (
  diagnosis: Diagnosis,
  steps: readonly Step[],
  ended: keyof typeof NOTHING | undefined,
): Diagnosis => ({
  ...diagnosis,
  notices: [
    ...diagnosis.notices,
    ...(ended !== undefined && steps.length === 0 ? [nothingNotice(ended)] : []),
    ...noticesOf(steps, diagnosis.now),
  ],
});
