import { factSpec, isFactPath } from '../facts/catalog.ts';
import { fillSlots } from '../facts/words.ts';
import { blocksOf, factsIn } from '../match/match.ts';
import type { Finding, Reason, Step } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FixStep, When } from '../model/rule.ts';
import type { JudgedSign, Judgement } from './judge.ts';

const reasonsOf = (signs: readonly JudgedSign[], evidence: Evidence): readonly Reason[] =>
  signs
    .filter(({ outcome }) => outcome.is === 'holds')
    .map(({ sign }) => ({
      strength: sign.strength,
      text: fillSlots(sign.because, evidence),
      facts: factsIn(sign.when),
    }));

const confirmWords = (when: When): string =>
  blocksOf(when)
    .map((block) =>
      Object.entries(block)
        .map(([path, test]) => {
          const meaning = isFactPath(path) ? factSpec(path).meaning : path;
          const wanted =
            typeof test === 'object' && !Array.isArray(test)
              ? Object.values(test).join(', ')
              : [test].flat().join(' or ');
          return `${meaning}: ${wanted}`;
        })
        .join('; '),
    )
    .join('; or ');

const fillStep = (step: FixStep, evidence: Evidence): Step => ({
  do: fillSlots(step.do, evidence),
  who: step.who,
  ...(step.where && { where: fillSlots(step.where, evidence) }),
  ...(step.command && {
    command: Object.fromEntries(Object.entries(step.command).map(([tool, text]) => [tool, fillSlots(text, evidence)])),
  }),
  ...(step.confirm && { confirm: confirmWords(step.confirm) }),
});

const openFacts = ({ possible, signs, counterSigns }: Judgement): readonly string[] => [
  ...new Set(
    [possible, ...signs.map((s) => s.outcome), ...counterSigns.map((s) => s.outcome)].flatMap((outcome) =>
      outcome.is === 'unknown' ? outcome.needs : [],
    ),
  ),
];

const ruledOutReasons = (judgement: Judgement, evidence: Evidence): readonly Reason[] => {
  const against = reasonsOf(judgement.counterSigns, evidence);
  if (judgement.possible.is !== 'fails') return against;
  const facts = factsIn(judgement.rule['possible-when'] ?? {});
  const known = facts.filter((path) => evidence.has(path) && isFactPath(path) && !factSpec(path).hidden);
  const text = known.map((path) => `${path} is ${fillSlots(`{${path}}`, evidence)}`).join(', ');
  return [
    { strength: 'conclusive', text: `It cannot be this: ${text || 'what was read does not fit'}.`, facts },
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
    for: reasonsOf(judgement.signs, evidence),
    against: ruledOutReasons(judgement, evidence),
    open: openFacts(judgement),
    fix: rule.fix.map((step) => fillStep(step, evidence)),
    mistakenFor: rule['mistaken-for'] ?? [],
    sources: rule.sources,
  };
};
