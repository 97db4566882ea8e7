import { indent, type Lines, paragraph } from './layout.ts';
import { marksOf, type Style } from './style.ts';
import { wrap } from './wrap.ts';

/** `name — text`, wrapped, with the further lines deeper, so that each name stands out. */
export const named = (name: string, text: string, style: Style, by = 2): Lines =>
  style.plain
    ? paragraph(`${name}: ${text}`, style)
    : wrap(`${name} ${marksOf(style).dash} ${text}`, style.width, indent(by, style), indent(by + 2, style));

/** Addresses stay in one piece, whatever the width: a broken one cannot be opened. */
export const urlLines = (label: string, urls: readonly string[], style: Style): Lines =>
  urls.length === 0
    ? []
    : [
        ...paragraph(`${urls.length === 1 ? label : `${label}s`}:`, style),
        ...urls.map((url) => indent(4, style) + url),
      ];
