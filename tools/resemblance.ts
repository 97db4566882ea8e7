import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules } from '../src/cli/rule-files.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import { marksOf } from '../src/knowledge/resemblance.ts';
import type { Paste } from '../src/model/paste.ts';
import { maskDiagnosis } from '../src/report/mask-diagnosis.ts';
import { readCases } from './cases/read-case.ts';
import { type Example, learn } from './resemblance/learn.ts';

// Learns from all cases whose cause is known what calls that fail for a cause read like: `npm run learn`. The weights
// are kept with the rules, whose causes they are of, since learning them takes minutes; run it after adding cases or examples.

const CASES = ['fixtures', 'test/field'];
const EXAMPLES = 'tools/resemblance/examples';
const OUT = 'rules/resemblance.json';
/** What people really pasted. It counts more than what was made up, which is much more and more alike. */
const REAL: ReadonlySet<string> = new Set(['test/field', 'threads.jsonl']);
const TIMES_OF_REAL = 3;

interface Labelled {
  readonly cause: string | undefined;
  readonly pastes: readonly Paste[];
  readonly now: string;
}

/** The calls of one folder of cases or file of examples. */
interface Source {
  readonly name: string;
  readonly calls: readonly Labelled[];
}

const examplesIn = (file: string): readonly Labelled[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { readonly cause: string; readonly text: string } => JSON.parse(line))
    .map(({ cause, text }) => ({ cause, pastes: [{ text }], now: '2026-03-01T12:00:00Z' }));

const sources: readonly Source[] = [
  ...CASES.map((name) => ({
    name,
    calls: readCases(name).map(({ expect: { cause }, pastes, now }) => ({ cause, pastes, now })),
  })),
  ...readdirSync(EXAMPLES)
    .sort()
    .map((name) => ({ name, calls: examplesIn(join(EXAMPLES, name)) })),
];

const rules = loadRules('rules');

const exampleOf = ({ cause, pastes, now }: Labelled, times: number): readonly Example[] => {
  const [diagnosis] = diagnose(pastes, { rules, now, answers: {} });
  if (cause === undefined || diagnosis === undefined) return [];
  // Names of persons are nothing to learn.
  const { facts } = maskDiagnosis(diagnosis);
  return [{ cause, times, marks: marksOf(new Map(Object.entries(facts))) }];
};

const examples = sources.flatMap(({ name, calls }) =>
  calls.flatMap((call) => exampleOf(call, REAL.has(name) ? TIMES_OF_REAL : 1)),
);
const learned = { asOf: new Date().toISOString().slice(0, 10), examples: examples.length, ...learn(examples) };
writeFileSync(OUT, `${JSON.stringify(learned, null, 1)}\n`);
process.stdout.write(`${examples.length} examples, ${learned.marks.length} marks: ${OUT}\n`);
