import { describe, expect, it } from 'vitest';
import { answers, faults, setup } from '../../src/generated/simulator.ts';
import { GATES } from '../../src/model/rule.ts';
import { type Look, lookAtPair, lookAtSingles, measured } from '../../tools/faults/measure.ts';
import { pairsOf } from '../../tools/faults/pairs.ts';
import { sharedSigner } from '../support/simulated.ts';

const firstOf = (gate: string): string =>
  Object.entries(faults).find(([, fault]) => fault.gate === gate)?.[0] ?? expect.fail();

const play = async () => ({ setup, answers, faults, signer: await sharedSigner() });

/** What is looked for, and what stood first instead. */
const missed = (looks: readonly Look[]): readonly string[] =>
  looks
    .filter(({ found }) => !found)
    .map(({ faults: held, outcome }) => `${held.join(' and ')}: ${outcome.diagnosis.findings[0]?.cause}`);

describe('live checks, from the failing request and the credentials alone', () => {
  it('find a fault of every gate, with few requests', async () => {
    const looks = await lookAtSingles(await play(), GATES.map(firstOf));
    expect(missed(looks)).toEqual([]);
    expect(measured(looks, []).meanRequests).toBeLessThanOrEqual(4);
  });

  it('find the fault that strikes first, and the other once that one is repaired', async () => {
    const all = await play();
    const pairs = await pairsOf(all, 6);
    expect(pairs).toHaveLength(6);
    const looks = [];
    for (const pair of pairs) looks.push(...(await lookAtPair(all, pair)));
    expect(missed(looks)).toEqual([]);
  });

  it('are counted as having missed where another cause stands first', async () => {
    const [look] = await lookAtSingles(await play(), ['throttled']);
    if (look === undefined) throw new Error('Nothing was looked at.');
    const figures = measured([{ ...look, found: false }, look], [[look, { ...look, found: false }]]);
    expect(figures.singles).toEqual({ cases: 2, found: 1, missed: ['throttled'] });
    expect(figures.pairs).toEqual({ cases: 1, found: 0, missed: ['throttled'] });
  });
});
