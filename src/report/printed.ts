import type { Lines } from './layout.ts';
import { toAscii } from './readable.ts';
import { readableWidth, type Style } from './style.ts';

/** Lines as one text for the terminal: laid out at a width that reads well, in ASCII where it shows nothing else. */
export const printed = (wanted: Style, linesFor: (style: Style) => Lines): string => {
  const style = { ...wanted, width: readableWidth(wanted.width) };
  const text = `${linesFor(style).join('\n')}\n`;
  return style.unicode ? text : toAscii(text);
};
