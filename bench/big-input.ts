import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type EntryKind, followEntries } from '../src/index.ts';
import { expiredCall, expiredToken, goodCall, harText } from '../test/support/recording.ts';

export const MEGABYTE = 1024 * 1024;

/** Characters of an entry beside its body, and how much longer a body gets as JSON. */
const ENTRY = 900;
const ESCAPED = 1.7;

/** Entries that come to about `megabytes`: one in a thousand fails, most of the failures alike. */
const entries = function* (megabytes: number, size: number): Generator<object> {
  const token = expiredToken();
  const many = Math.ceil((megabytes * MEGABYTE) / (ENTRY + size * ESCAPED));
  for (let n = 0; n < many; n += 1) yield n % 1000 === 500 ? expiredCall(n, token) : goodCall(n, size);
};

/** A HAR of about so many megabytes with bodies of this size, made while it is read. */
export const bigHar = (megabytes: number, body = 20_000): Generator<string> => harText(entries(megabytes, body));

/** A line of a log that is no JSON. */
export const plainLine = (n: number, isRefused: boolean): string => {
  const end = isRefused ? '403 Forbidden' : '200 OK in 41 ms';
  return `2026-03-01T12:00:00.${1000 + (n % 1000)}Z GET https://api.powerbi.com/v1.0/myorg/groups/${n}/datasets ${end}`;
};

/** A log of so many characters that is no JSON: a line for every call, one in a hundred refused. */
export const plainLog = (length: number): string =>
  Array.from({ length: Math.ceil(length / 90) }, (_, n) => plainLine(n, n % 100 === 50))
    .join('\n')
    .slice(0, length);

/** Such a log of about so many megabytes, made while it is read. */
export const bigPlainLog = function* (megabytes: number): Generator<string> {
  const many = Math.ceil((megabytes * MEGABYTE) / 95);
  let block = '';
  for (let n = 0; n < many; n += 1) {
    block += `${plainLine(n, n % 100 === 50)}\n`;
    if (block.length < MEGABYTE / 4) continue;
    yield block;
    block = '';
  }
  yield block;
};

/** A line of a log as pino writes it. */
export const jsonLine = (n: number, isRefused: boolean): string =>
  JSON.stringify({
    level: isRefused ? 50 : 30,
    time: 1_772_366_400_000 + n,
    pid: 1,
    req: {
      id: n,
      method: 'GET',
      url: `https://api.powerbi.com/v1.0/myorg/groups/${n}/datasets`,
      headers: { accept: '*/*' },
    },
    res: {
      statusCode: isRefused ? 403 : 200,
      headers: { 'x-powerbi-error-info': isRefused ? 'TokenExpired' : 'none' },
    },
    msg: 'request completed',
  });

/** JSON lines of about so many megabytes, made while they are read. */
export const bigLog = function* (megabytes: number): Generator<string> {
  const many = Math.floor((megabytes * MEGABYTE) / 270);
  let block = '';
  for (let n = 0; n < many; n += 1) {
    block += `${jsonLine(n, n % 1000 === 500)}\n`;
    if (block.length < MEGABYTE / 4) continue;
    yield block;
    block = '';
  }
  yield block;
};

/** What a run over a big input came to. */
export interface BigRun {
  readonly megabytes: number;
  readonly seconds: number;
  /** The most memory that was resident at once. */
  readonly residentMegabytes: number;
}

const REPORT_MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\nmaxRSS '+process.resourceUsage().maxRSS))";

/** Runs the built command over a stream that is never whole anywhere. */
export const checkStream = async (texts: Iterable<string>, format: 'text' | 'jsonl'): Promise<BigRun> => {
  const args = ['--import', REPORT_MEMORY, 'dist/cli/main.js', 'check', '-', '--format', format];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said = (said + text).slice(-1000);
  });
  let bytes = 0;
  const counting = function* (): Generator<Buffer> {
    for (const text of texts) {
      const chunk = Buffer.from(text);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const start = performance.now();
  const closed = new Promise((resolve) => child.once('close', resolve));
  await pipeline(Readable.from(counting(), { objectMode: false }), child.stdin);
  await closed;
  return {
    megabytes: bytes / MEGABYTE,
    seconds: (performance.now() - start) / 1000,
    residentMegabytes: Number(/maxRSS (\d+)/.exec(said)?.[1]) / 1024,
  };
};

/** Megabytes that are read whole, to compare. */
const SMALL = 20;

const chunksOf = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / MEGABYTE) }, (_, i) => text.slice(i * MEGABYTE, (i + 1) * MEGABYTE));

const PARSE: Readonly<Record<Exclude<EntryKind, 'log'>, (text: string) => void>> = {
  har: (text) => {
    JSON.parse(text);
  },
  'json-lines': (text) => {
    for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
  },
};

/** How long it takes to find the failing calls of an input, against `JSON.parse` of the same text, which holds all of it. */
export const againstParse = (
  kind: Exclude<EntryKind, 'log'>,
  ratio: (work: () => void, against: () => void) => number,
): number => {
  const text = [...(kind === 'har' ? bigHar(SMALL) : bigLog(SMALL))].join('');
  const chunks = chunksOf(text);
  const follow = (): void => {
    const follower = followEntries(kind);
    let calls = 0;
    for (const chunk of chunks) for (const _ of follower.push(chunk)) calls += 1;
    for (const _ of follower.end()) calls += 1;
    if (calls === 0) throw new Error('The big input holds no failing call.');
  };
  return ratio(follow, () => PARSE[kind](text));
};
