import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { loadRules } from '../src/cli/rule-files.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import { sealPastes } from '../src/redact/seal.ts';
import { readCases } from '../tools/cases/read-case.ts';
import { adversarial } from './adversarial.ts';
import { againstParse, bigHar, bigLog, bigPlainLog, checkStream } from './big-input.ts';
import { firstPrompt } from './first-prompt.ts';
import { cpuRatio, ratio } from './measure.ts';
import { packageSize } from './package-size.ts';
import { pasteTime } from './paste.ts';
import { growths } from './sizes.ts';

const node = (args: readonly string[], input = ''): (() => void) => {
  return () => {
    spawnSync(process.execPath, args, { input, stdio: ['pipe', 'ignore', 'ignore'] });
  };
};

/** Families of hostile texts that are shown, the slowest first; `--json` has them all. */
const SHOWN = 8;

const bare = node(['-e', '0']);
const token = `Authorization: Bearer ${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from(JSON.stringify({ aud: 'https://graph.microsoft.com', pad: 'x'.repeat(900) })).toString('base64url')}.${'s'.repeat(342)}`;
/** Ids of one length: longer ones make other runs of letters, and those other work. */
const log = (lines: number): string =>
  Array.from(
    { length: lines },
    (_, i) => `2026-03-01T12:00:00Z GET https://api.powerbi.com/v1.0/myorg/groups/${10_000 + i} 403`,
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

/** Each about 200 MB, and never whole anywhere. */
const BIG = 200;
const bigRuns = {
  HAR: await checkStream(bigHar(BIG), 'text'),
  'JSON lines': await checkStream(bigLog(BIG), 'text'),
  'plain log': await checkStream(bigPlainLog(BIG), 'text'),
};
const sizes = growths();
const { packed, unpacked, packages } = packageSize();
const { families, trend } = adversarial();

const ratios: Readonly<Record<string, number | string>> = {
  cores: cpus().length,
  node: process.version,
  'start: --version / node': ratio(node(['dist/cli/main.js', '--version']), bare),
  'start: check of a 2 KB token / node': ratio(node(['dist/cli/main.js', 'check', '-'], token), bare),
  'start: first prompt of the wizard / node': await firstPrompt(9),
  'wizard: ms until 64 KB are recognised': await pasteTime(5),
  'package: MB of the tarball': packed,
  'package: MB unpacked': unpacked,
  'package: packages installed in all': packages,
  'scaling: 80 cases / 40 cases': cpuRatio(diagnoseCases(80), diagnoseCases(40)),
  'scaling: sealing 20,000 lines / 10,000 lines': cpuRatio(sealLines(20_000), sealLines(10_000)),
  'big input: splitting and reading a HAR / JSON.parse': againstParse('har', cpuRatio),
  'big input: the same of JSON lines': againstParse('json-lines', cpuRatio),
  ...Object.fromEntries(
    Object.entries(bigRuns).flatMap(([name, { megabytes, seconds, residentMegabytes }]) => [
      [`big input: MB/s of ${Math.round(megabytes)} MB of ${name} through a pipe`, megabytes / seconds],
      [`big input: MB resident at most, ${name}`, residentMegabytes],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(sizes).map(([name, { worstDoubling, at }]) => [
      `size: twice as much ${name} takes, at worst (at ${at.toPrecision(2)} MB)`,
      worstDoubling,
    ]),
  ),
  'hostile: ms for 100 kB of a log': trend,
  ...Object.fromEntries(
    families.slice(0, SHOWN).flatMap(({ name, above, tenfold }) => [
      [`hostile: ms for 100 kB above that, ${name}`, above],
      [`hostile: ten times the text / the text, ${name}`, tenfold],
    ]),
  ),
};

const lines = Object.entries(ratios).map(
  ([name, value]) => `${name.padEnd(72)} ${typeof value === 'number' ? Number(value.toFixed(2)) : value}`,
);
const everything = { ...ratios, sizes, families };
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(everything)}\n` : `${lines.join('\n')}\n`);
