import { StringDecoder } from 'node:string_decoder';
import { readableWidth, type Style } from '../../report/style.ts';
import type { Io, Terminal } from '../io.ts';
import type { LeftBy, Page } from './face.ts';
import { type KeyEvent, keyReader } from './keys.ts';
import { rowsOf } from './rows-of.ts';

/** The terminal as the wizard uses it: what comes in, its size and look, and what is drawn on it. */
export interface Room {
  readonly output: NodeJS.WriteStream;
  /** Whether pages are drawn in place; else each follows the one before. */
  readonly redraws: boolean;
  readonly style: () => Style;
  readonly rows: () => number;
  readonly write: (text: string) => void;
  /** Prints lines that stay. */
  readonly say: (page: Page) => void;
  /** Draws a page in place of what stood there, with so many lines free below it; gives its height. */
  readonly draw: (page: Page, below: number) => number;
  readonly onResize: (redraw: () => void) => () => void;
  /** Hands on what comes in, first what came while nobody listened. There is one listener at a time. */
  readonly listen: (take: (events: readonly KeyEvent[]) => void) => () => void;
  /** Puts back what came behind the end of an answer: it belongs to the next one. */
  readonly unread: (events: readonly KeyEvent[]) => void;
  /** Aborted when the talk is over before its end; the reason is a {@link LeftBy}. */
  readonly ending: AbortSignal;
  /** Leaves the terminal as it was found. */
  readonly close: () => void;
}

/** How the wizard is to look. */
export interface Look {
  readonly plain: boolean;
  /** Whether the terminal understands control sequences. */
  readonly isDumb: boolean;
  readonly style: (columns: number) => Style;
}

const BRACKETS_ON = '\x1b[?2004h';
const BRACKETS_OFF = '\x1b[?2004l';
const SHOW_CURSOR = '\x1b[?25h';
const HOME = '\x1b[H\x1b[J';

/** A terminal that says nothing of its size. */
const USUAL = { columns: 80, rows: 24 } as const;

/** Sizes come in bursts while a window is dragged; a lone escape character is followed at once or not at all. */
const SETTLED = 60;

const resizing = (output: NodeJS.WriteStream) => (redraw: () => void) => {
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(redraw, SETTLED);
  };
  output.on('resize', later);
  return () => {
    clearTimeout(timer);
    output.off('resize', later);
  };
};

/**
 * Listens to the terminal from now on to the end. It is in raw mode all the time: whatever is pasted, and whenever, is
 * never echoed, and no line is cut at 4,095 characters.
 */
const listening = ({ input }: Terminal, leave: (by: LeftBy) => void) => {
  const decoder = new StringDecoder('utf8');
  const reader = keyReader();
  let listener: ((events: readonly KeyEvent[]) => void) | undefined;
  let waiting: KeyEvent[] = [];
  let timer: NodeJS.Timeout | undefined;
  const take = (chunk: Buffer): void => {
    clearTimeout(timer);
    timer = setTimeout(reader.settle, SETTLED);
    const events = reader.push(decoder.write(chunk));
    if (listener) {
      listener(events);
      return;
    }
    if (events.some((event) => event.is === 'key' && event.key === 'ctrl-c')) leave('SIGINT');
    waiting.push(...events);
  };
  const end = (): void => leave('end of input');
  input.setRawMode(true);
  input.on('data', take);
  input.on('end', end);
  input.resume();
  return {
    listen: (next: (events: readonly KeyEvent[]) => void) => {
      listener = next;
      queueMicrotask(() => {
        if (listener !== next || waiting.length === 0) return;
        const came = waiting;
        waiting = [];
        next(came);
      });
      return () => {
        if (listener === next) listener = undefined;
      };
    },
    unread: (events: readonly KeyEvent[]) => {
      waiting = [...events, ...waiting];
    },
    stop: () => {
      clearTimeout(timer);
      input.off('data', take);
      input.off('end', end);
      input.setRawMode(false);
      input.pause();
    },
  };
};

/** Enters the terminal. */
export const enterRoom = (io: Io, look: Look): Room => {
  const terminal = io.terminal();
  const { output } = terminal;
  const ending = new AbortController();
  const stopSignals = terminal.onEnd((signal) => ending.abort(signal));
  const { listen, unread, stop } = listening(terminal, (by) => ending.abort(by));
  const write = (text: string): void => {
    output.write(text);
  };
  const rows = (): number => output.rows || USUAL.rows;
  const width = (): number => output.columns || USUAL.columns;
  const style = (): Style => ({ ...look.style(width()), width: readableWidth(width()) });
  const toText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  let isFresh = true;
  if (!look.isDumb) write(BRACKETS_ON);
  return {
    output,
    redraws: !look.plain,
    style,
    rows,
    write,
    say: (page) => write(toText(page(style(), rows()))),
    draw: (page, below) => {
      const lines = page(style(), rows() - below);
      // What stood on the screen before is moved up, not wiped.
      if (isFresh) write('\n'.repeat(rows()));
      isFresh = false;
      write(HOME + toText(lines));
      return rowsOf(lines, width());
    },
    onResize: resizing(output),
    listen,
    unread,
    ending: ending.signal,
    close: () => {
      stopSignals();
      stop();
      if (!look.isDumb) write(BRACKETS_OFF + SHOW_CURSOR);
    },
  };
};
