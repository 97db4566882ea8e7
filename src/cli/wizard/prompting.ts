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
}

/** Ends a prompt when the person pastes, the size changes, or the process is told to end. */
type Stop = 'resized' | Pasted | Left;

/**
 * Runs a prompt of inquirer. It gets the keys from us: a paste must never act as keys, and the terminal stays in raw
 * mode between prompts. A change of size draws everything again.
 */
export const prompting = async <T>(
  room: Room,
  toKeys: (event: KeyEvent) => string | Pasted,
  run: (prompting: Prompting) => Promise<T>,
): Promise<T> => {
  for (;;) {
    const input = new PassThrough();
    const stopped = new AbortController();
    const stop = (why: Stop): void => stopped.abort(why);
    const end = (): void => stop(new Left(room.ending.reason));
    const stopResize = room.onResize(() => stop('resized'));
    const stopListening = room.listen((events) => {
      for (const event of events) {
        const keys = toKeys(event);
        if (keys instanceof Pasted) stop(keys);
        else input.write(keys);
      }
    });
    room.ending.addEventListener('abort', end, { once: true });
    if (room.ending.aborted) end();
    const { signal } = stopped;
    try {
      return await run({ prompt: promptsOn(input, room.output, signal), style: room.style() });
    } catch (error) {
      if ((error as Error).name === 'ExitPromptError') throw new Left('SIGINT');
      if (!signal.aborted) throw error;
      if (signal.reason !== 'resized') throw signal.reason;
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

/** A paste in a menu is one more paste. */
export const menuKeys = (event: KeyEvent): string | Pasted => (isPaste(event) ? new Pasted(event.text) : event.text);

/** A paste in a line is typed text, such as a file name; what cannot be typed there is one more paste. */
export const lineKeys = (event: KeyEvent): string | Pasted => {
  if (!isPaste(event)) return event.text;
  return isNoLine(event.text) ? new Pasted(event.text) : event.text.trim();
};
