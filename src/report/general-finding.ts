import { confirmWords } from '../facts/confirm-words.ts';
import { fillGeneral } from '../facts/general-words.ts';
import { fillSlots } from '../facts/words.ts';
import type { Finding, Reason, Step } from '../model/diagnosis.ts';
import type { FixStep, Rule, Sign } from '../model/rule.ts';
import { sentence } from './words.ts';

const NOTHING = new Map();

const fill = (text: string): string => fillSlots(text, NOTHING);

const reasonsOf = (signs: readonly Sign[] = []): readonly Reason[] =>
  signs
    .map(
      ({ strength, when, because }): Reason => ({
        strength,
        text: sentence(fillGeneral(because, when)),
        facts: [],
        rests: ['paste'],
      }),
    )
    .filter(({ text }, i, all) => all.findIndex((other) => other.text === text) === i);

const stepOf = ({ do: text, who, where, command, confirm }: FixStep): Step => ({
  do: fill(text),
  who,
  ...(where !== undefined && { where: fill(where) }),
  ...(command && {
    command: Object.fromEntries(Object.entries(command).map(([tool, line]) => [tool, fill(line)])),
  }),
  ...(confirm && { confirm: confirmWords(confirm) }),
});

/** A cause as a finding on no call in particular: all that can speak for it and against it, and every step. */
export const generalFinding = (rule: Rule): Finding => ({
  cause: rule.id,
  title: rule.title,
  gate: rule.gate,
  verdict: 'silent',
  likelihood: rule.likelihood,
  explain: fill(rule.explain),
  for: reasonsOf(rule.signs),
  against: reasonsOf(rule['counter-signs']),
  open: [],
  fix: rule.fix.map(stepOf),
  mistakenFor: rule['mistaken-for'] ?? [],
  sources: rule.sources,
});
