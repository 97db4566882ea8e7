import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { readCases } from '../tools/cases/read-case.ts';
import { complaints, runCase } from '../tools/cases/run-case.ts';

const rules = loadRules('rules');

describe('cases', () => {
  for (const one of readCases('fixtures')) {
    it(one.knownGap ? `${one.id} is a known gap: ${one.knownGap}` : one.id, () => {
      const wrong = complaints(one, runCase(one, rules, { ...one.identity, ...one.answers }));
      if (one.knownGap) expect(wrong).not.toEqual([]);
      else expect(wrong).toEqual([]);
    });
  }
});
