import { METHODS } from '../syntax/http-methods.ts';
import { placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';
import { readHttpLines } from './http-lines.ts';

const SEPARATOR = /^#{3,}/;
const NAMED = /^[ \t]{0,8}(?:#|\/\/)[ \t]{0,8}@name\b/;
/** What every such file has: what parts its requests, or a variable. */
const MAY_BE = /###|@[\w.-]{1,80}[ \t]{0,20}=/;
const DEFINITION = /^[ \t]{0,8}@([\w.-]{1,80})[ \t]{0,20}=[ \t]{0,20}(\S.{0,2000})$/;
const REQUEST = new RegExp(`^[ \\t]{0,8}(?:${METHODS})[ \\t]{1,10}\\S`);
const COMMENT = /^[ \t]{0,20}(?:#(?!##)|\/\/)/;
const CONTINUED_URL = /^[ \t]{1,40}[?&][\w$.[\]-]{1,80}(?:=|$)/;
/** A line that is no part of a message: what is done with the answer, or where the body comes from. */
const SCRIPT = /^[ \t]{0,8}(?:[<>] ?\{%|>>?!? ?[./\w]|<> |\?\? )/;
const SCRIPT_END = /%\}\s*$/;

/**
 * Whether a text is a file of requests, as the REST Client of VS Code, Visual Studio and JetBrains editors run them:
 * https://learn.microsoft.com/aspnet/core/test/http-files
 */
const isRequestFile = (lines: readonly Line[]): boolean => {
  const has = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line.text));
  return (has(DEFINITION) || (has(SEPARATOR) && (has(/\{\{/) || has(NAMED)))) && has(REQUEST);
};

const VARIABLE = /\{\{[ \t]{0,5}([\w.-]{1,80})[ \t]{0,5}\}\}/g;
/** Variables name others; a name that stands for itself ends here, as does a line that grows without end. */
const DEEPEST = 5;
const LONGEST = 8_000;

const filledIn = (line: string, values: ReadonlyMap<string, string>): string => {
  let filled = line;
  for (let depth = 0; depth < DEEPEST && filled.includes('{{'); depth += 1) {
    const next = filled.replace(VARIABLE, (whole, name: string) => values.get(name) ?? whole);
    if (next.length > LONGEST || next === filled) return filled;
    filled = next;
  }
  return filled;
};

/** Fills lines in until the text has grown tenfold: no file of requests does, and a bad one should not cost more. */
const filling = (values: ReadonlyMap<string, string>, length: number): ((line: string) => string) => {
  let left = 10_000 + length * 9;
  return (line) => {
    const filled = left > 0 && line.includes('{{') ? filledIn(line, values) : line;
    left -= filled.length;
    return filled;
  };
};

const definitionsIn = (lines: readonly Line[]): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap(({ text }) => {
      const [, name, value = ''] = DEFINITION.exec(text) ?? [];
      return name === undefined ? [] : [[name, value.trim()] as const];
    }),
  );

/** The lines of one request as they are sent, and those of scripts: comments left out, a URL over several lines as one. */
const sentLines = (lines: readonly Line[]): { readonly sent: readonly Line[]; readonly scripts: readonly Line[] } => {
  const sent: Line[] = [];
  const scripts: Line[] = [];
  let part: 'top' | 'head' | 'body' | 'script' = 'top';
  for (const line of lines) {
    const last = sent.at(-1);
    if (part === 'script' || SCRIPT.test(line.text)) {
      scripts.push(line);
      const opens: boolean = part === 'script' || /\{%/.test(line.text);
      part = opens && !SCRIPT_END.test(line.text) ? 'script' : 'body';
    } else if (part !== 'body' && (COMMENT.test(line.text) || DEFINITION.test(line.text))) continue;
    else if (part === 'head' && CONTINUED_URL.test(line.text) && last !== undefined && REQUEST.test(last.text))
      sent[sent.length - 1] = { ...last, text: last.text.trimEnd() + line.text.trim(), to: line.to };
    else {
      sent.push(line);
      if (part === 'top' && REQUEST.test(line.text)) part = 'head';
      else if (part === 'head' && line.text.trim() === '') part = 'body';
    }
  }
  return { sent, scripts };
};

/** What was found, each with the scripts behind it: the statuses that they compare with are no answers. */
const withScripts = (found: readonly Found[], scripts: readonly Line[]): readonly Found[] =>
  found.map((one, index) => {
    const next = found[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const own = scripts.findLast(({ from }) => from > one.from && from < next);
    return { ...one, to: Math.max(one.to, own?.to ?? 0) };
  });

/** Reads files of requests: variables that the file defines are filled in; others stay, as masks. */
export const httpFileReader: Reader = {
  id: 'http-file',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!MAY_BE.test(text)) return [];
    const lines = linesOf(text);
    if (!isRequestFile(lines)) return [];
    const place = placerOf(text, paste);
    const fill = filling(definitionsIn(lines), text.length);
    const requests: Line[][] = [[]];
    for (const line of lines) {
      if (SEPARATOR.test(line.text)) requests.push([]);
      else requests.at(-1)?.push(line);
    }
    return requests.flatMap((request) => {
      const { sent, scripts } = sentLines(request);
      const filled = sent.map((line) => ({ ...line, text: fill(line.text) }));
      return withScripts(readHttpLines(filled, place, paste), scripts);
    });
  },
};
