import { commonScenarios, stage } from '../../src/simulator/faults.ts';
import { trial } from '../../src/simulator/person.ts';
import type { Signer } from '../../src/simulator/signer.ts';
import { makeVault } from '../../src/simulator/vault.ts';
import type { Answers, Fault, Setup } from '../../src/simulator/world.ts';

/** The whole simulator as data. */
export interface Play {
  readonly setup: Setup;
  readonly answers: Answers;
  readonly faults: Readonly<Record<string, Fault>>;
  readonly signer: Signer;
}

/** Two faults at once, and which of them strikes first. */
export interface Pair {
  readonly scenario: string;
  readonly first: string;
  readonly second: string;
}

const now = (): number => Math.floor(Date.now() / 1000);

/** The check that refuses in a scenario with these faults; undefined where nothing fails. */
const striking = async ({ setup, answers, signer }: Play, scenario: string, faults: readonly Fault[]) => {
  const staged = stage(setup, scenario, faults);
  return (await trial({ world: staged.world, vault: makeVault(), answers, signer, now, answered: [] }, staged))?.check;
};

const remembered = (play: Play) => {
  const checks = new Map<string, Promise<string | undefined>>();
  return (scenario: string, id: string): Promise<string | undefined> => {
    const key = `${scenario} ${id}`;
    const known =
      checks.get(key) ??
      striking(
        play,
        scenario,
        [play.faults[id]].filter((fault) => fault !== undefined),
      );
    checks.set(key, known);
    return known;
  };
};

type Strikes = ReturnType<typeof remembered>;

/** The pair in this scenario: both must strike alone, each by a check of its own, and one of them when both are there. */
const pairIn = async (
  play: Play,
  strikes: Strikes,
  scenario: string,
  a: string,
  b: string,
): Promise<Pair | undefined> => {
  const [ofA, ofB] = [await strikes(scenario, a), await strikes(scenario, b)];
  if (ofA === undefined || ofB === undefined || ofA === ofB) return undefined;
  const both = [play.faults[a], play.faults[b]].filter((fault) => fault !== undefined);
  const struck = await striking(play, scenario, both);
  if (struck === ofA) return { scenario, first: a, second: b };
  return struck === ofB ? { scenario, first: b, second: a } : undefined;
};

/** A shuffle that is the same on every run. */
const order = (text: string): number => {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash;
};

/** How often one fault may stand in the pairs, so that they are spread. */
const SPREAD = 4;

/** So many pairs of faults that can be at once, the same on every run. */
export const pairsOf = async (play: Play, count: number): Promise<readonly Pair[]> => {
  const ids = Object.keys(play.faults);
  const strikes = remembered(play);
  const candidates = ids
    .flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b] as const))
    .sort(([a, b], [c, d]) => order(`${a}+${b}`) - order(`${c}+${d}`));
  const used = new Map<string, number>();
  const uses = (id: string): number => used.get(id) ?? 0;
  const pairs: Pair[] = [];
  for (const [a, b] of candidates) {
    if (pairs.length === count) break;
    const [faultA, faultB] = [play.faults[a], play.faults[b]];
    if (!faultA || !faultB || uses(a) >= SPREAD || uses(b) >= SPREAD) continue;
    for (const scenario of commonScenarios(play.setup, faultA, faultB)) {
      const pair = await pairIn(play, strikes, scenario, a, b);
      if (pair === undefined) continue;
      pairs.push(pair);
      used.set(a, uses(a) + 1).set(b, uses(b) + 1);
      break;
    }
  }
  return pairs;
};
