import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadRules } from '../src/cli/rule-files.ts';
import { accessPage } from './docs/access-page.ts';
import { causePage } from './docs/cause-page.ts';
import { commandsPage } from './docs/commands-page.ts';
import { inputsPage } from './docs/inputs-page.ts';
import { knownCodes } from './docs/known-codes.ts';
import { libraryPage } from './docs/library-page.ts';
import { manualPage } from './docs/manual-page.ts';
import { recipesPage } from './docs/recipes-page.ts';
import { symptomsPage } from './docs/symptoms-page.ts';
import { type Stale, staleFiles } from './fresh.ts';
import { reportSchema } from './report-schema.ts';
import { ruleSchema } from './rule-schema.ts';

/** Writes the committed files that are made from other ones. `--check` writes nothing and fails where one is stale. */
const [mode] = process.argv.slice(2);

const CAUSES = 'docs/causes';

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
};

/** Everything that is committed, by its file. All of docs/causes is. */
const committed = (): ReadonlyMap<string, string> => {
  const rules = loadRules('rules');
  const codes = knownCodes(rules);
  return new Map([
    ...rules.map((rule) => [`${CAUSES}/${rule.id}.md`, causePage(rule, rules, codes)] as const),
    ['docs/commands.md', commandsPage()],
    ['docs/access.md', accessPage()],
    ['docs/inputs.md', inputsPage()],
    ['docs/library.md', libraryPage()],
    ['man/fabric-auth-doctor.1', manualPage()],
    ['docs/recipes.md', recipesPage()],
    ['docs/report.schema.json', `${JSON.stringify(reportSchema())}\n`],
    ['docs/symptoms.md', symptomsPage(rules, codes)],
    ['rules/schema.json', `${JSON.stringify(ruleSchema())}\n`],
  ]);
};

const settle = ({ file, is }: Stale, files: ReadonlyMap<string, string>): void => {
  if (is === 'left') rmSync(file);
  else write(file, files.get(file) ?? '');
};

const files = committed();
const stale = staleFiles(files, [CAUSES]);
if (mode !== '--check') for (const one of stale) settle(one, files);
else if (stale.length > 0) {
  process.stderr.write(stale.map(({ file }) => `${file} is stale. Run: npm run generate\n`).join(''));
  process.exitCode = 1;
}
