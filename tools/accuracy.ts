import { loadRules } from '../src/cli/rule-files.ts';
import { readCases } from './cases/read-case.ts';
import { type Counts, type Score, score } from './cases/score.ts';

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const line = (name: string, counts: Counts, cases: number): string => {
  const share = (n: number) =>
    `${String(n).padStart(4)} ${`${cases === 0 ? 0 : Math.round((100 * n) / cases)} %`.padStart(5)}`;
  return `${name.padEnd(18)} ${String(cases).padStart(4)}   exact ${share(counts.exact)}   fair ${share(counts.fair)}   top 3 ${share(counts.top3)}`;
};

const report = (result: Score): string =>
  [
    line('pastes only', result, result.cases),
    ...Object.entries(result.byDecidable).map(([name, counts]) => line(`  ${name}`, counts, counts.cases)),
    line('with answers', result.withAnswers, result.cases),
    `wrongly confirmed  ${result.wronglyConfirmed.length}  ${result.wronglyConfirmed.join(', ')}`,
    `unexplained        ${result.unexplained.length}  ${result.unexplained.join(', ')}`,
    ...result.misses.map(({ id, expected, first }) => `  ${id}: expected ${expected}, first is ${first}`),
    '',
  ].join('\n');

if (!folder) {
  process.stderr.write('Which folder of cases? npm run accuracy -- FOLDER [--json]\n');
  process.exitCode = 2;
} else {
  const result = score(readCases(folder), loadRules('rules'));
  process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(result)}\n` : report(result));
}
