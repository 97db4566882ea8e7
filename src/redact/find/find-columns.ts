import type { SecretField } from '../../model/secret.ts';
import { fieldOf } from '../text/fields.ts';
import { findAll } from '../text/finder.ts';
import type { Found } from '../text/found.ts';
import { isValue } from './is-value.ts';

/** A cell of a line: without the blanks and quotes around it. */
interface Cell {
  readonly start: number;
  readonly value: string;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** A column under the name of a secret. */
interface Column {
  readonly at: number;
  readonly field: SecretField;
}

/** Rows of one table that are read. */
const MOST_ROWS = 2000;
const LONGEST_LINE = 4000;

const cellOf = (raw: string, start: number): Cell => {
  const lead = /^[ \t]{0,200}["'`]?/.exec(raw)?.[0].length ?? 0;
  const value = raw
    .slice(lead)
    .trimEnd()
    .replace(/["'`]$/, '');
  return { start: start + lead, value };
};

/** The cells of a line between signs; within quotes a sign parts nothing. */
const parted = ({ start, text }: Line, sign: string): readonly Cell[] => {
  const cells: Cell[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at <= text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (at < text.length && (isQuoted || text[at] !== sign)) continue;
    cells.push(cellOf(text.slice(from, at), start + from));
    from = at + 1;
  }
  return cells;
};

/**
 * The cells of a line by where the rules of the table begin. A value that is longer than its rule moves those behind it: then
 * the blanks between them part them.
 */
const underRules = ({ start, text }: Line, rules: readonly number[]): readonly Cell[] => {
  const isMoved = rules.some((from) => /\S\S/.test(text.slice(from - 1, from + 1)));
  const apart = [/(?<!\S)\S{1,4000}(?: \S{1,400}){0,20}/g, /(?<!\S)\S{1,4000}/g]
    .map((pattern) => [...text.matchAll(pattern)])
    .find(({ length }) => length === rules.length);
  return isMoved && apart !== undefined
    ? apart.map(({ index, 0: value }) => cellOf(value, start + index))
    : rules.map((from, column) => cellOf(text.slice(from, rules[column + 1]), start + from));
};

const lineAt = (text: string, start: number): Line | undefined => {
  const stop = text.indexOf('\n', start);
  const end = stop < 0 ? text.length : stop;
  return end === start || end - start > LONGEST_LINE ? undefined : { start, text: text.slice(start, end) };
};

const nextLine = (text: string, { start, text: line }: Line): Line | undefined => lineAt(text, start + line.length + 1);

/** The rows from a line on, as long as they have so many cells. */
const rowsFrom = (text: string, first: Line | undefined, cellsOf: (line: Line) => readonly Cell[], width: number) => {
  const rows: (readonly Cell[])[] = [];
  let line = first;
  for (; line !== undefined && rows.length < MOST_ROWS; line = nextLine(text, line)) {
    const cells = cellsOf(line);
    if (cells.length !== width) break;
    rows.push(cells);
  }
  return { rows, end: line?.start ?? text.length };
};

/** Names of columns are short, and all of a row are names. */
const NAME = /^[A-Za-z][\w .()/-]{0,60}$/;

const columnsOf = (cells: readonly Cell[]): readonly Column[] =>
  cells.length < 2 || !cells.every(({ value }) => value === '' || NAME.test(value))
    ? []
    : cells.flatMap(({ value }, at) => {
        const field = /^code$/i.test(value) ? undefined : fieldOf(value);
        return field === undefined || field === 'cookie' ? [] : [{ at, field }];
      });

/** Whether a cell holds a secret: of a token more is asked, as its column may say what became of it. */
const isSecret = (value: string, start: number, field: SecretField): boolean =>
  !/\s/.test(value) &&
  value.length >= 6 &&
  isValue({ start, end: start, value, quoted: true }, field) &&
  (/^(?:password|client_secret|key)$/.test(field)
    ? /[\d!#$%&*^~]|[a-z][A-Z]/.test(value)
    : value.length >= 10 && /\d/.test(value));

const findIn = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly Found[] =>
  rows.flatMap((cells) =>
    columns.flatMap(({ at, field }): Found[] => {
      const { start, value } = cells[at] ?? { start: 0, value: '' };
      return isSecret(value, start, field) ? [{ start, end: start + value.length, field, value }] : [];
    }),
  );

const DASHES = /^[ \t]{0,10}-{2,200}(?:[ \t]{1,40}-{2,200}){1,20}[ \t]{0,40}$/;

interface Table {
  readonly found: readonly Found[];
  readonly end: number;
}

/** The table whose first line this is, if it is one: with rules below its names, or with signs between its cells. */
const tableAt = (text: string, from: number): Table | undefined => {
  const head = lineAt(text, from);
  const second = head && nextLine(text, head);
  if (head === undefined || second === undefined) return undefined;
  const rules = DASHES.test(second.text) ? [...second.text.matchAll(/-{1,200}/g)].map(({ index }) => index) : undefined;
  const sign = ['|', '\t', ';', ','].find((one) => head.text.includes(one)) ?? ',';
  const cellsOf = (line: Line): readonly Cell[] => (rules ? underRules(line, rules) : parted(line, sign));
  const names = cellsOf(head);
  const columns = columnsOf(names);
  if (columns.length === 0) return undefined;
  const { rows, end } = rowsFrom(text, rules ? nextLine(text, second) : second, cellsOf, names.length);
  return { found: findIn(columns, rows), end };
};

/** A line that may be the first of a table: some words that mean a secret, and signs or blanks between columns, or rules below. */
const HEAD =
  /^(?=[^\n]{0,400}(?:secret|pass|pwd|token|key))[ \t|"]{0,20}[A-Za-z](?:[\w .()/"-]{0,80}(?:[|,;\t]|[ \t]{2})[\w .()/"|,;\t-]{1,400}$|[\w .()/-]{1,400}$(?=\n[ \t]{0,10}-{2}))/gim;

/** What is found in tables; what stands in one is not looked at as the head of another. */
const findTables = (text: string): readonly Found[] => {
  const found: Found[] = [];
  let end = 0;
  for (const { index } of text.matchAll(HEAD)) {
    const table = index < end ? undefined : tableAt(text, index);
    found.push(...(table?.found ?? []));
    end = table?.end ?? end;
  }
  return found;
};

/** Secrets in tables: the name stands in the first line, as in CSV, Markdown, and what `az -o table` and PowerShell show. */
export const findColumns = findAll([{ marks: ['secret', 'pass', 'pwd', 'token', 'key'], find: findTables }]);
