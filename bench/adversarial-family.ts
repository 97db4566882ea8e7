import { diagnose } from '../src/index.ts';
import { ADVERSARIAL } from '../test/support/adversarial-texts.ts';
import { plainLog } from './big-input.ts';
import { cpuTimeOf, leastTime } from './measure.ts';

/** Measures one kind of text, named as an argument, or a log where none is: prints the milliseconds at both sizes. */
const NOW = '2026-03-01T12:00:00Z';
const SMALL = 100_000;
const LARGE = 1_000_000;
/** The least of so many runs counts: the first compiles what the text needs, and others on the machine only ever add time. */
const RUNS = 4;

const timeOf = (text: string): number =>
  leastTime(
    () =>
      cpuTimeOf(() => {
        diagnose([{ text }], { now: NOW });
      }),
    0,
    RUNS,
  );

const make = ADVERSARIAL[process.argv[2] ?? ''] ?? plainLog;
process.stdout.write(JSON.stringify({ small: timeOf(make(SMALL)), large: timeOf(make(LARGE)) }));
