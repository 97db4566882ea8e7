import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { loadRules } from '../src/cli/rule-files.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import { readPastes } from '../src/read/read.ts';
import { sealPastes } from '../src/redact/seal.ts';
import { readCases } from '../tools/cases/read-case.ts';
import { againstParse, bigHar, bigLog, checkStream } from './big-input.ts';

/**
 * Ratios, not times: machines differ and are shared. Start-up is measured against a bare `node`, scaling against half of
 * the same work, each pair taken in turn in one run.
 */
const RUNS = 9;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const timeOf = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** The median of the ratios of two pieces of work, run in turn. */
const ratio = (work: () => void, against: () => void): number => {
  work();
  against();
  return median(Array.from({ length: RUNS }, () => timeOf(work) / timeOf(against)));
};

const node = (args: readonly string[], input = ''): (() => void) => {
  return () => {
    spawnSync(process.execPath, args, { input, stdio: ['pipe', 'ignore', 'ignore'] });
  };
};

const bare = node(['-e', '0']);
const token = `Authorization: Bearer ${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from(JSON.stringify({ aud: 'https://graph.microsoft.com', pad: 'x'.repeat(900) })).toString('base64url')}.${'s'.repeat(342)}`;
const log = (lines: number): string =>
  Array.from(
    { length: lines },
    (_, i) => `2026-03-01T12:00:00Z GET https://api.powerbi.com/v1.0/myorg/groups/${i} 403`,
  ).join('\n');

const rules = loadRules('rules');
const cases = readCases('fixtures');
const diagnoseCases = (count: number) => () => {
  for (const { pastes, now } of cases.slice(0, count)) diagnose(pastes, { rules, now });
};
const sealLines = (lines: number) => {
  const text = log(lines);
  return () => {
    sealPastes([{ text }]);
  };
};

/** Texts that a careless reader takes quadratic time for: twice the text must take about twice the time. */
const HOSTILE = ['{"a":"x\n', '> > ', '<', 'eyJ. ', 'curl \\\n', "{'Authorization': token} "] as const;
const readHostile = (length: number) => {
  const texts = HOSTILE.map((unit) => unit.repeat(Math.ceil(length / unit.length)));
  return () => {
    for (const text of texts) readPastes([{ text }]);
  };
};

/** Each about 200 MB, and never whole anywhere. */
const BIG = 200;
const bigRuns = { HAR: await checkStream(bigHar(BIG), 'text'), 'JSON lines': await checkStream(bigLog(BIG), 'text') };

const results = {
  cores: cpus().length,
  node: process.version,
  'start: --version / node': ratio(node(['dist/cli/main.js', '--version']), bare),
  'start: check of a 2 KB token / node': ratio(node(['dist/cli/main.js', 'check', '-'], token), bare),
  'scaling: 80 cases / 40 cases': ratio(diagnoseCases(80), diagnoseCases(40)),
  'scaling: sealing 20,000 lines / 10,000 lines': ratio(sealLines(20_000), sealLines(10_000)),
  'scaling: reading 80 KB / 40 KB of hostile texts': ratio(readHostile(80_000), readHostile(40_000)),
  'big input: splitting and reading a HAR / JSON.parse': againstParse('har', ratio),
  'big input: the same of JSON lines': againstParse('json-lines', ratio),
  ...Object.fromEntries(
    Object.entries(bigRuns).flatMap(([name, { megabytes, seconds, residentMegabytes }]) => [
      [`big input: MB/s of ${Math.round(megabytes)} MB of ${name} through a pipe`, megabytes / seconds],
      [`big input: MB resident at most, ${name}`, residentMegabytes],
    ]),
  ),
};

const lines = Object.entries(results).map(
  ([name, value]) => `${name.padEnd(56)} ${typeof value === 'number' ? Number(value.toFixed(2)) : value}`,
);
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(results)}\n` : `${lines.join('\n')}\n`);
