import { lineAt, type Placer } from '../text/place.ts';
import type { Found, Line } from '../text/text.ts';
import { httpTextReader } from './http-text.ts';

/**
 * Reads lines as HTTP messages that stood a little different in the text: with variables, indented, with an address in
 * front. `from` and `to` of a line are where it stood; so are those of what is found.
 */
export const readHttpLines = (lines: readonly Line[], place: Placer, paste: number): readonly Found[] => {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.text.length + 1;
  }
  return httpTextReader.read(lines.map((line) => line.text).join('\n'), paste).flatMap((found): readonly Found[] => {
    const first = lines[lineAt(starts, found.from)];
    const last = lines[lineAt(starts, Math.max(found.from, found.to - 1))];
    if (first === undefined || last === undefined) return [];
    const piece = { ...found.piece, place: place(first.from, found.piece.place.what) };
    return [{ piece, from: first.from, to: Math.max(last.to, first.from) }];
  });
};
