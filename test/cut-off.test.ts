import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACT_PATHS, factSpec } from '../src/facts/catalog.ts';
import { rules } from '../src/generated/rules.ts';
import { diagnose } from '../src/index.ts';
import type { Diagnosis } from '../src/model/diagnosis.ts';
import type { Fact } from '../src/model/evidence.ts';
import { type Case, readCases } from '../tools/cases/read-case.ts';

/** Every input format has a case of its own, named after it. */
const formats = readCases('fixtures').filter(({ file }) => basename(file).startsWith('from-'));

/** Where a paste is cut: evenly, and more often than its lines are long. */
const CUTS = 24;

const cutPastes = ({ pastes }: Case): readonly (readonly string[])[] => {
  const texts = pastes.map(({ text }) => text);
  const whole = texts.reduce((sum, { length }) => sum + length, 0);
  return Array.from({ length: CUTS }, (_, i) => {
    let left = Math.floor((whole * (i + 1)) / (CUTS + 1));
    return texts.flatMap((text) => {
      const part = text.slice(0, left);
      left = Math.max(0, left - text.length);
      return part === '' ? [] : [part];
    });
  });
};

/** Groups that a reader calls complete: what is not in one is said to be absent. */
const GROUPS = new Set(['request', 'response', 'token-request', 'credential', 'token']);
const paths = FACT_PATHS.filter((path) => GROUPS.has(factSpec(path).group));
const MISSING: readonly unknown[] = ['missing', 'none', 'empty', false];

const isSaidMissing = (fact: Fact | undefined): boolean =>
  fact?.origin.by === 'read' && (fact.state === 'absent' || MISSING.includes(fact.value));

const same = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a?.state === b?.state && (a?.state !== 'known' || (b?.state === 'known' && String(a.value) === String(b.value)));

/** What the cut paste says is not there although the whole one shows it. */
const falselyMissing = (cut: Diagnosis, whole: Diagnosis): readonly string[] =>
  paths.filter(
    (path) =>
      isSaidMissing(cut.facts[path]) && whole.facts[path] !== undefined && !same(cut.facts[path], whole.facts[path]),
  );

const fair = ({ expect: { cause, acceptable = [] } }: Case): readonly (string | undefined)[] => [cause, ...acceptable];

const diagnosed = (texts: readonly string[], now: string): Diagnosis | undefined =>
  diagnose(
    texts.map((text) => ({ text })),
    { rules, now },
  )[0];

describe('a paste that is cut off', () => {
  it.each(formats.map((one) => [one.id, one] as const))(
    '%s: nothing is called absent that stood behind the cut, and no other cause is confirmed',
    (_, one) => {
      const whole = diagnosed(
        one.pastes.map(({ text }) => text),
        one.now,
      );
      const wrong = cutPastes(one).flatMap((texts, i) => {
        const cut = diagnosed(texts, one.now);
        if (cut === undefined || whole === undefined) return [];
        const confirmed = cut.findings.filter(
          ({ cause, verdict }) => verdict === 'confirmed' && !fair(one).includes(cause),
        );
        return [
          ...falselyMissing(cut, whole).map((path) => `cut ${i}: ${path} is said to be missing`),
          ...confirmed.map(({ cause }) => `cut ${i}: ${cause} is confirmed`),
        ];
      });
      expect(wrong).toEqual([]);
    },
  );
});
