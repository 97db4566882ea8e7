import type { Place } from '../../model/evidence.ts';
import { remembered } from './remembered.ts';

/** Gives the place of an offset in one text: counts line breaks once, then looks the line up. */
export type Placer = (offset: number, what: string) => Place;

/** The line that holds an offset, counted from 0, where the lines begin at these offsets. */
export const lineAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
};

const lineStarts = remembered((text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
});

/** The {@link Placer} of a text; most readers find nothing to place. */
export const placerOf = (text: string, paste: number): Placer => {
  let starts: readonly number[] | undefined;
  return (offset, what) => {
    starts ??= lineStarts(text);
    return { paste, line: lineAt(starts, offset) + 1, what };
  };
};
