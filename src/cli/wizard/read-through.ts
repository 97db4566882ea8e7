import type { Face, Page } from './face.ts';
import type { Room } from './room.ts';

/** Rows of a menu of two choices, with what belongs to it. */
const MENU = 6;

/** Shows a long page, a screen at a time where the terminal is one. */
export const readThrough = async (page: Page, face: Face, room: Room): Promise<void> => {
  for (let from = 0; ; ) {
    const size = room.redraws ? Math.max(1, room.rows() - MENU) : Number.POSITIVE_INFINITY;
    const isMore = from + size < page(room.style(), size).length;
    const way = await face.choose((style, rows) => page(style, rows).slice(from, from + size), {
      message: isMore ? 'There is more.' : 'That is all.',
      groups: [
        [
          ...(isMore ? [{ value: 'on' as const, name: 'Read on' }] : []),
          { value: 'back' as const, name: 'Back to the result' },
        ],
      ],
    });
    if (way === 'back') return;
    from += size;
  }
};
