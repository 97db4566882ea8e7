import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';
import { checkForReal as check, linesOf } from '../support/real-check.ts';
import { logLine } from '../support/recording.ts';

describe('Ctrl-C', () => {
  /** A log that goes on after the person has stopped it. */
  const stopped = async (argv: readonly string[]) => {
    let stop = (): void => undefined;
    const readStdin = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${logLine(1)}${logLine(2)}${logLine(3).slice(0, 50)}`);
      stop();
      yield Buffer.from(logLine(4).repeat(3));
    };
    const onInterrupt = (handler: () => void) => {
      stop = handler;
      return () => undefined;
    };
    return check(['-', ...argv], '', { readStdin, onInterrupt });
  };

  it('leaves whole lines and says how far it came', async () => {
    const { code, out, err } = await stopped(['--format', 'jsonl']);
    expect(code).toBe(130);
    expect(out.endsWith('\n')).toBe(true);
    expect(linesOf(out).length).toBeGreaterThanOrEqual(2);
    expect(err).toMatch(/^Stopped: stdin was read to \d+ KB: \d entries, \d failing calls\.\n$/);
  });

  it('ends the process although a pipe brings nothing more, and leaves no half line there', async () => {
    const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
    const argv = ['--import', 'tsx', main, 'check', '-', '--format', 'jsonl'];
    const child = spawn(process.execPath, argv, { stdio: 'pipe' });
    const closed = once(child, 'close');
    let [out, err] = ['', ''];
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdin.write(`${logLine(1)}${logLine(2)}${logLine(3).slice(0, 50)}`);
    for await (const text of child.stdout) {
      out += text;
      if (out.split('\n').length === 3) child.kill('SIGINT');
    }
    expect((await closed)[0]).toBe(130);
    expect(linesOf(out)).toHaveLength(2);
    expect(err).toMatch(/^Stopped: stdin was read to 1 KB: 2 entries, 2 failing calls\.\n/);
  });

  it('still reports what was found', async () => {
    const { code, out } = await stopped([]);
    expect([code, out.includes('Stops at: token')]).toEqual([130, true]);
  });
});

describe('the progress', () => {
  const slow = async function* (): AsyncGenerator<Uint8Array> {
    for (let n = 0; n < 4; n += 1) {
      yield Buffer.from(logLine(n));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  };

  it('is shown on a terminal and taken away, and never in a pipe', async () => {
    const shown = await check(['-'], '', { readStdin: slow, stderrIsTty: true, stdinSize: 2000 });
    expect(shown.err).toMatch(/\r[█░]+ +\d+ % {2}1 KB of 2 KB {2}\d failing calls?\x1b\[K/);
    expect(shown.err).toMatch(/\r\x1b\[Kstdin: 4 entries, 4 failing calls\.\n$/);
    expect((await check(['-'], '', { readStdin: slow })).err).toBe('');
  });

  it('moves no cursor for screen readers', async () => {
    const { err } = await check(['-', '--plain'], '', { readStdin: slow, stderrIsTty: true });
    expect(err).not.toMatch(/[\r\x1b]/);
  });

  it('names bytes, failing calls and the time that is left, in a line that fits', () => {
    const mark = { bytes: 400 * 1024 ** 2, total: 1000 * 1024 ** 2, failures: 12, elapsed: 4000 };
    expect(progressLine(mark, 80, false)).toBe(
      '##########--------------  40 %  400 MB of 1,000 MB  12 failing calls  6 s left'.padStart(0),
    );
    for (const columns of [20, 40, 60, 80, 200]) expect(progressLine(mark, columns, true).length).toBeLessThan(columns);
    expect(progressLine({ ...mark, total: undefined }, 80, true)).toBe('400 MB  12 failing calls');
  });
});
