/** A row of a table by the names of its columns; `from` and `to` are where it stands. `whole`: it has a cell for each column. */
export interface TableRow {
  readonly cells: ReadonlyMap<string, string>;
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

interface Cells {
  readonly values: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
}

/** A row longer than this has lost a quote somewhere. */
const MOST_CELLS = 400;
const LONGEST_CELL = 3_000;

/** Where a cell in quotes ends, `""` being a quote in it; undefined where it does not. */
const quotedEnd = (text: string, from: number): number | undefined => {
  for (let at = from + 1; at < text.length && at - from < LONGEST_CELL; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at += 1;
  }
  return undefined;
};

/** One line of cells, which goes over several lines where a cell in quotes does: https://www.rfc-editor.org/rfc/rfc4180 */
const cellsAt = (text: string, from: number, delimiter: string): Cells => {
  const values: string[] = [];
  for (let at = from; ; ) {
    const end = text[at] === '"' ? quotedEnd(text, at) : undefined;
    if (text[at] === '"' && end === undefined) return { values, from, to: lineEnd(text, at), closed: false };
    const start = at;
    at = end === undefined ? at : end + 1;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
    values.push(
      end === undefined
        ? text.slice(start, at).trim()
        : text
            .slice(start + 1, end)
            .replaceAll('""', '"')
            .trim(),
    );
    if (text[at] !== delimiter || values.length > MOST_CELLS) return { values, from, to: at, closed: true };
    at += 1;
  }
};

const lineEnd = (text: string, from: number): number => {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
};

const MOST_ROWS = 2_000;

/** The rows below the header that stands at `from`, up to a blank line; names of columns in lower case, letters and digits only. */
export const tableRows = (text: string, from: number, delimiter: string): readonly TableRow[] => {
  const headerEnd = lineEnd(text, from);
  const header = cellsAt(text.slice(from, headerEnd), 0, delimiter);
  const names = header.values.map((name) => name.toLowerCase().replace(/\[[^\]]{0,40}\]|[^a-z0-9]/g, ''));
  const rows: TableRow[] = [];
  for (let at = headerEnd + 1; at < text.length && rows.length < MOST_ROWS; ) {
    const row = cellsAt(text, at, delimiter);
    if (text.slice(row.from, row.to).trim() === '') break;
    const given = row.values.map((value, index) => [names[index] ?? '', value] as const);
    rows.push({ cells: new Map(given), from: row.from, to: row.to, whole: row.closed && given.length >= names.length });
    at = row.to + 1;
  }
  return rows;
};
