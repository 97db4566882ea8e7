import { choicesOf, FACT_PATHS, type FactPath, factSpec } from '../facts/catalog.ts';
import { type Derivation, runDerivations } from '../facts/derivation.ts';
import type { Question, Verdict } from '../model/diagnosis.ts';
import type { Evidence, Fact, FactValue } from '../model/evidence.ts';
import type { Cost, FactSpec } from '../model/fact.ts';
import type { Likelihood, Rule } from '../model/rule.ts';
import { type Condition, type ConditionIndex, indexOf, retally } from './conditions.ts';
import { type Judgement, verdictOn } from './judge.ts';

/** What an answer costs a person, in units of knowing it already. */
const COST: Readonly<Record<Cost, number>> = { know: 1, 'look-up': 1.5, command: 2, 'ask-admin': 4, wait: 8 };

/** How much it matters that a cause moves, by how open it is now. */
const OPEN: Readonly<Record<Verdict, number>> = { confirmed: 0, likely: 6, possible: 3, silent: 0.3, 'ruled-out': 0 };
/** Suspects first; the causes that nothing speaks for are asked about once no question moves a suspect. */
const ROUNDS: readonly (readonly Verdict[])[] = [['likely', 'possible'], ['silent']];
const PRIOR: Readonly<Record<Likelihood, number>> = { common: 1, uncommon: 0.6, rare: 0.3 };

/** How much a new verdict settles: knowing the cause is worth most, ruling one out comes next. */
const SETTLED: Readonly<Record<Verdict, number>> = {
  confirmed: 3,
  'ruled-out': 1.5,
  likely: 1,
  possible: 0.5,
  silent: 0.5,
};

const candidates = (path: FactPath, spec: FactSpec, index: ConditionIndex): readonly FactValue[] => {
  if (spec.type === 'flag') return [true, false];
  return choicesOf(spec) ?? index.values.get(path) ?? [];
};

/** The derivations that a fact sets off, in order, and every fact they can change. */
const consequences = (path: string, derivations: readonly Derivation[]) => {
  const touched = new Set<string>([path]);
  const run = derivations.filter(({ from, gives }) => {
    const depends = from.some((source) => touched.has(source));
    if (depends) for (const given of gives) touched.add(given);
    return depends;
  });
  return { run, touched };
};

interface Gain {
  readonly path: FactPath;
  readonly value: number;
  readonly settles: readonly string[];
}

/** What is known when a question is looked for. */
export interface Situation {
  readonly evidence: Evidence;
  readonly judgements: readonly Judgement[];
  readonly rules: readonly Rule[];
  readonly derivations: readonly Derivation[];
  readonly now: string;
  /** Facts that the person could not tell. */
  readonly asked: ReadonlySet<string>;
}

const weightOf = ({ rule, verdict }: Judgement): number => OPEN[verdict] * PRIOR[rule.likelihood];

/** The conditions that a change of these facts can move, by the judgement that they belong to. */
const moved = (
  touched: ReadonlySet<string>,
  open: readonly Judgement[],
  index: ConditionIndex,
): readonly (readonly [Judgement, readonly Condition[]])[] => {
  const conditions = new Set([...touched].flatMap((path) => index.conditions.get(path) ?? []));
  return open.flatMap((judgement) => {
    const own = [...conditions].filter(({ rule }) => rule === judgement.rule);
    return own.length === 0 ? [] : [[judgement, own] as const];
  });
};

const gainOf = (path: FactPath, open: readonly Judgement[], situation: Situation, index: ConditionIndex): Gain => {
  const { run, touched } = consequences(path, situation.derivations);
  const affected = moved(touched, open, index);
  const values = affected.length === 0 ? [] : candidates(path, factSpec(path), index);
  const settles = new Map<string, number>();
  let sum = 0;
  for (const value of values) {
    const supposed: Fact = { state: 'known', value, origin: { by: 'told' } };
    const evidence = new Map(situation.evidence).set(path, supposed);
    // An answer that contradicts what the person said already is none: it would only move what was told.
    if (runDerivations(evidence, run, situation.now).length > 0) continue;
    for (const [judgement, conditions] of affected) {
      const after = verdictOn(retally(judgement.tally, conditions, situation.evidence, evidence));
      if (after === judgement.verdict) continue;
      const gain = weightOf(judgement) * SETTLED[after];
      settles.set(judgement.rule.id, (settles.get(judgement.rule.id) ?? 0) + gain);
      sum += gain;
    }
  }
  const ids = [...settles].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
  return { path, value: values.length === 0 ? 0 : sum / values.length, settles: ids };
};

const toQuestion = ({ path, settles }: Gain): Question | undefined => {
  const { ask, type } = factSpec(path);
  if (!ask) return undefined;
  const labels = type === 'flag' ? { true: 'Yes', false: 'No' } : (ask.answers ?? {});
  return {
    fact: path,
    question: ask.question,
    why: ask.why,
    where: ask.where,
    who: ask.who,
    cost: ask.cost,
    answers: Object.entries(labels).map(([value, label]) => ({ value, label })),
    settles: settles.slice(0, 6),
  };
};

const bestAmong = (open: readonly Judgement[], situation: Situation): Gain | undefined => {
  const index = indexOf(situation.rules);
  let best: { gain: Gain; score: number } | undefined;
  for (const path of FACT_PATHS) {
    const { ask } = factSpec(path);
    if (!ask || situation.evidence.has(path) || situation.asked.has(path)) continue;
    const gain = gainOf(path, open, situation, index);
    const score = gain.value / COST[ask.cost];
    if (score > (best?.score ?? 0)) best = { gain, score };
  }
  return best?.gain;
};

/**
 * The question that settles most among the open causes for the least cost, found by supposing each answer and judging
 * again. None where nothing open would move, or where a cause is confirmed.
 */
export const nextQuestion = (situation: Situation): Question | undefined => {
  const { judgements } = situation;
  if (judgements.some(({ verdict }) => verdict === 'confirmed')) return undefined;
  for (const verdicts of ROUNDS) {
    const open = judgements.filter(({ verdict }) => verdicts.includes(verdict));
    const best = bestAmong(open, situation);
    if (best) return toQuestion(best);
  }
  return undefined;
};
