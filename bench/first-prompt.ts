import { performance } from 'node:perf_hooks';
import { spawn } from '@lydell/node-pty';
import { median } from './measure.ts';

/** The last words of the first prompt. */
const PROMPT = 'Ctrl-C';

/** Milliseconds until a command in a terminal has said something, or has ended where nothing is waited for. */
const timeOf = (args: readonly string[], words?: string): Promise<number> =>
  new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, [...args], { cols: 80, rows: 24, env: { ...process.env, TERM: 'xterm' } });
    let seen = '';
    child.onData((text) => {
      seen += text;
      if (words === undefined || !seen.includes(words)) return;
      resolve(performance.now() - start);
      child.kill('SIGKILL');
    });
    child.onExit(() => resolve(performance.now() - start));
  });

/** How long the first prompt of the wizard takes, against a bare node that ends: the median of pairs taken in turn. */
export const firstPrompt = async (runs: number): Promise<number> => {
  const ratios: number[] = [];
  for (let run = 0; run < runs; run++) {
    const prompt = await timeOf(['dist/cli/main.js'], PROMPT);
    ratios.push(prompt / (await timeOf(['-e', '0'])));
  }
  return median(ratios);
};
