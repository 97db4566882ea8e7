import { describe, expect, it } from 'vitest';
import { answered } from '../../test/support/answered.ts';
import type { Received } from './network.ts';
import type { Outgoing } from './outgoing.ts';
import { askedPause, sendPatiently } from './patience.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const GET: Outgoing = { method: 'GET', url: 'https://api.powerbi.com/x', carries: { what: 'nothing' } };
const answer = (status: number, retryAfter?: string): Received =>
  answered('', { status, headers: retryAfter === undefined ? [] : [['Retry-After', retryAfter]] });

describe('the wait that an answer asks for', () => {
  it.each([
    ['seconds', answer(429, '17'), 17_000],
    ['a date', answer(503, 'Sun, 01 Mar 2026 12:00:09 GMT'), 9000],
    ['a date that is over', answer(503, 'Sun, 01 Mar 2026 11:00:00 GMT'), 0],
    ['no word that is a time', answer(429, 'soon'), undefined],
    ['nothing', answer(429), undefined],
    ['a status that asks for no wait', answer(403, '17'), undefined],
    ['no answer', { is: 'failed', how: 'timeout' } as const, undefined],
  ])('is read from %s', (_, received, wait) => expect(askedPause(received, NOW)).toBe(wait));
});

/** What came back, how long was waited, and how much patience is left. */
const sent = async (left: number, ...answers: readonly Received[]) => {
  const waits: number[] = [];
  const patience = { left, pause: async (milliseconds: number) => void waits.push(milliseconds) };
  const rest = [...answers];
  const network = { send: async () => rest.shift() ?? answer(200), close: async () => undefined };
  const received = await sendPatiently(network, GET, patience);
  return { status: received.is === 'answered' && received.status, waits, left: patience.left };
};

describe('a request that is asked to wait', () => {
  it('is sent once more after the wait, which counts against the patience with all of them', async () => {
    expect(await sent(120_000, answer(429, '20'))).toEqual({ status: 200, waits: [20_000], left: 100_000 });
    expect(await sent(120_000, answer(429, '20'), answer(429, '20'))).toMatchObject({ status: 429, waits: [20_000] });
  });

  it('is not sent again where the wait is too long for one answer, or for what patience is left', async () => {
    expect(await sent(120_000, answer(429, '61'))).toEqual({ status: 429, waits: [], left: 120_000 });
    expect(await sent(10_000, answer(429, '20'))).toEqual({ status: 429, waits: [], left: 10_000 });
  });
});
