import type { Style } from './style.ts';
import { columns, wrap } from './wrap.ts';

/** Lines of a report; a section without lines is left out. */
export type Lines = readonly string[];

/** Blanks at the start of a line. Plain text has none: a screen reader reads them out, or loses them. */
export const indent = (by: number, { plain }: Style): string => (plain ? '' : ' '.repeat(by));

/** The line above a section. */
export const heading = (text: string, { colour, plain }: Style): string => colour.strong(plain ? `${text}:` : text);

/** A wrapped paragraph. */
export const paragraph = (text: string, style: Style, by = 2, lead = ''): Lines =>
  wrap(text, style.width, indent(by, style) + lead, indent(by + columns(lead), style));

/** `Label: text`, wrapped, with the further lines a little deeper. */
export const labelled = (label: string, text: string, style: Style, by = 2): Lines =>
  wrap(`${label}: ${text}`, style.width, indent(by, style), indent(by + 2, style));

/** A command to copy: each line as it is, whatever the width. */
export const command = (text: string, style: Style, by: number): Lines =>
  text
    .replace(/(?<!\n)\n+$/, '')
    .split('\n')
    .map((line) => indent(by, style) + style.colour.code(line));

/** A section: its heading and its lines, or nothing where it has none. */
export const section = (title: string, lines: Lines, style: Style): Lines =>
  lines.length === 0 ? [] : [heading(title, style), ...lines];

/** Sections with a blank line between them; empty ones leave no gap. */
export const stack = (sections: readonly Lines[]): Lines =>
  sections.filter((lines) => lines.length > 0).flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
