import { expect, it } from 'vitest';
import { answered } from '../../test/support/answered.ts';
import type { Answered, Received } from './network.ts';
import type { Probe, Situation } from './probe.ts';
import { PACE, untilFixed } from './until-fixed.ts';

const situation = { credentials: { tokens: [] } } as unknown as Situation;
const repeat: Probe = {
  id: 'call-again',
  does: 'calls',
  settles: [],
  plan: () => ({ method: 'GET', url: 'https://api.powerbi.com/x', carries: { what: 'nothing' } }),
  read: () => ({}),
};
const answer = (status: number, headers: Answered['headers'] = []): Received => answered('', { status, headers });

const watch = async (answers: (tried: number) => Received, repeats = [repeat]) => {
  let clock = 0;
  let tried = 0;
  const pauses: number[] = [];
  const watched = await untilFixed({
    situation,
    repeats,
    network: {
      send: async () => {
        tried += 1;
        return answers(tried);
      },
      close: async () => undefined,
    },
    elapsed: () => clock,
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
      clock += milliseconds;
    },
    onTry: () => undefined,
  });
  return { ...watched, pauses };
};

it('ends when the call works, and keeps what came before', async () => {
  const { ended, tries } = await watch((tried) => answer(tried < 4 ? 401 : 200));
  expect(ended).toBe('works');
  expect(tries.map(({ received }) => received.is === 'answered' && received.status)).toEqual([401, 401, 401, 200]);
});

it('gives up when the time that a change may take is over, and asks less and less often', async () => {
  const { ended, tries, pauses } = await watch(() => answer(403));
  expect(ended).toBe('still-fails');
  expect(tries.at(-1)?.at).toBeLessThanOrEqual(PACE.whole);
  expect(tries.at(-1)?.at).toBeGreaterThan(PACE.whole - PACE.longest - 1);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(Math.max(...pauses)).toBe(PACE.longest);
});

it('waits as long as the service asks for', async () => {
  const { pauses } = await watch((tried) => (tried === 1 ? answer(429, [['Retry-After', '240']]) : answer(200)));
  expect(pauses).toEqual([240_000]);
});

it('says that there is nothing to repeat, such as a write', async () => {
  const { ended, tries } = await watch(() => answer(200), [{ ...repeat, plan: () => undefined }]);
  expect([ended, tries]).toEqual(['nothing-to-repeat', []]);
});
