import type { ShellWords } from './shell-words.ts';

/** Which shell a command was typed into, by how it quotes and goes on. */
export type Shell = 'posix' | 'cmd' | 'powershell';

const PEEK = 2000;
/** A caret before a quote, a bracket or a line break; quotes doubled within quotes as cmd wants them in JSON. */
const CMD = /\^["&%{}[\]\\]|\^[ \t]{0,10}\r?\n|[{,][ \t]{0,5}""\w{1,60}""[ \t]{0,5}:/;
const POWERSHELL = /`["$]|`[ \t]{0,10}\r?\n|'[^'\n]{0,400}\\"/;
const CMD_PROMPT = /(?:^|\n)[A-Za-z]:\\[^>\n]{0,200}>[ \t]{0,5}$/;
const POWERSHELL_PROMPT = /(?:^|\n)PS [A-Za-z]:[^>\n]{0,200}>[ \t]{0,5}$/;

/** The shell of the command whose name starts and ends here. */
export const shellOf = (text: string, from: number, start: number): Shell => {
  const before = text.slice(Math.max(0, from - 210), from);
  const [near = ''] = text.slice(start, start + PEEK).split(/(?<![\\^`][ \t]{0,10}\r?)\n/, 1);
  if (POWERSHELL_PROMPT.test(before)) return 'powershell';
  if (CMD_PROMPT.test(before) || CMD.test(near)) return 'cmd';
  return text.slice(from, start).endsWith('.exe') && POWERSHELL.test(near) ? 'powershell' : 'posix';
};

const MORE = /^[ \t]{0,10}\r?\n(?:More\?[ \t]?)?/;

/** The line as cmd hands it on: carets are gone, lines that a caret continues are one. Its end is that of the command. */
const cmdLine = (
  text: string,
  from: number,
): { readonly line: string; readonly to: number; readonly whole: boolean } => {
  const parts: string[] = [];
  let quoted = false;
  let at = from;
  for (; at < text.length; at += 1) {
    const c = text.charAt(at);
    const more = c === '^' ? MORE.exec(text.slice(at + 1, at + 24))?.[0].length : undefined;
    if (more !== undefined) {
      parts.push(' ');
      at += more;
    } else if (c === '^' && !quoted) {
      at += 1;
      parts.push(text.charAt(at));
    } else if (c === '\n' || (!quoted && (c === '|' || c === '&'))) break;
    else {
      if (c === '"') quoted = !quoted;
      parts.push(c);
    }
  }
  return {
    line: parts.join(''),
    to: at,
    whole: !/\^\s{0,10}(?:More\?\s?)?$/.test(text.slice(Math.max(from, at - 20), at)),
  };
};

/** The words of a command for cmd.exe: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments */
const cmdWords = (text: string, from: number): ShellWords => {
  const { line, to, whole } = cmdLine(text, from);
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const c = line.charAt(at);
    const isEscape = c === '\\' || (c === '"' && quoted);
    if (isEscape && line[at + 1] === '"') {
      word = `${word ?? ''}"`;
      at += 1;
    } else if (c === '"') {
      quoted = !quoted;
      word ??= '';
    } else if (!quoted && /\s/.test(c)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + c;
  }
  if (word !== undefined) words.push(word);
  return { words, to, whole: whole && !quoted };
};

const GAP = /^(?:[ \t\r]|`[ \t]{0,10}\r?\n(?:[ \t]{0,10}>>[ \t]?)?)/;

/** A quoted stretch of PowerShell, passed on to a program: `\"` reaches it as a quote, however it was written. */
const passedOn = (
  text: string,
  from: number,
): { readonly add: string; readonly to: number; readonly whole: boolean } => {
  const quote = text.charAt(from);
  const parts: string[] = [];
  for (let at = from + 1; at < text.length; at += 1) {
    const c = text.charAt(at);
    const next = text.charAt(at + 1);
    const doubled = c === quote && next === quote;
    const escaped = doubled || (c === '\\' && next === '"') || (c === '`' && quote === '"');
    if (c === quote && !doubled) return { add: parts.join(''), to: at + 1, whole: true };
    if (escaped) at += 1;
    parts.push(escaped ? next : c);
  }
  return { add: parts.join(''), to: text.length, whole: false };
};

/** The words of a command for PowerShell that runs a program. */
const powerShellWords = (text: string, from: number): ShellWords => {
  const words: string[] = [];
  let word: string[] | undefined;
  let whole = true;
  let at = from;
  const close = (): void => {
    if (word !== undefined) words.push(word.join(''));
    word = undefined;
  };
  while (at < text.length && !/[\n;|]/.test(text.charAt(at))) {
    const gap = GAP.exec(text.slice(at, at + 30))?.[0].length ?? 0;
    if (gap > 0) close();
    const isQuote = gap === 0 && /["']/.test(text.charAt(at));
    const step = isQuote ? passedOn(text, at) : { add: text.charAt(at), to: at + 1, whole: true };
    if (gap === 0) {
      word ??= [];
      word.push(step.add);
    }
    whole = whole && step.whole;
    at = gap > 0 ? at + gap : step.to;
  }
  close();
  const isCut = /`\s{0,20}(?:>>)?\s{0,5}$/.test(text.slice(Math.max(from, at - 30), at));
  return { words, to: at, whole: whole && !isCut };
};

/** The words of a command that was typed into a shell of Windows. */
export const windowsWords: Readonly<Record<Exclude<Shell, 'posix'>, (text: string, from: number) => ShellWords>> = {
  cmd: cmdWords,
  powershell: powerShellWords,
};
