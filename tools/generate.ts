import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { loadRules } from '../src/cli/rule-files.ts';
import { inputsPage } from './inputs-page.ts';
import { reportSchema } from './report-schema.ts';
import { ruleSchema } from './rule-schema.ts';

/**
 * Writes what is made from other files. `--check` writes nothing that is committed and fails where a committed file is
 * stale. `src/generated` is not committed and always written.
 */
const check = process.argv.includes('--check');

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

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
};

const committed: Readonly<Record<string, () => string>> = {
  'docs/inputs.md': inputsPage,
  'docs/report.schema.json': () => `${JSON.stringify(reportSchema(), null, 1)}\n`,
  'rules/schema.json': () => `${JSON.stringify(ruleSchema(), null, 1)}\n`,
};

write('src/generated/rules.ts', rulesModule());
write('src/generated/simulator.ts', simulatorModule());
for (const [file, make] of Object.entries(committed)) {
  const text = make();
  if (!check) write(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${file} is stale. Run: npm run generate\n`);
    process.exitCode = 1;
  }
}
