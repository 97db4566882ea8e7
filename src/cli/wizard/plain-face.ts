import { looksSecret } from '../secret-argument.ts';
import { type Choice, type Face, isNoLine, Left, LONGEST_TYPED, type Menu, type Page, Pasted } from './face.ts';
import type { Key, KeyEvent } from './keys.ts';
import type { Room } from './room.ts';

/** What became of a line by one more event: it goes on, or it is over. */
type LineStep = string | { readonly line: string } | Left;

const ON_KEY: Readonly<Record<Key, (line: string) => LineStep>> = {
  enter: (line) => ({ line }),
  backspace: (line) => line.slice(0, -1),
  'ctrl-c': () => new Left('SIGINT'),
  'ctrl-d': (line) => (line === '' ? new Left('end of input') : line),
  'ctrl-z': () => '',
  tab: (line) => line,
};

const step = (line: string, event: KeyEvent): LineStep => {
  if (event.is === 'key') return ON_KEY[event.key](line);
  return event.is === 'sequence' ? line : line + event.text.replace(/[\x00-\x1f\x7f]+/g, ' ');
};

const isPaste = ({ is, text }: KeyEvent): boolean => is === 'paste' || (is === 'text' && text.length > LONGEST_TYPED);

/** How a line changes on the screen: only at its end, which every terminal can do. */
const echo = (before: string, after: string): string => {
  if (looksSecret(after)) return '';
  return after.startsWith(before) ? after.slice(before.length) : '\b \b'.repeat(before.length - after.length);
};

/** Reads one line, with an echo of our own: nothing that looks like a secret is shown. */
const readLine = (room: Room, takesPaste: boolean): Promise<string> =>
  new Promise((resolve, reject) => {
    let line = '';
    const end = (): void => over(() => reject(new Left(room.ending.reason)));
    const over = (settle: () => void): void => {
      stop();
      room.ending.removeEventListener('abort', end);
      room.write('\n');
      settle();
    };
    const take = (event: KeyEvent): boolean => {
      if (isPaste(event) && (!takesPaste || isNoLine(event.text))) {
        over(() => reject(new Pasted(event.text)));
        return false;
      }
      const next = step(line, event);
      if (next instanceof Left) over(() => reject(next));
      else if (typeof next === 'object') over(() => resolve(next.line.trim()));
      else {
        room.write(echo(line, next));
        line = next;
        return true;
      }
      return false;
    };
    room.ending.addEventListener('abort', end, { once: true });
    const stop = room.listen((events) => {
      const last = events.findIndex((event) => !take(event));
      if (last !== -1) room.unread(events.slice(last + 1));
    });
    if (room.ending.aborted) end();
  });

const numberOf = <T>(text: string, choices: readonly Choice<T>[]): Choice<T> | undefined =>
  /^\d{1,3}\.?$/.test(text) ? choices[Number.parseInt(text, 10) - 1] : undefined;

const choose = async <T>(room: Room, page: Page, { message, groups }: Menu<T>): Promise<T> => {
  const choices = groups.flat();
  room.say(page);
  room.write(`${message}\n${choices.map(({ name }, i) => `${i + 1}: ${name}\n`).join('')}`);
  for (;;) {
    room.write(`Type a number from 1 to ${choices.length}, then Enter: `);
    const choice = numberOf(await readLine(room, false), choices);
    if (choice !== undefined) {
      room.write(`Chosen: ${choice.name}\n\n`);
      return choice.value;
    }
  }
};

/** The wizard line by line, for screen readers and terminals that only print. */
export const plainFace = (room: Room): Face => ({
  choose: (page, menu) => choose(room, page, menu),
  ask: async (page, { message, problem }) => {
    room.say(page);
    for (;;) {
      room.write(`${message} `);
      const text = await readLine(room, true);
      const wrong = problem(text);
      if (wrong === undefined) return text;
      room.write(`${wrong}\n`);
    }
  },
});
