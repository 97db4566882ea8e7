import type { Rule, Sign, Strength, When } from '../../src/model/rule.ts';

/** A cause with nothing that a test does not set: its title is its id with a capital letter. */
export const smallRule = (id: string, part: Partial<Rule> = {}): Rule => ({
  id,
  title: id.charAt(0).toUpperCase() + id.slice(1),
  gate: 'workspace',
  likelihood: 'common',
  signs: [],
  explain: '',
  fix: [],
  sources: [],
  ...part,
});

/** Something that speaks for a cause, or against it. */
export const smallSign = (strength: Strength, when: When, because = 'So.'): Sign => ({ strength, when, because });
