import { PassThrough } from 'node:stream';
import inquirer from 'inquirer';
import type { Style } from '../../report/style.ts';
import { isNoLine, Left, LONGEST_TYPED, Pasted } from './face.ts';
import type { KeyEvent } from './keys.ts';
import type { Room } from './room.ts';

const promptsOn = (input: PassThrough, output: NodeJS.WriteStream, signal: AbortSignal) =>
  inquirer.createPromptModule({ input, output, signal, clearPromptOnDone: true });

/** What a prompt is run with. */
interface Prompting {
  readonly prompt: ReturnType<typeof promptsOn>;
  readonly style: Style;
  /** What was typed before is the beginning of no choice: this is said, and nothing is chosen. */
  readonly isUnclear: boolean;
}

/** Enter behind words that no choice begins with. */
const UNCLEAR = Symbol('unclear');

/** Ends a prompt when the person pastes, the size changes, or the process is told to end. */
type Stop = 'resized' | typeof UNCLEAR | Pasted | Left;

/**
 * Runs a prompt of inquirer. It gets the keys from us: a paste must never act as keys, and the terminal stays in raw
 * mode between prompts. A change of size draws everything again.
 */
export const prompting = async <T>(
  room: Room,
  toKeys: (event: KeyEvent) => string | Pasted | typeof UNCLEAR,
  run: (prompting: Prompting) => Promise<T>,
): Promise<T> => {
  let isUnclear = false;
  for (;;) {
    const input = new PassThrough();
    const stopped = new AbortController();
    const stop = (why: Stop): void => stopped.abort(why);
    const end = (): void => stop(new Left(room.ending.reason));
    const stopResize = room.onResize(() => stop('resized'));
    const stopListening = room.listen((events) => {
      for (const event of events) {
        const keys = toKeys(event);
        if (typeof keys !== 'string') stop(keys);
        else input.write(keys);
      }
    });
    room.ending.addEventListener('abort', end, { once: true });
    if (room.ending.aborted) end();
    const { signal } = stopped;
    try {
      return await run({ prompt: promptsOn(input, room.output, signal), style: room.style(), isUnclear });
    } catch (error) {
      if ((error as Error).name === 'ExitPromptError') throw new Left('SIGINT');
      if (!signal.aborted) throw error;
      if (signal.reason instanceof Error) throw signal.reason;
      isUnclear = signal.reason === UNCLEAR;
    } finally {
      stopResize();
      stopListening();
      room.ending.removeEventListener('abort', end);
      input.destroy();
    }
  }
};

/** Text that nobody typed, marked or not. */
export const isPaste = ({ is, text }: KeyEvent): boolean =>
  is === 'paste' || (is === 'text' && text.length > LONGEST_TYPED);

/** Takes the number back that stands in a prompt. */
const CLEAR = '\x7f';

const placeIn = (names: readonly string[], typed: string): number => {
  const words = typed.trim().toLowerCase();
  const begins = (name: string): boolean => name.startsWith(words);
  const small = names.map((name) => name.toLowerCase());
  const first = small.findIndex(begins);
  return first < 0 ? small.findIndex((name) => name.split(/[^\p{L}\d-]+/u).some(begins)) : first;
};

/**
 * The keys of a menu. Words go to the choice that begins with them, or has a word that does; where none does, Enter
 * chooses nothing. A paste is one more paste.
 */
export const menuKeys = (names: readonly string[]): ((event: KeyEvent) => string | Pasted | typeof UNCLEAR) => {
  let typed = '';
  const find = (more: string): string => {
    typed += more;
    const place = placeIn(names, typed);
    return place < 0 ? '' : `${CLEAR}${place + 1}`;
  };
  return (event) => {
    if (isPaste(event)) return new Pasted(event.text);
    if (event.is === 'text' && (typed !== '' || !/^\d+$/.test(event.text))) return find(event.text);
    if (event.is === 'key' && event.key === 'backspace' && typed !== '') {
      typed = typed.slice(0, -1);
      return typed === '' ? CLEAR : find('');
    }
    const isLost = event.is === 'key' && event.key === 'enter' && typed !== '' && placeIn(names, typed) < 0;
    typed = '';
    return isLost ? UNCLEAR : event.text;
  };
};

/** A paste in a line is typed text, such as a file name; what cannot be typed there is one more paste. */
export const lineKeys = (event: KeyEvent): string | Pasted => {
  if (!isPaste(event)) return event.text;
  return isNoLine(event.text) ? new Pasted(event.text) : event.text.trim();
};
