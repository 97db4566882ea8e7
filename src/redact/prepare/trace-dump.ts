/** What `curl --trace-ascii` and `curl --trace` write, as the talk that `curl -v` shows: https://curl.se/docs/manpage.html#--trace */

/** Time and connection, which `--trace-time` and `--trace-ids` put before each title. */
const STAMP = '(?:\\d\\d:\\d\\d:\\d\\d\\.\\d{6} )?(?:\\[[\\dx-]{1,12}\\] )?';
const TITLE = new RegExp(
  `^${STAMP}(?:== Info: (.*)|(=>|<=) (Send|Recv) (header|data|SSL data), (\\d{1,10}) bytes? \\(0x[\\da-f]{1,8}\\))$`,
);
const ROW = /^([\da-f]{4,8}): ?(.*)$/;
const HEX_ROW = /^[\da-f]{4}: (?:[\da-f]{2} ){16}/;
const HEX = /^((?:[\da-f]{2} ){1,16})/;

interface Title {
  readonly info?: string;
  readonly mark: '>' | '<';
  readonly part: string;
  readonly bytes: number;
}

const titleIn = (line: string): Title | undefined => {
  const match = TITLE.exec(line);
  if (match === null) return undefined;
  return {
    ...(match[1] === undefined ? {} : { info: match[1] }),
    mark: match[2] === '=>' ? '>' : '<',
    part: match[4] ?? 'info',
    bytes: Number(match[5] ?? 0),
  };
};

/** A row of a dump: where it starts in the bytes, and its letters. */
interface Row {
  readonly at: number;
  readonly text: string;
}

const isHexDump = (rows: readonly string[]): boolean => rows.every((row) => HEX.test(ROW.exec(row)?.[2] ?? ''));

const hexLetters = (row: string): string =>
  (HEX.exec(row)?.[1] ?? '')
    .trim()
    .split(' ')
    .map((byte) => String.fromCharCode(Number.parseInt(byte, 16)))
    .join('');

const rowIn = (line: string, hex: boolean): Row => {
  const [, at = '0', text = ''] = ROW.exec(line) ?? [];
  return { at: Number.parseInt(at, 16), text: hex ? hexLetters(text) : text };
};

/** The rows of `--trace-ascii` as one text: a row that starts two bytes further than the one before ended follows a line break. */
const joined = (rows: readonly Row[]): string =>
  rows
    .map(({ at, text }, index) => {
      const before = rows[index - 1];
      return before !== undefined && at > before.at + before.text.length ? `\n${text}` : text;
    })
    .join('');

/** The bytes that a dump shows, and whether it shows all of them. */
const contentOf = (rows: readonly string[], bytes: number): { readonly text: string; readonly whole: boolean } => {
  const hex = isHexDump(rows);
  const read = rows.map((row) => rowIn(row, hex));
  const last = read.at(-1);
  const seen = last === undefined ? 0 : last.at + last.text.length;
  const text = joined(read).replace(/\r\n?/g, '\n');
  return { text: hex ? text.replace(/\n$/, '') : text, whole: seen >= bytes - 2 };
};

/** The body without the sizes that `Transfer-Encoding: chunked` writes before its parts. */
const unchunked = (text: string): string =>
  /^[\da-f]{1,6}\n/.test(text) ? text.replace(/^[\da-f]{1,6}(?:\n|$)/gm, '').replace(/(?<!\n)\n+$/, '') : text;

/** The lines of a header as `curl -v` shows them; the empty one that ends it only where it was seen. */
const headerLines = (text: string, mark: string, whole: boolean): readonly string[] => {
  const lines = text.split('\n').map((line) => `${mark} ${line}`.trimEnd());
  return whole ? lines : lines.filter((line) => line !== mark);
};

const shownAs = ({ info, mark, part, bytes }: Title, rows: readonly string[]): readonly string[] => {
  if (info !== undefined) return [`* ${info}`];
  if (part === 'SSL data') return [`* ${bytes} bytes of TLS`];
  const { text, whole } = contentOf(rows, bytes);
  if (part === 'data') return unchunked(text).split('\n');
  return headerLines(text, mark, whole);
};

/** Whether a row starts where the one before it ended: then both are of a dump, though its title was not pasted. */
const followsRow = (lines: readonly string[], at: number): boolean => {
  const [before, row] = [ROW.exec(lines[at - 1] ?? ''), ROW.exec(lines[at] ?? '')];
  const length = before?.[2]?.length ?? 0;
  const step = Number.parseInt(row?.[1] ?? '', 16) - Number.parseInt(before?.[1] ?? '', 16);
  return length >= 10 && (step === length || step === length + 2);
};

/** A line outside of a dump as it is, and rows whose title was not pasted as what they hold. */
const loose = (line: string, rows: readonly string[]): readonly string[] =>
  rows.length === 0
    ? [line]
    : contentOf(rows, 0)
        .text.split('\n')
        .map((held) => `* ${held}`);

const MAY_BE_DUMP = /== Info: |(?:=>|<=) (?:Send|Recv) |(?:^|\n)[\da-f]{4,8}:/;

/**
 * The text with every dump of `curl --trace` undone, so that secrets that stand in it in pieces or as numbers are found
 * like any others. A dump takes no fewer lines than before, so that lines behind it keep their numbers as a rule.
 */
export const withoutTraceDump = (text: string): string => {
  if (!MAY_BE_DUMP.test(text)) return text;
  const lines = text.split('\n');
  if (!lines.some((line, at) => titleIn(line) !== undefined || HEX_ROW.test(line) || followsRow(lines, at)))
    return text;
  const shown: (readonly string[])[] = [];
  for (let at = 0; at < lines.length; ) {
    const title = titleIn(lines[at] ?? '');
    const from = title === undefined ? at : at + 1;
    let end = from;
    while (title?.info === undefined && ROW.test(lines[end] ?? '')) end += 1;
    const own =
      title === undefined ? loose(lines[at] ?? '', lines.slice(from, end)) : shownAs(title, lines.slice(from, end));
    end = Math.max(end, at + 1);
    const filler = Array.from({ length: Math.max(0, end - at - own.length) }, () => '*');
    shown.push(filler, own);
    at = end;
  }
  return shown.flat().join('\n');
};
