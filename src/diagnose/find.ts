import { factSpec, isFactPath } from '../facts/catalog.ts';
import { confirmWords } from '../facts/confirm-words.ts';
import { fillCommand, fillSlots } from '../facts/words.ts';
import { tellingWords } from '../knowledge/resemblance.ts';
import { factsIn, holds, match, truthOf } from '../match/match.ts';
import type { Finding, Reason, Step } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import { type FixStep, type Rule, type Sign, STRENGTHS } from '../model/rule.ts';
import { basisOf } from './basis.ts';
import type { Judgement } from './judge.ts';
import { readsAlike } from './rank.ts';

/** The signs that hold, strongest first; words that two signs share are said once. */
const reasonsOf = (signs: readonly Sign[] | undefined, evidence: Evidence): readonly Reason[] =>
  (signs ?? [])
    .filter(({ when }) => holds(when, evidence))
    .map(({ strength, when, because }) => ({
      strength,
      text: fillSlots(because, evidence),
      facts: factsIn(when),
      rests: basisOf(factsIn(when), evidence),
    }))
    .sort((a, b) => STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength))
    .filter(({ text }, i, all) => all.findIndex((other) => other.text === text) === i);

/** As many words show what a call reads like. */
const WORDS_SHOWN = 4;

/** That the call reads like others with this cause: all that speaks for a cause which its signs make no likely one. */
const resemblanceReason = (judgement: Judgement, evidence: Evidence): readonly Reason[] => {
  const { rule, verdict, strong } = judgement;
  if (!readsAlike(judgement)) return [];
  const words = tellingWords(evidence, rule.id, WORDS_SHOWN).map((word) => `"${word}"`);
  const by = words.length === 0 ? '' : `, by words such as ${words.join(', ')}`;
  const strength = verdict === 'likely' && strong <= 0 ? 'strong' : 'weak';
  const text = `It reads like other calls with this cause${by}.`;
  return [{ strength, text, facts: ['evidence.text'], rests: ['paste', 'other-calls'] }];
};

const fillStep = (step: FixStep, evidence: Evidence): Step => ({
  do: fillSlots(step.do, evidence),
  who: step.who,
  ...(step.where && { where: fillSlots(step.where, evidence) }),
  ...(step.command && {
    command: Object.fromEntries(
      Object.entries(step.command).map(([tool, text]) => [tool, fillCommand(text, evidence)]),
    ),
  }),
  ...(step.confirm && { confirm: confirmWords(step.confirm) }),
});

const isMeant = ({ when, unless }: FixStep, evidence: Evidence): boolean =>
  (when === undefined || holds(when, evidence)) && (unless === undefined || !holds(unless, evidence));

const openFacts = (rule: Rule, evidence: Evidence): readonly string[] => {
  const conditions = [
    rule['possible-when'],
    ...[...rule.signs, ...(rule['counter-signs'] ?? [])].map(({ when }) => when),
  ];
  const needs = conditions
    .map((when) => match(when, evidence))
    .flatMap((one) => (one.is === 'unknown' ? one.needs : []));
  return [...new Set(needs)];
};

const ruledOutReasons = (rule: Rule, evidence: Evidence): readonly Reason[] => {
  const against = reasonsOf(rule['counter-signs'], evidence);
  if (truthOf(rule['possible-when'], evidence) !== false) return against;
  const facts = factsIn(rule['possible-when'] ?? {});
  const known = facts.filter((path) => evidence.has(path) && isFactPath(path) && !factSpec(path).hidden);
  const text = known.map((path) => `${path} is ${fillSlots(`{${path}}`, evidence)}`).join(', ');
  return [
    {
      strength: 'conclusive',
      text: `It cannot be this: ${text || 'what was read does not fit'}.`,
      facts,
      rests: basisOf(facts, evidence),
    },
    ...against,
  ];
};

/** A judgement as a finding: every sentence filled with what is known of this call. */
export const toFinding = (judgement: Judgement, evidence: Evidence): Finding => {
  const { rule, verdict } = judgement;
  return {
    cause: rule.id,
    title: rule.title,
    gate: rule.gate,
    verdict,
    likelihood: rule.likelihood,
    explain: fillSlots(rule.explain, evidence),
    for: [...reasonsOf(rule.signs, evidence), ...resemblanceReason(judgement, evidence)],
    against: ruledOutReasons(rule, evidence),
    open: openFacts(rule, evidence),
    fix: rule.fix.filter((step) => isMeant(step, evidence)).map((step) => fillStep(step, evidence)),
    mistakenFor: rule['mistaken-for'] ?? [],
    sources: rule.sources,
  };
};
