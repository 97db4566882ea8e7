import { describe, expect, it } from 'vitest';
import { indexOf } from '../src/diagnose/conditions.ts';
import { consequences } from '../src/diagnose/consequences.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import { judge } from '../src/diagnose/judge.ts';
import { suppositions } from '../src/diagnose/suppose.ts';
import { type Situation, type Suspect, suspectsOf, suspicion } from '../src/diagnose/suspects.ts';
import { bestOf, weigher } from '../src/diagnose/weigh.ts';
import { FACT_PATHS, type FactPath } from '../src/facts/catalog.ts';
import { runDerivations } from '../src/facts/derivation.ts';
import { builtInRules as rules } from '../src/index.ts';
import { derivations } from '../src/knowledge/derive/derivations.ts';
import type { FactValue } from '../src/model/evidence.ts';
import { type Case, readCases } from '../tools/cases/read-case.ts';

/** What sums of the same numbers may differ by. */
const ROUNDING = 1e-12;

const index = indexOf(rules);

/** What is known of a case before anything is asked. */
const situationOf = ({ pastes, now }: Case): Situation => {
  const evidence = new Map(Object.entries(diagnose(pastes, { rules, now })[0]?.facts ?? {}));
  return { evidence, judgements: judge(rules, evidence), rules, derivations, now, asked: new Set() };
};

const situations = readCases('fixtures')
  .filter((_, i) => i % 9 === 0)
  .map((one) => [one.id, situationOf(one)] as const);

/** The suspicion on a cause after an answer, with all signs of every rule judged anew. */
const judgedAnew = (path: FactPath, value: FactValue, { evidence, now }: Situation) => {
  const told = new Map(evidence).set(path, { state: 'known', value, origin: { by: 'told' } });
  runDerivations(told, consequences(path, derivations, index).run, now);
  const all = judge(rules, told);
  return ({ judgement, doubt }: Suspect): number => {
    const own = all.find(({ rule }) => rule === judgement.rule);
    // What the call reads like is taken to stay as it is.
    const { resemblance } = judgement;
    return own === undefined ? Number.NaN : suspicion({ ...own, resemblance }) * doubt;
  };
};

describe('the search for the best question', () => {
  it.each(situations)('finds the one that weighing all of them finds: %s', (_, situation) => {
    const { candidate, score } = weigher(situation);
    const candidates = FACT_PATHS.flatMap(candidate);
    const unbounded = candidates.map((one) => ({ ...one, most: Number.POSITIVE_INFINITY }));
    const { best, score: most } = bestOf(candidates, score, 0);
    const exhaustive = bestOf(unbounded, score, 0);
    expect([best?.path, most]).toEqual([exhaustive.best?.path, exhaustive.score]);
    for (const one of candidates) expect(score(one), one.path).toBeLessThanOrEqual(one.most + ROUNDING);
  });

  it('supposes of each answer what judging every rule anew comes to', () => {
    const wrong: string[] = [];
    for (const [id, situation] of situations.filter((_each, i) => i % 10 === 0)) {
      const suspects = suspectsOf(situation, index);
      for (const { path } of FACT_PATHS.flatMap(weigher(situation).candidate)) {
        const { answers, usually } = suppositions(path, situation, suspects, index);
        for (const { value, moved } of answers.slice(0, 4)) {
          const after = judgedAnew(path, value, situation);
          for (const suspect of suspects.byRule.values()) {
            const supposed = moved.get(suspect) ?? usually.get(suspect) ?? suspect.weight;
            if (supposed !== after(suspect)) wrong.push(`${id}: ${path} ${value} ${suspect.judgement.rule.id}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
