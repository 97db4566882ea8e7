import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadRules } from '../src/cli/rule-files.ts';
import { inputsPage } from './inputs-page.ts';
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

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
};

const committed: Readonly<Record<string, () => string>> = {
  'docs/inputs.md': inputsPage,
  'rules/schema.json': () => `${JSON.stringify(ruleSchema(), null, 1)}\n`,
};

write('src/generated/rules.ts', rulesModule());
for (const [file, make] of Object.entries(committed)) {
  const text = make();
  if (!check) write(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${file} is stale. Run: npm run generate\n`);
    process.exitCode = 1;
  }
}
