import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { build } from 'esbuild';

const BUNDLES = join('node_modules', '.cache', 'fabric-auth-doctor');

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Bundles of runs that are over. A run cannot remove its own: its threads end without a word. */
const removeOldBundles = (): void => {
  const names = existsSync(BUNDLES) ? readdirSync(BUNDLES) : [];
  for (const name of names.filter((each) => !isAlive(Number(each.split('-')[0])))) {
    rmSync(join(BUNDLES, name), { recursive: true, force: true });
  }
};

/** The command as it is shipped, bundled once for all tests of a run: it starts at once on a busy machine too. */
const bundle = async (): Promise<string> => {
  removeOldBundles();
  const outdir = join(BUNDLES, `${process.pid}-${threadId}`);
  await build({
    entryPoints: { main: 'src/cli/main.ts', simulated: 'test/terminal/simulated.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return join(process.cwd(), outdir);
};

let bundled: Promise<string> | undefined;

const folder = (): Promise<string> => {
  bundled ??= bundle();
  return bundled;
};

/** The file to run. */
export const mainFile = async (): Promise<string> => join(await folder(), 'main.js');

/** How a terminal is opened. */
export interface TerminalOptions {
  readonly argv?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that state and reports go to. */
  readonly home?: string;
  /** The port that live checks go to; the wizard is started by itself then, and takes --plain and --resume only. */
  readonly simulator?: number;
}

/** The time that the wizard is told, so that screens stay as they are. */
export const NOW = '2026-03-01T12:00:00Z';

const LONGEST_WAIT = 30_000;

/** How long a test may take on a machine that is busy with others. */
export const PATIENCE = 90_000;

const SHOW_CURSOR = '\x1b[?25h';

/** Keys as a terminal sends them. */
export const KEY = {
  enter: '\r',
  tab: '\t',
  down: '\x1b[B',
  up: '\x1b[A',
  ctrlC: '\x03',
  ctrlD: '\x04',
  ctrlZ: '\x1a',
} as const;

/** A folder of its own for what a test leaves behind. */
export const homeFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'wizard-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
};

const environment = (home: string, env: Readonly<Record<string, string>>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  XDG_STATE_HOME: join(home, 'state'),
  TERM: 'xterm-256color',
  LANG: 'en_GB.UTF-8',
  ...env,
});

/** The shell leads a group of its own, and the wizard is in it. */
const killAll = (leader: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/**
 * The wizard in a real pseudo-terminal with a real screen. After it ended, the shell around it says how the terminal was
 * left, and stays until it is killed: the last words of one that ends may get lost.
 */
export const openTerminal = async (options: TerminalOptions = {}) => {
  const { columns = 80, rows = 24, env = {}, home = tmpdir(), simulator } = options;
  const { argv = simulator === undefined ? ['--now', NOW] : [] } = options;
  const program =
    simulator === undefined ? [await mainFile()] : [join(await folder(), 'simulated.js'), String(simulator), NOW];
  const command = [process.execPath, ...program, ...argv].map(quoted).join(' ');
  const screen = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  const child = spawn('/bin/sh', ['-c', `trap : TERM HUP; ${command}; echo "code $?"; stty -a; echo END; read rest`], {
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd: home,
    env: environment(home, env),
  });
  const isPlain = argv.includes('--plain') || env['TERM'] === 'dumb';
  let raw = '';
  let size = rows;
  const watchers = new Set<() => void>();
  child.onData((data) => {
    raw += data;
    screen.write(data, () => {
      for (const watcher of watchers) watcher();
    });
  });

  const line = (at: number): string => screen.buffer.active.getLine(at)?.translateToString(true) ?? '';
  const shown = (): string => {
    const { baseY } = screen.buffer.active;
    return Array.from({ length: size }, (_, row) => line(baseY + row))
      .join('\n')
      .trimEnd();
  };
  const transcript = (): string =>
    Array.from({ length: screen.buffer.active.length }, (_, at) => line(at))
      .join('\n')
      .trimEnd();

  /** Waits until the screen fulfils a condition; no clock decides but that of a test that hangs. */
  const until = (what: string, holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        watchers.delete(check);
      };
      const check = (): void => {
        if (!holds()) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`waited for ${what}; the screen shows:\n${shown()}`));
      }, LONGEST_WAIT);
      watchers.add(check);
      check();
    });

  const sees = (text: string): Promise<void> => until(text, () => shown().includes(text));
  const type = (keys: string): void => child.write(keys);
  /** Chooses from a menu by the number that stands before the words. */
  const choose = async (words: string): Promise<void> => {
    const numberBefore = new RegExp(`(\\d+)[.:] ${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    await until(`the choice ${words}`, () => numberBefore.test(shown()));
    const number = numberBefore.exec(shown())?.[1] ?? '';
    type(number);
    await until(`${words} to be marked`, () => new RegExp(`[›>] ${number}\\. `).test(shown()) || isPlain);
    const before = raw.length;
    type(KEY.enter);
    await until(`the menu with ${words} to go`, () => isPlain || raw.indexOf(SHOW_CURSOR, before) !== -1);
  };
  return {
    raw: () => raw,
    shown,
    transcript,
    sees,
    until,
    type,
    choose,
    paste: (text: string) => type(`\x1b[200~${text}\x1b[201~`),
    /** Sends a signal to all that runs in the terminal. */
    kill: (signal: NodeJS.Signals) => killAll(child.pid, signal),
    resize: (to: { readonly columns: number; readonly rows: number }) => {
      size = to.rows;
      screen.resize(to.columns, to.rows);
      child.resize(to.columns, to.rows);
    },
    /** Waits for the end, and tells how the terminal was left. */
    ended: async () => {
      await until('the end', () => /^END$/m.test(transcript()));
      const text = transcript();
      return {
        code: Number(/^code (\d+)$/m.exec(text)?.[1]),
        echoes: / echo\b/.test(text) && !/-echo\b/.test(text),
        isInLineMode: / icanon\b/.test(text) && !/-icanon\b/.test(text),
        marksPastes: screen.modes.bracketedPasteMode,
        hidesCursor: raw.lastIndexOf('\x1b[?25l') > raw.lastIndexOf('\x1b[?25h'),
      };
    },
    close: () => {
      killAll(child.pid, 'SIGKILL');
      screen.dispose();
    },
  };
};

export type RealTerminal = Awaited<ReturnType<typeof openTerminal>>;

const opened: RealTerminal[] = [];

/** Opens the wizard and waits for its first prompt. {@link closeAll} ends it. */
export const openWizard = async (options: TerminalOptions = {}, first = 'Ctrl-C'): Promise<RealTerminal> => {
  const terminal = await openTerminal(options);
  opened.push(terminal);
  await terminal.sees(first);
  return terminal;
};

/** Ends every wizard of a test. */
export const closeAll = (): void => {
  for (const terminal of opened.splice(0)) terminal.close();
};

/** How a terminal is left when all is well. */
export const SANE = { echoes: true, isInLineMode: true, marksPastes: false, hidesCursor: false } as const;
