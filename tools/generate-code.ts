import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadRules } from '../src/cli/rule-files.ts';
import { signsOfWords, withoutWords } from '../src/match/rule-book.ts';

/**
 * Writes `src/generated`, which is not committed and which the product imports: so nothing here may import the product
 * beyond the readers of rules.
 */
const literal = (value: unknown): string => JSON.stringify(JSON.stringify(value));

const rulesModule = (): string => {
  const rules = loadRules('rules');
  return [
    "import type { Rule, SignsOfWords } from '../model/rule.ts';",
    '',
    '/** The built-in rules, compiled from rules/ so that nothing parses YAML at run time: without their signs of words. */',
    `export const wordlessRules = JSON.parse(${literal(rules.map(withoutWords))}) as readonly Rule[];`,
    '/** The signs of words of each of them. */',
    `export const wordSigns = JSON.parse(${literal(rules.map(signsOfWords))}) as readonly SignsOfWords[];`,
    '',
  ].join('\n');
};

/** The tenant of the simulator, its answers and its faults: loaded by `demo` only. */
const simulatorModule = (): string => {
  const text = (name: string): string => literal(parse(readFileSync(`simulator/${name}.yaml`, 'utf8')));
  return [
    "import type { Answers, Fault, Setup } from '../simulator/world.ts';",
    '',
    '/** The tenant, the scripts of its people, and what they call. */',
    `export const setup = JSON.parse(${text('tenant')}) as Setup;`,
    '/** What is answered when a check fails. */',
    `export const answers = JSON.parse(${text('answers')}) as Answers;`,
    '/** Everything that can be wrong, by id. */',
    `export const faults = JSON.parse(${text('faults')}) as Readonly<Record<string, Fault>>;`,
    '',
  ].join('\n');
};

mkdirSync('src/generated', { recursive: true });
writeFileSync('src/generated/rules.ts', rulesModule());
writeFileSync('src/generated/simulator.ts', simulatorModule());
