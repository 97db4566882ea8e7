import { FACT_PATHS, type FactPath, factSpec, isFactPath } from '../facts/catalog.ts';
import type { Question } from '../model/diagnosis.ts';
import type { Cost } from '../model/fact.ts';
import { indexOf } from './conditions.ts';
import { type Gain, gainOf, type Situation, suspectsOf } from './gain.ts';

/** What an answer costs a person, in units of knowing it already. */
const COST: Readonly<Record<Cost, number>> = (globalThis as any).P?.cost ?? { know: 1, 'look-up': 1.1, command: 1.25, 'ask-admin': 1.5, wait: 3 };

/** A question that would move less than this is not worth anybody's time. */
const LEAST_GAIN = 1e-9;

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

/** Whether a fact is worth asking for in this situation: `first` names what must be asked before. */
const standingOf = (path: FactPath, { evidence, asked }: Situation): 'asks' | 'is-idle' | { readonly first: FactPath } => {
  const { ask } = factSpec(path);
  if (!ask || evidence.has(path) || asked.has(path)) return 'is-idle';
  for (const [needed, values] of Object.entries(ask.only ?? {})) {
    const fact = evidence.get(needed);
    if (fact !== undefined && !(fact.state === 'known' && values.includes(String(fact.value)))) return 'is-idle';
    if (fact === undefined && !asked.has(needed) && isFactPath(needed)) return { first: needed };
  }
  return 'asks';
};

/** The facts to ask for, the best first: one that makes sense only once another is known comes behind that. */
const leading = (path: FactPath, situation: Situation): FactPath => {
  const standing = standingOf(path, situation);
  return typeof standing === 'string' ? path : leading(standing.first, situation);
};

/**
 * The question that settles most among the open causes for the least cost, found by supposing each answer and judging
 * again. None where nothing open would move, or where a cause is confirmed.
 */
export const nextQuestion = (situation: Situation): Question | undefined => {
  const { judgements, rules } = situation;
  if (judgements.some(({ verdict }) => verdict === 'confirmed')) return undefined;
  const index = indexOf(rules);
  const suspects = suspectsOf(situation, index);
  let best: { gain: Gain; score: number } | undefined;
  for (const path of FACT_PATHS) {
    const { ask } = factSpec(path);
    if (!ask || standingOf(path, situation) === 'is-idle') continue;
    const gain = gainOf(path, situation, suspects, index);
    const score = gain.value / COST[ask.cost];
    if (score > (best?.score ?? LEAST_GAIN)) best = { gain, score };
  }
  return best && toQuestion({ ...best.gain, path: leading(best.gain.path, situation) });
};
