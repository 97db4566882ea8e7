import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { FACT_PATHS, factSpec, isFactPath } from '../src/facts/catalog.ts';
import { slotsIn } from '../src/facts/words.ts';
import { derivations } from '../src/knowledge/derive/derivations.ts';
import { factsIn } from '../src/match/match.ts';
import { type Block, GATES, type Operators, type Rule, type Sign } from '../src/model/rule.ts';
import { readCases } from '../tools/cases/read-case.ts';

const rules = loadRules('rules');
const cases = readCases('fixtures');
const conditions = (rule: Rule) => [
  ...[...rule.signs, ...(rule['counter-signs'] ?? [])].map(({ when }) => when),
  ...(rule['possible-when'] ? [rule['possible-when']] : []),
  ...rule.fix.flatMap(({ confirm, when, unless }) => [confirm ?? [], when ?? [], unless ?? []].flat()),
];
const textsOf = (rule: Rule): readonly string[] => [
  rule.title,
  rule.explain,
  ...[...rule.signs, ...(rule['counter-signs'] ?? [])].map(({ because }) => because),
  ...rule.fix.flatMap((step) => [step.do, step.where ?? '', ...Object.values(step.command ?? {})]),
];
/** The words that a sign looks for in the text, where they are enough for it. */
const wordsAlone = ({ when }: Sign): readonly string[] =>
  [when].flat().flatMap((block: Block): readonly string[] => {
    const [test, ...more] = Object.values(block);
    if (more.length > 0 || !('evidence.text' in block) || typeof test !== 'object') return [];
    return [(test as Operators).contains ?? []].flat().map((word) => word.toLowerCase());
  });
const sourceOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

describe('every rule', () => {
  it('belongs to a gate, and every gate has one', () => {
    expect(GATES.filter((gate) => !rules.some((rule) => rule.gate === gate))).toEqual([]);
  });

  it('has a hit: a case in its folder that expects it', () => {
    const hit = new Set(
      cases.filter(({ id, expect: { cause } }) => id.startsWith(`${cause}/`)).map(({ expect: { cause } }) => cause),
    );
    expect(rules.map(({ id }) => id).filter((id) => !hit.has(id))).toEqual([]);
  });

  it('has a step that is meant for every call', () => {
    const without = rules.filter(({ fix }) =>
      fix.every(({ when, unless }) => when !== undefined || unless !== undefined),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('has a near miss: a case in its folder that must not come out as it', () => {
    const near = new Set(
      cases
        .filter(({ id, expect: { cause } }) => id.includes('/near-') && !id.startsWith(`${cause}/`))
        .map(({ id }) => id.split('/')[0]),
    );
    expect(rules.map(({ id }) => id).filter((id) => !near.has(id))).toEqual([]);
  });

  it('looks for the same words in one sign of a strength only, as one sentence is one sign', () => {
    const twice = rules.flatMap((rule) => {
      const words = rule.signs.flatMap((sign) =>
        [...new Set(wordsAlone(sign))].map((word) => `${sign.strength}: ${word}`),
      );
      return words.filter((word, i) => words.indexOf(word) !== i).map((word) => `${rule.id}: ${word}`);
    });
    expect(twice).toEqual([]);
  });

  it('names only causes that exist where it says what it is mistaken for', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const wrong = rules.flatMap(({ id, 'mistaken-for': others = [] }) =>
      others.filter((other) => !ids.has(other)).map((other) => `${id}: ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has conditions that no other rule has as a whole', () => {
    const seen = new Map<string, string>();
    const same = rules.flatMap((rule) => {
      const key = JSON.stringify([
        rule['possible-when'] ?? {},
        rule.signs.map(({ when, strength }) => [strength, when]),
      ]);
      const other = seen.get(key);
      seen.set(key, rule.id);
      return other ? [`${other} and ${rule.id}`] : [];
    });
    expect(same).toEqual([]);
  });

  it('prints no hidden fact: no slot can carry free text or a secret', () => {
    const wrong = rules.flatMap((rule) =>
      textsOf(rule)
        .flatMap(slotsIn)
        .filter((path) => !isFactPath(path) || factSpec(path).hidden)
        .map((path) => `${rule.id}: {${path}}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('every fact', () => {
  const given = ['src/read', 'src/knowledge', 'src/facts/derived'].map((folder) => {
    try {
      return sourceOf(folder);
    } catch {
      return '';
    }
  });

  it('can be had: a reader or derivation gives it, or a question asks for it', () => {
    const text = given.join('\n');
    const unreachable = FACT_PATHS.filter((path) => factSpec(path).ask === undefined && !text.includes(`'${path}'`));
    expect(unreachable).toEqual([]);
  });

  it('that a question asks for is looked at by a rule or a derivation', () => {
    const used = new Set([...rules.flatMap(conditions).flatMap(factsIn), ...derivations.flatMap(({ from }) => from)]);
    const idle = FACT_PATHS.filter((path) => factSpec(path).ask !== undefined && !used.has(path));
    expect(idle).toEqual([]);
  });

  it('that a question offers answers for has words for values that exist', () => {
    const wrong = FACT_PATHS.flatMap((path) => {
      const { ask, type } = factSpec(path);
      if (!ask?.answers || typeof type === 'string') return [];
      return Object.keys(ask.answers)
        .filter((value) => !type.includes(value))
        .map((value) => `${path}: ${value}`);
    });
    expect(wrong).toEqual([]);
  });
});
