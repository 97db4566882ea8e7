import { performance } from 'node:perf_hooks';
import { spawn } from '@lydell/node-pty';
import { median } from './measure.ts';

const LENGTH = 65_536;
/** What a terminal hands on at once. */
const CHUNK = 1_024;

const CALL = 'curl -i https://api.powerbi.com/v1.0/myorg/groups\n\nHTTP/1.1 403 Forbidden\nContent-Length: 0\n\n';
const LOG = Array.from({ length: 1_200 }, (_, i) => `2026-03-01T12:00:00Z INFO worker ${i}: done in ${i % 90} ms`);
const ROWS = Array.from({ length: 900 }, (_, i) => ({ id: i, name: `item ${i}`, state: 'ok', words: 'some of them' }));
const TEXTS = [`${CALL}${LOG.join('\n')}`, `${CALL}${JSON.stringify(ROWS, null, 1)}`];

const write = (text: string, to: (chunk: string) => void): void => {
  const keys = `\x1b[200~${text.slice(0, LENGTH).replaceAll('\n', '\r')}\x1b[201~`;
  for (let at = 0; at < keys.length; at += CHUNK) to(keys.slice(at, at + CHUNK));
};

/** Milliseconds from the first byte of a paste until it is said what was recognised in it. */
const timeOf = (text: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const options = { cols: 80, rows: 30, env: { ...process.env, TERM: 'xterm' } };
    const child = spawn(process.execPath, ['dist/cli/main.js'], options);
    let seen = '';
    let start: number | undefined;
    const paste = (): void => {
      seen = '';
      start = performance.now();
      write(text, (chunk) => child.write(chunk));
    };
    child.onData((words) => {
      seen += words;
      if (start === undefined && seen.includes('Ctrl-C')) {
        start = 0;
        // A person needs longer than that to press the keys.
        setTimeout(paste, 500);
      }
      if (start === undefined || start === 0 || !seen.includes('Curl command')) return;
      resolve(performance.now() - start);
      child.kill('SIGKILL');
    });
    child.onExit(() => reject(new Error(`The wizard ended before it had read the paste: ${seen}`)));
  });

/** How long 64 KB take in the wizard until they are recognised: the median of several pastes of two kinds. */
export const pasteTime = async (runs: number): Promise<number> => {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) for (const text of TEXTS) times.push(await timeOf(text));
  return median(times);
};
