import { readRuleFile, ruleFiles } from '../src/cli/rule-files.ts';

const named = process.argv.slice(2);
const problems = (named.length > 0 ? named : ruleFiles('rules')).flatMap((file) => readRuleFile(file).problems);
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
