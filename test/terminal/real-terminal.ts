import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { mainFile, simulatedFile } from './bundled-command.ts';
import { openScreen } from './screen.ts';

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

/** How long a test may take on a machine that is busy with others. */
export const PATIENCE = 90_000;

const SHOW_CURSOR = '\x1b[?25h';
const HIDE_CURSOR = '\x1b[?25l';

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
  const folder = join(path, 'state', 'fabric-auth-doctor', 'sessions');
  return {
    path,
    /** Where sessions are kept. */
    folder,
    /** The files of the sessions that are kept. */
    sessions: (): readonly string[] =>
      existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [],
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  };
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

/** What the shell says of a terminal that was left. */
const leftAs = (transcript: string, raw: string, marksPastes: boolean) => ({
  code: Number(/^code (\d+)$/m.exec(transcript)?.[1]),
  echoes: / echo\b/.test(transcript) && !/-echo\b/.test(transcript),
  isInLineMode: / icanon\b/.test(transcript) && !/-icanon\b/.test(transcript),
  marksPastes,
  hidesCursor: raw.lastIndexOf(HIDE_CURSOR) > raw.lastIndexOf(SHOW_CURSOR),
});

const commandOf = async ({ simulator, argv }: TerminalOptions): Promise<string> => {
  const program = simulator === undefined ? [await mainFile()] : [await simulatedFile(), String(simulator), NOW];
  const own = argv ?? (simulator === undefined ? ['--now', NOW] : []);
  return [process.execPath, ...program, ...own].map(quoted).join(' ');
};

/**
 * The wizard in a real pseudo-terminal with a real screen. After it ended, the shell around it says how the terminal was
 * left, and stays until it is killed: the last words of one that ends may get lost.
 */
export const openTerminal = async (options: TerminalOptions = {}) => {
  const { argv = [], columns = 80, rows = 24, env = {}, home = tmpdir() } = options;
  const command = await commandOf(options);
  const screen = openScreen(columns, rows);
  const { shown, transcript, until, sees } = screen;
  const child = spawn('/bin/sh', ['-c', `trap : TERM HUP; ${command}; echo "code $?"; stty -a; echo END; read rest`], {
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd: home,
    env: environment(home, env),
  });
  const isPlain = argv.includes('--plain') || env['TERM'] === 'dumb';
  let raw = '';
  child.onData((data) => {
    raw += data;
    screen.write(data);
  });

  const type = (keys: string): void => child.write(keys);
  const paste = (text: string): void => type(`\x1b[200~${text}\x1b[201~`);
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
    paste,
    /** Pastes a text, and waits until the wizard has said what it recognised. */
    give: async (text: string): Promise<void> => {
      paste(text);
      await until('what was recognised', () => /Ctrl-Z\s+takes/.test(shown()));
    },
    /** Sends a signal to all that runs in the terminal. */
    kill: (signal: NodeJS.Signals) => killAll(child.pid, signal),
    resize: (to: { readonly columns: number; readonly rows: number }) => {
      screen.resize(to);
      child.resize(to.columns, to.rows);
    },
    /** Waits for the end, and tells how the terminal was left. */
    ended: async () => {
      await until('the end', () => /^END$/m.test(transcript()));
      return leftAs(transcript(), raw, screen.marksPastes());
    },
    close: () => {
      killAll(child.pid, 'SIGKILL');
      screen.close();
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
