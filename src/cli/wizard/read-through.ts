import type { Choice, Face, Page } from './face.ts';
import type { Room } from './room.ts';
import { rowsOf } from './rows-of.ts';

/** Rows of a menu of two choices, with what belongs to it. */
const MENU = 6;

/** The end of the lines that fill a screen from one of them on; it takes one at least. */
const endOfScreen = (lines: readonly string[], from: number, { redraws, rows, style }: Room): number => {
  if (!redraws) return lines.length;
  let end = from + 1;
  while (end < lines.length && rowsOf(lines.slice(from, end + 1), style().width) <= rows() - MENU) end++;
  return end;
};

/** Shows a long page, a screen at a time where the terminal is one. What else can be done with it may be chosen too. */
export const readThrough = async <T extends string>(
  page: Page,
  face: Face,
  room: Room,
  also: readonly Choice<T>[] = [],
): Promise<T | 'back'> => {
  for (let from = 0; ; ) {
    const all = page(room.style(), room.rows());
    const isMore = endOfScreen(all, from, room) < all.length;
    const shown: Page = (style, rows) => {
      const lines = page(style, rows);
      return lines.slice(from, endOfScreen(lines, from, room));
    };
    const choices: readonly Choice<T | 'on' | 'back'>[] = [
      ...(isMore ? [{ value: 'on' as const, name: 'Read on' }] : []),
      ...also,
      { value: 'back', name: 'Back to the result' },
    ];
    const way = await face.choose(shown, { message: isMore ? 'There is more.' : 'That is all.', groups: [choices] });
    if (way !== 'on') return way;
    from = endOfScreen(all, from, room);
  }
};
