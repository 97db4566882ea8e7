import xterm from '@xterm/headless';

const LONGEST_WAIT = 30_000;

/** The screen of a terminal, as a person sees it. */
export const openScreen = (columns: number, rows: number) => {
  const screen = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  let size = rows;
  const watchers = new Set<() => void>();

  const line = (at: number): string => screen.buffer.active.getLine(at)?.translateToString(true) ?? '';
  const lines = (from: number, count: number): string =>
    Array.from({ length: count }, (_, row) => line(from + row))
      .join('\n')
      .trimEnd();
  const shown = (): string => lines(screen.buffer.active.baseY, size);

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
  return {
    write: (data: string): void =>
      screen.write(data, () => {
        for (const watcher of watchers) watcher();
      }),
    shown,
    /** All that was ever shown. */
    transcript: (): string => lines(0, screen.buffer.active.length),
    until,
    sees: (text: string): Promise<void> => until(text, () => shown().includes(text)),
    marksPastes: (): boolean => screen.modes.bracketedPasteMode,
    resize: (to: { readonly columns: number; readonly rows: number }): void => {
      size = to.rows;
      screen.resize(to.columns, to.rows);
    },
    close: () => screen.dispose(),
  };
};
