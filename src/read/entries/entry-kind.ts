import type { Json } from '../../model/secret.ts';
import { isObject } from '../syntax/json.ts';
import { isLog } from './log-start.ts';
import { harSplitter } from './split-har.ts';
import { lineSplitter } from './split-lines.ts';
import { logSplitter } from './split-log.ts';
import { MAX_ENTRY, type Splitter } from './splitter.ts';
import { withTerraformCalls } from './terraform-lines.ts';

/** Inputs that are read entry by entry, at any size. */
export type EntryKind = 'har' | 'json-lines' | 'log';

const HAR = /^\uFEFF?\s{0,1000}\{\s{0,1000}"log"\s{0,100}:\s{0,100}\{/;
/** A beginning that says no more than a bracket, blanks or part of the name: the next chunk tells. */
const MAYBE_HAR = /^\uFEFF?\s{0,1000}(?:\{\s{0,1000}(?:"(?:l(?:o(?:g(?:"\s{0,100}(?::\s{0,100})?)?)?)?)?)?)?$/;

/** Names that a line of a log has, and the body of an answer has not. https://getpino.io, bunyan, winston, Serilog, ECS, Application Insights */
const LOG_NAMES =
  /^(?:time|timestamp|@timestamp|ts|@t|date|datetime|asctime|level|levelname|severity|severitylevel|loglevel|@l|logger|hostname|pid|req|res|request|response|http|method|statuscode|resultcode|durationms|responsetime|elapsed)$/i;

const objectOf = (line: string): Json | undefined => {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return undefined;
  }
};

const isLogLine = (line: string): boolean => {
  const value = objectOf(line);
  return isObject(value) && Object.keys(value).some((name) => LOG_NAMES.test(name));
};

/** The first two lines that are not blank and end; undefined where they are not there yet. */
const firstLines = (beginning: string, hasEnded: boolean): readonly string[] | undefined => {
  const lines: string[] = [];
  let from = 0;
  for (let at = beginning.indexOf('\n'); at !== -1 && lines.length < 2; at = beginning.indexOf('\n', from)) {
    const line = beginning.slice(from, at).trim();
    if (line !== '') lines.push(line);
    from = at + 1;
  }
  const rest = beginning.slice(from).trim();
  if (lines.length < 2 && hasEnded && rest !== '') lines.push(rest);
  return lines.length === 2 || hasEnded ? lines : undefined;
};

/** A shorter log is read whole: what stands in one of its lines may explain another. */
const LARGE = 1024 * 1024;

const largeLog = (text: string, isOpen: boolean): 'log' | 'text' | undefined => {
  const told = isLog(text);
  if (told !== false && text.length > LARGE) return told ? 'log' : 'text';
  return told !== false && isOpen ? undefined : 'text';
};

/**
 * What a stream is, told from its beginning; undefined while that is too short to tell. A single line of JSON is a paste
 * like any other: it takes two lines of a log to make JSON lines.
 */
export const entryKind = (beginning: string, hasEnded: boolean): EntryKind | 'text' | undefined => {
  if (HAR.test(beginning)) return 'har';
  const text = beginning.replace(/^\uFEFF/, '').trimStart();
  const isOpen = !hasEnded && beginning.length < 2 * MAX_ENTRY;
  if (text === '') return isOpen && beginning.length < 4000 ? undefined : 'text';
  if (!text.startsWith('{')) return largeLog(text, isOpen);
  if (isOpen && MAYBE_HAR.test(beginning)) return undefined;
  if (/^\{\s*\n/.test(text)) return 'text';
  const lines = firstLines(text, !isOpen);
  if (lines === undefined) return undefined;
  return lines.length === 2 && lines.every(isLogLine) ? 'json-lines' : 'text';
};

const SPLITTERS: Readonly<Record<EntryKind, () => Splitter>> = {
  har: harSplitter,
  'json-lines': () => withTerraformCalls(lineSplitter()),
  log: logSplitter,
};

/** The splitter for a kind of input. */
export const splitterOf = (kind: EntryKind): Splitter => SPLITTERS[kind]();
