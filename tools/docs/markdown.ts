import { inline } from '../../src/report/markdown-text.ts';

/** Lines of a page. */
export type Lines = readonly string[];

/** A table of cells that are Markdown already. */
export const table = (head: Lines, rows: readonly Lines[]): Lines => [
  `| ${head.join(' | ')} |`,
  `|${'---|'.repeat(head.length)}`,
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  '',
];

/** A list of sentences, with a blank line behind it. */
export const list = (texts: Lines): Lines =>
  texts.length === 0 ? [] : [...texts.map((text) => `- ${inline(text)}`), ''];

/** The pages that say so. */
export const sourceLines = (sources: Lines): Lines => [
  `Documented at ${sources.map((url) => `<${url}>`).join(', ')}.`,
  '',
];
