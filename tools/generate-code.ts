import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadRules } from '../src/cli/rule-files.ts';

/**
 * Writes `src/generated`, which is not committed and which the product imports: so nothing here may import the product
 * beyond the reader of rule files.
 */
const rulesModule = (): string =>
  [
    "import type { Rule } from '../model/rule.ts';",
    '',
    '/** The built-in rules, compiled from rules/ so that nothing parses YAML at run time. */',
    `export const rules = JSON.parse(${JSON.stringify(JSON.stringify(loadRules('rules')))}) as readonly Rule[];`,
    '',
  ].join('\n');

/** The tenant of the simulator, its answers and its faults: loaded by `demo` only. */
const simulatorModule = (): string => {
  const text = (name: string): string =>
    JSON.stringify(JSON.stringify(parse(readFileSync(`simulator/${name}.yaml`, 'utf8'))));
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
