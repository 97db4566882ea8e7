import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * What the tests reach of the core, by branches, and the files with most left: the second half of `npm run coverage`.
 * The type checker asks for a default behind every look into a list (`text[0] ?? ''`), and most of these can never be
 * used. So a constant default behind `??` counts neither as reached nor as missed; the figure with them is told beside.
 */
const BAR = 95;
const WORST = 15;
const [file = 'coverage/coverage-final.json'] = process.argv.slice(2);

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Covered {
  readonly path: string;
  readonly branchMap: Readonly<
    Record<string, { readonly locations: readonly { readonly start: Partial<Position> }[] }>
  >;
  readonly b: Readonly<Record<string, readonly number[]>>;
}

interface Branch {
  /** None for the branch of an `if` that has no `else`. */
  readonly line: number | undefined;
  readonly isReached: boolean;
  readonly isDefault: boolean;
}

const CONSTANT = /^\s*(?:\?\?\s*)?(?:''|""|\[\]|\{\}|-?\d+|undefined|Number\.\w+)(?![\w.[(])/;

/** Whether a constant stands here behind `??`. */
const isConstantDefault = (line: string, column: number): boolean =>
  CONSTANT.test(line.slice(column)) && (/\?\?\s*$/.test(line.slice(0, column)) || /^\s*\?\?/.test(line.slice(column)));

const branchesOf = ({ path, branchMap, b }: Covered): readonly Branch[] => {
  const lines = readFileSync(path, 'utf8').split('\n');
  return Object.entries(branchMap).flatMap(([id, { locations }]) =>
    locations.map(({ start }, at) => ({
      line: start.line,
      isReached: (b[id]?.[at] ?? 0) > 0,
      isDefault: start.line !== undefined && isConstantDefault(lines[start.line - 1] ?? '', start.column ?? 0),
    })),
  );
};

const share = (branches: readonly Branch[]): number =>
  (branches.filter(({ isReached }) => isReached).length / Math.max(1, branches.length)) * 100;

const covered: Readonly<Record<string, Covered>> = JSON.parse(readFileSync(file, 'utf8'));
const byFile = Object.values(covered).map((one) => ({ path: relative('.', one.path), branches: branchesOf(one) }));
const all = byFile.flatMap(({ branches }) => branches);
const counted = all.filter(({ isDefault }) => !isDefault);

const missedIn = (branches: readonly Branch[]): readonly Branch[] =>
  branches.filter(({ isReached, isDefault }) => !isReached && !isDefault);
const worst = byFile.toSorted((one, other) => missedIn(other.branches).length - missedIn(one.branches).length);
for (const { path, branches } of worst.slice(0, WORST)) {
  const missed = missedIn(branches);
  const lines = [...new Set(missed.flatMap(({ line }) => line ?? []))].join(', ');
  if (missed.length > 0)
    process.stdout.write(`${path}: ${missed.length} of ${branches.length} missed, in lines ${lines}\n`);
}
const figure = share(counted);
process.stdout.write(
  `${figure.toFixed(2)} % of ${counted.length} branches; ${share(all).toFixed(2)} % of ${all.length} with constant defaults\n`,
);
process.exitCode = figure < BAR ? 1 : 0;
