import { concatenated } from '../syntax/concatenation.ts';
import { withNames } from '../syntax/format-arguments.ts';
import { CALLS, METHOD_NEAR } from './call-patterns.ts';
import { addressIn } from './code-address.ts';

/** A call in code: what it calls, and where it stands. */
export interface CodeCall {
  readonly method?: string;
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

/** The most calls in one paste: more is a program. */
const MOST = 100;

const REACH = 800;

const methodIn = (stretch: string): string | undefined =>
  METHOD_NEAR.exec(stretch)
    ?.slice(1)
    .find((method) => method !== undefined);

/** The options of a call that stand in a variable: `fetch(url, options)`. */
const OPTIONS = /^\s{0,20},\s{0,20}([A-Za-z_]\w{0,60})\s{0,20}\)/;
/** libcurl takes its options one by one and in any order; with a body it sends POST. */
const LIBCURL = /\bCURLOPT_URL\b/;
const SENDS_BODY = /\bCURLOPT_POST(?:FIELDS)?\b/;
/** Where the options of another call of libcurl begin. */
const OTHER_CALL = /\bCURLOPT_URL\b|\bcurl_(?:easy_)?(?:init|exec|perform|close|cleanup)\b|\bcurl_setopt_array\b/g;
/** An address by itself: what is done with it may stand anywhere. */
const ADDRESS = /(?<![\w.])URI(?:\.parse)?\(/;

const methodOfLibcurl = (text: string, from: number, to: number): string | undefined => {
  const before = text.slice(Math.max(0, from - REACH), from);
  const behind = text.slice(to, to + REACH);
  const start = [...before.matchAll(OTHER_CALL)].at(-1)?.index ?? 0;
  const end = behind.search(OTHER_CALL);
  const own = before.slice(start) + (end === -1 ? behind : behind.slice(0, end));
  return methodIn(own) ?? (SENDS_BODY.test(own) ? 'POST' : undefined);
};

/** The method in the statements that follow, up to the next call; undefined where it stands elsewhere. */
const methodNear = (text: string, from: number, to: number): string | undefined => {
  const near = text.slice(to, to + REACH);
  const stretch = near.slice(0, /\n[ \t]{0,40}\r?\n[ \t]{0,40}\r?\n/.exec(near)?.index ?? near.length);
  const call = text.slice(from, to);
  if (LIBCURL.test(call)) return methodOfLibcurl(text, from, to);
  if (ADDRESS.test(call)) return methodIn(stretch);
  const options = OPTIONS.exec(near)?.[1];
  if (options === undefined) return methodIn(stretch) ?? 'GET';
  const set = text.lastIndexOf(`${options} = {`, from);
  return set === -1 ? undefined : (methodIn(text.slice(set, Math.min(from, set + REACH))) ?? 'GET');
};

const callsOf = (text: string, pattern: RegExp): readonly CodeCall[] =>
  [...text.matchAll(pattern)].slice(0, MOST).flatMap((match): readonly CodeCall[] => {
    const { literal, name, tail, method: named } = match.groups ?? {};
    const end = match.index + match[0].length;
    const hasText = literal !== undefined || tail !== undefined;
    const { rest, end: to } = hasText ? concatenated(text, end) : { rest: '', end };
    const written = literal === undefined ? literal : withNames(text, literal, end - 1 - literal.length, end - 1);
    const url = addressIn(text, { literal: written, name, tail }, match.index);
    const method = (named ?? methodNear(text, match.index, to))?.toUpperCase();
    return url === undefined
      ? []
      : [{ ...(method === undefined ? {} : { method }), url: url + rest, from: match.index, to }];
  });

/** The calls that code makes, in order: Python, JavaScript, C#, Java, Go, PHP, Ruby, R, Swift, Rust, Dart, Perl, VBA and others. */
export const codeCalls = (text: string): readonly CodeCall[] => {
  const all = CALLS.flatMap((pattern) => callsOf(text, pattern));
  return all
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((call, at, sorted) => call.from >= (sorted[at - 1]?.to ?? 0));
};
