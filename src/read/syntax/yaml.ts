import type { Json } from '../../model/secret.ts';
import { type Line, linesOf } from '../text/text.ts';
import { unescapeString } from './json-literal.ts';

/** A line of YAML: how far it is indented, and what it says. */
interface YamlLine {
  readonly indent: number;
  readonly said: string;
}

const DEEPEST = 40;
const MOST_LINES = 20_000;
const ITEM = /^-(?: {1,20}|$)/;
const KEY = /^(?:"([^"\\]{1,120})"|'([^']{1,120})'|([A-Za-z_$][\w $./:-]{0,119}?)):(?: {1,20}(?=\S)| {0,20}$)/;
const BLOCK = /^[|>][+-]?\d?$/;

const scalar = (text: string): Json => {
  if (/^"(?:[^"\\]|\\.){0,60000}"$/.test(text)) return unescapeString(text.slice(1, -1));
  if (/^'(?:[^']|''){0,60000}'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (text === '' || text === '~' || text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return text;
};

const yamlLine = ({ text }: Line): YamlLine => {
  const said = text.trimStart();
  return { indent: text.length - said.length, said: said.trimEnd() };
};

/** The lines of a document and the one to read next; what stands behind the dash of a list becomes a line of its own. */
interface Cursor {
  readonly lines: YamlLine[];
  at: number;
}

const next = (cursor: Cursor): YamlLine | undefined => {
  for (let line = cursor.lines[cursor.at]; line !== undefined; line = cursor.lines[cursor.at]) {
    if (line.said !== '' && !line.said.startsWith('#')) return line;
    cursor.at += 1;
  }
  return undefined;
};

/** The lines further in, as one text. */
const block = (cursor: Cursor, indent: number): string => {
  const own: string[] = [];
  let inner: number | undefined;
  for (let line = cursor.lines[cursor.at]; line !== undefined; line = cursor.lines[cursor.at]) {
    if (line.said !== '' && line.indent <= indent) break;
    if (line.said !== '') inner ??= line.indent;
    own.push(' '.repeat(Math.max(0, line.indent - (inner ?? line.indent))) + line.said);
    cursor.at += 1;
  }
  return own.join('\n').trimEnd();
};

/** What stands behind a key or a dash: on its line, or below it and further in. */
const value = (cursor: Cursor, rest: string, indent: number, depth: number): Json => {
  if (BLOCK.test(rest)) return block(cursor, indent);
  if (rest !== '') {
    const more = block(cursor, indent).replaceAll('\n', ' ');
    return scalar(more === '' ? rest : `${rest} ${more}`);
  }
  const line = next(cursor);
  const isBelow = line !== undefined && (line.indent > indent || (line.indent === indent && ITEM.test(line.said)));
  return isBelow ? node(cursor, line.indent, depth + 1) : null;
};

const list = (cursor: Cursor, indent: number, depth: number): Json => {
  const items: Json[] = [];
  for (let line = next(cursor); line?.indent === indent && ITEM.test(line.said); line = next(cursor)) {
    const rest = line.said.replace(ITEM, '');
    const inner = indent + line.said.length - rest.length;
    if (KEY.test(rest) || ITEM.test(rest)) {
      cursor.lines[cursor.at] = { indent: inner, said: rest };
      items.push(node(cursor, inner, depth + 1));
    } else {
      cursor.at += 1;
      items.push(value(cursor, rest, indent, depth));
    }
  }
  return items;
};

const map = (cursor: Cursor, indent: number, depth: number): Json => {
  const fields: Record<string, Json> = Object.create(null);
  for (let line = next(cursor); line?.indent === indent && !ITEM.test(line.said); line = next(cursor)) {
    const [key = '', quoted, single, plain] = KEY.exec(line.said) ?? [];
    if (key === '') break;
    cursor.at += 1;
    fields[quoted ?? single ?? plain ?? ''] = value(cursor, line.said.slice(key.length), indent, depth);
  }
  return fields;
};

const node = (cursor: Cursor, indent: number, depth: number): Json => {
  if (depth > DEEPEST) return null;
  return ITEM.test(next(cursor)?.said ?? '') ? list(cursor, indent, depth) : map(cursor, indent, depth);
};

/**
 * Reads a document of YAML as tools write it: maps, lists, quoted and plain values, and texts of several lines; all
 * plain values but `true`, `false` and `null` are texts. What it does not know ends it, at `to`: https://yaml.org/spec/1.2.2/
 */
export const parseYaml = (text: string): { readonly value: Json; readonly to: number } => {
  const lines = linesOf(text).slice(0, MOST_LINES);
  const cursor: Cursor = { lines: lines.map(yamlLine), at: 0 };
  const value = node(cursor, next(cursor)?.indent ?? 0, 0);
  return { value, to: lines[cursor.at]?.from ?? text.length };
};
