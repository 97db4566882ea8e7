import type { Request } from '../../model/incident.ts';
import { matchAt } from '../../redact/text/match-at.ts';
import { CMDLET_OPTIONS } from '../calls/powershell-command.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { filledByShell } from '../syntax/shell-variables.ts';
import { type ShellWords, shellWords } from '../syntax/shell-words.ts';
import { shellOf, windowsWords } from '../syntax/windows-words.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { argumentsIn, valuesOf } from './curl-arguments.ts';
import { COMMAND_OPTIONS } from './curl-options.ts';
import { looksLikeUrl, requestOf, takesMore } from './curl-request.ts';

const COMMAND =
  /((?:^|\n)\+{1,4}|(?:^|\n)[ \t]{0,20}(?:-(?=[ \t])|(?:-[ \t]{1,4})?(?:run|script|command|cmd):)|^|[\n(|;&`>$#!])([ \t]{0,20}(?:(?:sudo|time|exec)[ \t]{1,3})?)((?:curl|wget)(?:\.exe)?)(?=[ \t]+[^\s:=,.]|[ \t]*[\\^`][ \t]*\r?\n)/gi;

const REDIRECTION = /^\d?(?:>{1,2}|<)(?:&\d)?/;

/** The words without what they tell the shell: where output goes, and that input follows. */
const withoutRedirections = (words: readonly string[]): readonly string[] =>
  words.filter((word, at) => !REDIRECTION.test(word) && !/^\d?(?:>{1,2}|<)$/.test(words[at - 1] ?? ''));

const LONGEST_INPUT = 20_000;
const HERE_DOCUMENT = /(?:^|\s)<<-?[ \t]{0,3}(["']?)([A-Za-z_]\w{0,30})\1[^\n]{0,200}$/;

/** The lines below a command that are its input: `-d @- <<'EOF'`. `whole` is false where their end was not pasted. */
const inputBelow = (
  text: string,
  from: number,
  to: number,
): { readonly body: string; readonly to: number; readonly whole: boolean } | undefined => {
  const end = HERE_DOCUMENT.exec(text.slice(Math.max(from, to - 300), to))?.[2];
  if (end === undefined || text[to] !== '\n') return undefined;
  const lines = text.slice(to + 1, to + LONGEST_INPUT).split('\n');
  const last = lines.findIndex((line) => line.trim() === end);
  const body = lines.slice(0, last === -1 ? lines.length : last).join('\n');
  return { body, to: to + 1 + body.length + (last === -1 ? 0 : end.length + 1), whole: last !== -1 };
};

/** What came of a command, noted behind it: `curl https://... -> 404`. */
const RESULT = /[ \t](?:[-=]>|→|⇒)[ \t]{1,3}(?=(?:HTTP )?[1-5]\d\d\b)/;

/** A text that ends before the result noted on the line that starts a command. */
const withoutResult = (text: string, start: number): string => {
  const stop = text.indexOf('\n', start);
  const line = text.slice(start, Math.min(stop === -1 ? text.length : stop, start + 2_000));
  const result = RESULT.exec(line);
  return result === null ? text : text.slice(0, start + result.index);
};

/** Commands have fewer and shorter words; what is longer is no command that somebody wrote. */
const MOST_FILLED = 60;
const LONGEST_FILLED = 10_000;

/** The words of a command, in the shell that it was typed into; a body that stands below it takes the place of `@-`. */
const commandWords = (whole: string, from: number, start: number): ShellWords => {
  const text = withoutResult(whole, start);
  const shell = shellOf(text, from, start);
  if (shell !== 'posix') return windowsWords[shell](text, start);
  const read = shellWords(text, start);
  const input = inputBelow(text, start, read.to);
  const raw = text.slice(start, Math.min(read.to, start + LONGEST_FILLED));
  const words = withoutRedirections(read.words).map((word, at) =>
    at < MOST_FILLED && word.includes('$') && !raw.includes(`'${word}'`) ? filledByShell(whole, from, word) : word,
  );
  if (input === undefined) return { ...read, words };
  return {
    words: words.map((word) => (word === '@-' ? input.body : word)),
    to: input.to,
    whole: read.whole && input.whole,
  };
};

const isCommand = (first: string): boolean => first.startsWith('-') || looksLikeUrl(first);

/** A word that is neither an option nor an address: most mentions of curl are in a sentence. */
const SENTENCE = /(?:[ \t]|\\\r?\n){1,20}[A-Za-z]\w{0,40}(?=[\s\\])/y;
/** Enough of the text to see whether a command starts here. */
const PEEK = 400;

const readAt = (text: string, from: number, name: string): (Found & { readonly piece: Request }) | undefined => {
  const start = from + name.length;
  if (matchAt(SENTENCE, text, start) !== undefined) return undefined;
  const first = shellWords(text.slice(start, start + PEEK), 0, 1).words[0] ?? '';
  if (!isCommand(first.replace(/^\^/, ''))) return undefined;
  const { words, to, whole } = commandWords(text, from, start);
  if (CMDLET_OPTIONS.test(text.slice(start, to))) return undefined;
  const tool = name.toLowerCase().startsWith('wget') ? 'wget' : 'curl';
  const all = argumentsIn(words, COMMAND_OPTIONS[tool]);
  const parts = requestOf(all);
  const complete = whole && parts.url !== undefined && !takesMore(all) && valuesOf(all, 'word').every(looksLikeUrl);
  const piece: Request = {
    kind: 'request',
    place: { paste: 0, line: 1, what: `${tool} command` },
    complete,
    ...parts,
    ...authorizationIn(parts.headers, complete),
  };
  return { piece, from, to };
};

/** Reads commands of curl and wget, of any shell: quotes, line continuations and the options that shape a request. */
export const curlReader: Reader = {
  id: 'curl',
  sees: 'rest',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    const found: Found[] = [];
    let end = 0;
    for (const { index, 1: before = '', 2: blanks = '', 3: name = '' } of text.matchAll(COMMAND)) {
      const from = index + before.length + blanks.length;
      if (from < end) continue;
      const read = readAt(text, from, name);
      if (read === undefined) continue;
      end = read.to;
      if (read.piece.url !== undefined)
        found.push({ ...read, piece: { ...read.piece, place: place(from, read.piece.place.what) } });
    }
    return found;
  },
};
