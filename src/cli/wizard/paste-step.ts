import { marksOf, type Style } from '../../report/style.ts';
import { wrap } from '../../report/wrap.ts';
import { Left, type Page } from './face.ts';
import type { KeyEvent } from './keys.ts';
import { afterBurst, type Deed, NO_LOOSE } from './paste-buffer.ts';
import type { Room } from './room.ts';

/** How the paste step ended. */
export type PasteEnd = 'go-on' | 'other-ways';

/** What the paste step hands its pastes to. */
export interface Pastes {
  /** Takes a paste and gives a line for each thing that was recognised in it. */
  readonly add: (text: string) => Promise<readonly string[]>;
  /** Takes the last paste back; false where there is none. */
  readonly undo: () => boolean;
  readonly count: () => number;
}

/**
 * What comes without such a gap belongs together. Terminals that do not mark a paste send it in pieces, and a slow line
 * brings them late; a paste that is marked says itself where it ends.
 */
const gapBehind = (burst: readonly KeyEvent[]): number => {
  if (burst.some(({ is }) => is === 'text')) return 300;
  return burst.at(-1)?.is === 'paste' ? 0 : 40;
};

const ERASE_LINE = '\r\x1b[K';

const counted = (count: number, one: string): string => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

const sizeOf = (text: string): string =>
  `${counted(text.trimEnd().split(/\r\n?|\n/).length, 'line')}, ${counted(text.trimEnd().length, 'character')}`;

const marked = (text: string, mark: string, style: Style): readonly string[] =>
  wrap(text, style.width, style.plain ? '' : `  ${mark} `);

const NOTHING = 'Nothing was recognised here; its words still count.';
/** A file that was dragged into the terminal, or whose name was copied. */
const FILE_NAME = /^["']?(?:~?\/|\.{1,2}[\\/]|[A-Za-z]:\\|\\\\)[^\n]{1,300}\.\w{1,8}["']?$/;
const OF_FILE = 'This looks like the name of a file. To read the file, press Tab and choose "Open a file".';
const NEXT = 'Paste more, or press Enter to see where it stops. Ctrl-Z takes the last paste back.';

/** What was recognised in a paste, or that nothing was; then what to do. */
export const takenPage =
  (number: number, text: string, lines: readonly string[]): Page =>
  (style) => {
    const { colour, plain } = style;
    const { passed, unknown } = marksOf(style);
    const found =
      lines.length === 0
        ? marked(FILE_NAME.test(text.trim()) ? OF_FILE : NOTHING, unknown, style).map(colour.warn)
        : lines.flatMap((line) => marked(plain ? `Recognised: ${line}` : line, passed, style));
    const title = `Paste ${number}: ${sizeOf(text)}`;
    return [colour.strong(title), ...found, ...wrap(NEXT, style.width).map(colour.dim), ''];
  };

const SAYS = { undone: 'The last paste was taken back.', 'nothing-to-undo': 'There is nothing to take back.' } as const;

const takeText = async (text: string, room: Room, pastes: Pastes): Promise<void> => {
  if (room.redraws) room.write(ERASE_LINE);
  const lines = await pastes.add(text);
  room.say(takenPage(pastes.count(), text, lines));
};

/** How much waits that came without marks; never the text itself. */
const showCount = (text: string, room: Room): void => {
  if (room.redraws) room.write(text === '' ? ERASE_LINE : `${ERASE_LINE}${sizeOf(text)}, not shown`);
};

/** Does what a burst came to, and says whether the step is over. */
const doDeeds = async (deeds: readonly Deed[], room: Room, pastes: Pastes): Promise<PasteEnd | undefined> => {
  for (const deed of deeds) {
    switch (deed.is) {
      case 'leave':
        throw new Left('SIGINT');
      case 'take':
        await takeText(deed.text, room, pastes);
        break;
      case 'count':
        showCount(deed.text, room);
        break;
      case 'undo':
        room.say(() => [SAYS[pastes.undo() ? 'undone' : 'nothing-to-undo']]);
        break;
      default:
        return deed.is;
    }
  }
  return undefined;
};

/** Reads pastes until the person goes on. Nothing is echoed: a paste may hold a secret. */
export const readPastes = (room: Room, pastes: Pastes): Promise<PasteEnd> =>
  new Promise((resolve, reject) => {
    let loose = NO_LOOSE;
    let burst: KeyEvent[] = [];
    let timer: NodeJS.Timeout | undefined;
    let work: Promise<void> = Promise.resolve();
    const over = (settle: () => void): void => {
      clearTimeout(timer);
      stop();
      room.ending.removeEventListener('abort', end);
      settle();
    };
    const end = (): void => over(() => reject(new Left(room.ending.reason)));
    const takeBurst = async (): Promise<void> => {
      const [next, deeds] = afterBurst(loose, burst);
      burst = [];
      loose = next;
      const how = await doDeeds(deeds, room, pastes);
      if (how !== undefined) over(() => resolve(how));
    };
    const settle = (): void => {
      work = work.then(takeBurst).catch((error) => over(() => reject(error)));
    };
    const stop = room.listen((events) => {
      burst.push(...events);
      clearTimeout(timer);
      timer = setTimeout(settle, gapBehind(burst));
    });
    room.ending.addEventListener('abort', end, { once: true });
    if (room.ending.aborted) end();
  });
