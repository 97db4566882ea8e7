import { loadRules } from '../src/cli/rule-files.ts';
import { readCases } from './cases/read-case.ts';
import { type Measured, measurePatients, patientsOf, summary } from './interview/measure.ts';

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const line = ({ id, cause, course, inOrder }: Measured): string =>
  `${course.found ? String(course.asked.length).padStart(3) : '  -'} ${String(inOrder.asked.length).padStart(3)}${inOrder.found ? ' ' : '-'} ${id} (${cause}): ${course.asked.join(', ')}`;

if (!folder) {
  process.stderr.write('Which folder of cases? npm run interview -- FOLDER [--json]\n');
  process.exitCode = 2;
} else {
  const rules = loadRules('rules');
  const measured = measurePatients(patientsOf(readCases(folder), rules), rules);
  const result = summary(measured);
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.stdout.write(`${measured.map(line).join('\n')}\n${JSON.stringify(result, undefined, 2)}\n`);
}
