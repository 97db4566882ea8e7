import { FACT_PATHS, type FactPath, factSpec, isFactPath } from '../facts/catalog.ts';
import { questionOf } from '../facts/question-of.ts';
import type { Question } from '../model/diagnosis.ts';
import type { Cost } from '../model/fact.ts';
import { indexOf } from './conditions.ts';
import { type Gain, gainOf, type Situation, suspectsOf } from './gain.ts';

/** What an answer costs a person, in units of knowing it already. */
const COST: Readonly<Record<Cost, number>> = { know: 1, 'look-up': 1.1, command: 1.1, 'ask-admin': 4, wait: 8 };

/** A question that is worth less than this is not worth anybody's time. */
const LEAST_GAIN = 0.0005;
/** After this many answers a person tires: then a question must be worth as much as a good first one. */
const PATIENCE = 5;
const LEAST_GAIN_LATER = 0.02;

const toQuestion = ({ path, settles }: Gain): Question | undefined => questionOf(path, settles.slice(0, 6));

/** Whether a fact is worth asking for in this situation: `first` names what must be asked before. */
const standingOf = (
  path: FactPath,
  { evidence, asked }: Situation,
): 'asks' | 'is-idle' | { readonly first: FactPath } => {
  const { ask } = factSpec(path);
  if (!ask || evidence.has(path) || asked.has(path)) return 'is-idle';
  for (const [needed, values] of Object.entries(ask.only ?? {})) {
    const fact = evidence.get(needed);
    if (fact !== undefined && !(fact.state === 'known' && values.includes(String(fact.value)))) return 'is-idle';
    if (fact === undefined && !asked.has(needed) && isFactPath(needed) && factSpec(needed).ask)
      return { first: needed };
  }
  return 'asks';
};

/** Whether the person had nothing to paste in which anything was recognised: then questions begin at the beginning. */
const nothingRead = ({ evidence }: Situation): boolean =>
  [...evidence].every(
    ([path, { origin }]) => origin.by !== 'read' || path === 'evidence.text' || path === 'client.tools',
  );

/** What has to be known first is asked first where it is worth this share of what comes behind it. */
const WORTH_ASKING = 0.03;

/**
 * The question that settles most among the open causes for the least cost, found by supposing each answer and judging
 * again. None where nothing open would move enough, or where a cause is confirmed.
 */
export const nextQuestion = (situation: Situation): Question | undefined => {
  const { judgements, rules } = situation;
  if (judgements.some(({ verdict }) => verdict === 'confirmed')) return undefined;
  const index = indexOf(rules);
  const suspects = suspectsOf(situation, index);
  const least = situation.asked.size < PATIENCE ? LEAST_GAIN : LEAST_GAIN_LATER;
  let best: { gain: Gain; score: number } | undefined;
  for (const path of FACT_PATHS) {
    const { ask } = factSpec(path);
    if (!ask || standingOf(path, situation) === 'is-idle') continue;
    const gain = gainOf(path, situation, suspects, index);
    const score = gain.value / COST[ask.cost];
    if (score > (best?.score ?? least)) best = { gain, score };
  }
  const standing = best && standingOf(best.gain.path, situation);
  if (best === undefined || typeof standing !== 'object') return best && toQuestion(best.gain);
  const before = gainOf(standing.first, situation, suspects, index);
  const isFirst = nothingRead(situation) || before.value > WORTH_ASKING * best.gain.value;
  return toQuestion(isFirst ? before : best.gain);
};
