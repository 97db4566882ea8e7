import type { Io } from '../../src/cli/io.ts';

/** An outside world that remembers what was said to it. */
export interface FakeIo extends Io {
  readonly said: { out: string; err: string };
}

/** A world with this text on stdin; without one, stdin is a terminal. */
export const fakeIo = (stdin?: string | Uint8Array, changes: Partial<Io> = {}): FakeIo => {
  const said = { out: '', err: '' };
  return {
    said,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    outIsReady: async () => true,
    readStdin: async function* () {
      if (stdin !== undefined) yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
    },
    stdinSize: undefined,
    stdinIsTty: stdin === undefined,
    stdoutIsTty: false,
    stderrIsTty: false,
    onInterrupt: () => () => undefined,
    columns: 80,
    stderrColumns: () => 80,
    terminal: () => {
      throw new Error('this world has no terminal');
    },
    platform: 'linux',
    env: { LANG: 'en_GB.UTF-8' },
    now: () => '2026-03-01T12:00:00.000Z',
    ...changes,
  };
};
