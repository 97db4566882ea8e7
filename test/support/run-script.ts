import { execFileSync, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** What a script said. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The languages that are run here. */
export const RUN_LANGUAGES = ['curl', 'javascript', 'python'] as const;
export type RunLanguage = (typeof RUN_LANGUAGES)[number];

/** The interpreter itself: a wrapper of a version manager takes longer to start than the script to run. */
const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();

const COMMANDS: Readonly<Record<RunLanguage, readonly [program: string, ...options: string[]]>> = {
  curl: ['bash'],
  javascript: [process.execPath],
  python: [python, '-I'],
};

/** The file that each language is saved in. */
export const ENDINGS: Readonly<Record<RunLanguage, string>> = { curl: 'sh', javascript: 'mjs', python: 'py' };

/** Does what the person does in the browser: signs in, and comes back with a code. */
const signIn = async (address: string): Promise<string> => {
  const answer = await fetch(address, { redirect: 'manual' });
  return answer.headers.get('location') ?? `(refused: ${await answer.text()})`;
};

/** A port that nobody uses. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Runs a script with nothing in its environment but `env`. Where it shows a sign-in address, somebody signs in. */
export const runScript = (language: RunLanguage, file: string, env: Readonly<Record<string, string>>): Promise<Ran> =>
  new Promise((resolve) => {
    const [program, ...options] = COMMANDS[language];
    const child = spawn(program, [...options, file], {
      env: { PATH: process.env['PATH'], NO_PROXY: '*', no_proxy: '*', ...env },
    });
    const said = { out: '', err: '' };
    let isSignedIn = false;
    const follow = async (): Promise<void> => {
      const address = /^http\S+\/authorize\?\S+$/m.exec(said.out)?.[0];
      if (address === undefined || isSignedIn || !said.out.endsWith('\n')) return;
      isSignedIn = true;
      const back = await signIn(address);
      if (language === 'curl') child.stdin.end(`${back}\n`);
      else await fetch(back);
    };
    child.stdout.on('data', (text) => {
      said.out += text;
      follow().catch((error) => {
        said.err += String(error);
        child.kill();
      });
    });
    child.stderr.on('data', (text) => {
      said.err += text;
    });
    child.on('close', (code) => resolve({ code, ...said }));
  });
