import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadRules } from '../src/cli/rule-files.ts';
import { newCase } from './new/new-case.ts';
import { isGate, newRule, ruleFile } from './new/new-rule.ts';

const USAGE = `npm run new -- rule ID GATE             a rule to fill in
npm run new -- case NAME < paste.txt    a paste as a case; NAME may begin with a cause: wrong-audience/near-this
`;

/** Words of small letters, digits and dashes: they become the names of files. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const save = (file: string, text: string, next: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
  process.stdout.write(`${file}\n${next}\n`);
};

const [what, name = '', gate = ''] = process.argv.slice(2);
if (what === 'rule' && NAME.test(name) && isGate(gate)) {
  save(
    ruleFile(name, gate),
    newRule(name, gate),
    `Fill it in, then: npm run new -- case ${name}/what-differs < paste.txt`,
  );
} else if (what === 'case' && name.split('/').length <= 2 && name.split('/').every((part) => NAME.test(part))) {
  const now = new Date().toISOString();
  const { file, text } = newCase(name, readFileSync(0, 'utf8'), loadRules('rules'), now);
  save(file, text, 'Read it, correct what it expects, and say in a sentence what differs. Then: npm run cases');
} else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}
