import { describe, expect, it } from 'vitest';
import { type Example, learn } from './learn.ts';

const example = (cause: string, ...marks: readonly string[]): Example => ({ cause, marks: new Set(marks), times: 1 });

const EXAMPLES = [
  example('expired', 'the', 'token', 'expired'),
  example('audience', 'the', 'audience', 'token'),
  example('expired', 'the', 'token', 'expired'),
  example('expired', 'the', 'lifetime', 'expired'),
  example('audience', 'the', 'audience', 'token'),
  example('audience', 'the', 'audience', 'wrong'),
];

const learned = learn(EXAMPLES);

/** The weights of a mark, by cause. */
const weightsOf = (mark: string): Readonly<Record<string, number>> | undefined => {
  const line = learned.marks.find((one) => one.startsWith(`${mark}\t`));
  if (line === undefined) return undefined;
  const [, ...pairs] = (line.split('\t')[1] ?? '').split(' ').map(Number);
  const causes = pairs.filter((_, i) => i % 2 === 0);
  return Object.fromEntries(causes.map((cause, i) => [learned.causes[cause] ?? '', pairs[2 * i + 1] ?? 0]));
};

describe('what is learned from calls whose cause is known', () => {
  it('is which marks speak for a cause, and which against it', () => {
    expect(weightsOf('expired')?.['expired']).toBeGreaterThan(0);
    expect(weightsOf('expired')?.['audience']).toBeLessThan(0);
    expect(weightsOf('audience')?.['audience']).toBeGreaterThan(0);
  });

  it('leaves out weights of marks that all calls have, and marks that few calls have', () => {
    expect(weightsOf('the')).toEqual({});
    expect(weightsOf('lifetime')).toBeUndefined();
  });

  it('is the same for the same calls, in any order', () => {
    expect(learn(EXAMPLES)).toEqual(learned);
    expect(learn([...EXAMPLES].reverse())).toEqual(learned);
  });

  it('knows which causes are usual', () => {
    const often = learn([...EXAMPLES, ...EXAMPLES.filter(({ cause }) => cause === 'expired')]);
    const [audience = 0, expired = 0] = often.usual;
    expect(often.causes).toEqual(['audience', 'expired']);
    expect(expired).toBeGreaterThan(audience);
  });

  it('is told by an example as often as that counts', () => {
    const usualOf = (examples: readonly Example[]) => learn(examples).usual;
    const [before = 0] = usualOf(EXAMPLES);
    const [after = 0] = usualOf(EXAMPLES.map((one) => (one.cause === 'audience' ? { ...one, times: 3 } : one)));
    expect(after).toBeGreaterThan(before);
  });
});
