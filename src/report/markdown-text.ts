/** A code span around any text: its fence is longer than every run of backticks inside. */
const span = (text: string): string => {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
};

/** A pipe would end a cell even in code, and its escapes differ from place to place: it stands beside the code. */
const spans = (text: string): string =>
  text
    .split('|')
    .map((part) => (part === '' ? '' : span(part)))
    .join('&#124;');

/** Any text as code, on one line. */
export const inlineCode = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? '' : spans(line);
};

/**
 * What could be more than letters in one of the places where Markdown is pasted: marks of Markdown and HTML, math,
 * addresses (which become links), mentions of people, issues and pull requests, emoji, and hashes of commits.
 */
const RISKY =
  /[\\`*_[\]<|~@#$^{}]|\w>|&[#\w]|!\d|:\/|\bwww\.|(?:^|\D):[\w+-]{1,60}:|^GH-\d|^:{3}|^(?:[0-9a-f]{7,40}|[0-9a-f]{8}-[0-9a-f-]{27})$/i;

/** A word with the marks of a sentence around it; what is risky becomes code, which is inert everywhere. */
const word = (text: string): string => {
  if (!RISKY.test(text)) return text;
  const [, lead = '', quoted, end = ''] = /^(["'(]{0,3})`([^`]+)`([^`]*)$/s.exec(text) ?? [];
  if (quoted !== undefined && !RISKY.test(end)) return lead + inlineCode(quoted) + end;
  const [, before = '', core = '', after = ''] = /^([("']{0,3})(.*?)([)"'.,;:!?]{0,4})$/s.exec(text) ?? [];
  return RISKY.test(core) ? `${before}${spans(core)}${after}` : spans(text);
};

/**
 * Gaps to fill, such as `<tenant id>` and `/groups/{workspace id}/`, are one piece with what they stand in, and so is
 * what a sentence has between backticks.
 */
const PIECES =
  /[^\s<{`]{0,200}(?:<[\w (){}./-]{1,60}>|\{[\w -]{1,60}\})\S*|["'(]{0,3}`[^`]{1,200}`[)"'.,;:!?]{0,4}(?=\s|$)|\S+/g;

/** A mark that would start a block where a line begins. */
const START = /^(?:[-+=>]|\d{1,9}[.)](?=\s|$))/;

const escapedStart = (text: string): string =>
  START.test(text) ? text.replace(/^(\d*)([-+=>.)])/, (_, digits: string, mark: string) => `${digits}\\${mark}`) : text;

/** Any text as one line of Markdown that shows this text and does nothing else. */
export const inline = (text: string): string => escapedStart((text.match(PIECES) ?? []).map(word).join(' '));

/** A fenced block around any text. */
export const fenced = (text: string, language: string): readonly string[] => {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(2, ...runs.map(({ length }) => length)) + 1);
  const lines = text.trimEnd().split(/\r\n?|\n/);
  return [`${fence}${language}`, ...lines, fence];
};
