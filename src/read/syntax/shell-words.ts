import { matchAt } from '../../redact/text/match-at.ts';
import { closingOf } from './closing-of.ts';

/** The words of one command, unquoted, and where it ended. `whole` is false where a quote was never closed, or a line to come is missing. */
export interface ShellWords {
  readonly words: readonly string[];
  readonly to: number;
  readonly whole: boolean;
}

interface Step {
  readonly add: string;
  readonly to: number;
  readonly whole?: false;
}

const ANSI: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const singleQuoted = (text: string, from: number): Step => {
  const end = text.indexOf("'", from);
  return end === -1
    ? { add: text.slice(from), to: text.length, whole: false }
    : { add: text.slice(from, end), to: end + 1 };
};

/** A quoted stretch in which a backslash escapes: `"..."`, or `$'...'` with its own letters. */
const escapedQuote = (text: string, from: number, quote: '"' | "'"): Step => {
  const parts: string[] = [];
  let start = from;
  for (let at = from; at < text.length; at += 1) {
    if (quote === '"' && text.startsWith('$(', at)) at = (closingOf(text, at + 1) ?? at + 1) - 1;
    if (text[at] === quote) return { add: parts.join('') + text.slice(start, at), to: at + 1 };
    if (text[at] !== '\\') continue;
    const next = text.charAt(at + 1);
    const escaped =
      quote === "'" ? (ANSI[next] ?? next) : '"\\$`'.includes(next) ? next : next === '\n' ? '' : `\\${next}`;
    parts.push(text.slice(start, at), escaped);
    at += 1;
    start = at + 1;
  }
  return { add: parts.join('') + text.slice(start), to: text.length, whole: false };
};

const CONTINUATION = /^[\\^`][ \t]{0,10}\r?\n(?:>[ \t])?/;

/** Length of a line continuation here: a backslash (shell), a caret (Windows) or a backtick (PowerShell) before a line break, and the prompt behind it. */
const continuation = (text: string, at: number): number =>
  '\\^`'.includes(text[at] ?? ' ') ? (CONTINUATION.exec(text.slice(at, at + 16))?.[0].length ?? 0) : 0;

const quotedStep = (text: string, at: number): Step | undefined => {
  if (text.startsWith("$'", at)) return escapedQuote(text, at + 2, "'");
  if (text[at] === "'") return singleQuoted(text, at + 1);
  return text[at] === '"' ? escapedQuote(text, at + 1, '"') : undefined;
};

/** Letters that mean nothing to a shell. */
const PLAIN = /[\w.,:/=@%+~-]{1,4000}/y;

const plainStep = (text: string, at: number): Step => {
  if (text[at] === '\\' && at + 1 < text.length) return { add: text.charAt(at + 1), to: at + 2 };
  const add = matchAt(PLAIN, text, at) ?? text.charAt(at);
  return { add, to: at + add.length };
};

/**
 * Reads the words of the command that starts at `from`, as a shell would, up to its end: a line break, `;`, `|` or `&`;
 * at most so many words.
 */
export const shellWords = (text: string, from: number, most = Number.POSITIVE_INFINITY): ShellWords => {
  const words: string[] = [];
  let word: string[] | undefined;
  let at = from;
  let depth = 0;
  let whole = true;
  let continued = false;
  const close = (): void => {
    if (word !== undefined) words.push(word.join(''));
    word = undefined;
  };
  while (at < text.length && words.length < most) {
    const c = text.charAt(at);
    const skipped = continuation(text, at);
    continued = skipped > 0;
    if (skipped > 0 || c === ' ' || c === '\t' || c === '\r') {
      close();
      at += Math.max(skipped, 1);
      continue;
    }
    if (c === '\n' || c === ';' || c === '|' || (c === '&' && word === undefined)) break;
    depth += c === '(' ? 1 : c === ')' ? -1 : 0;
    if (depth < 0) break;
    const step = quotedStep(text, at) ?? plainStep(text, at);
    word ??= [];
    word.push(step.add);
    at = step.to;
    whole = whole && step.whole !== false;
  }
  close();
  return { words, to: at, whole: whole && !continued };
};
