import { expressionOf } from '../text/variables.ts';

const FILE = `["'\`]?(?:\\.[/\\\\])?([\\w./\\\\~$:-]{2,120})["'\`]?`;

/** What gives the whole text of a file, in shells and in code. */
const READS: readonly RegExp[] = [
  new RegExp(
    `^["']?(?:\\$\\(|\`)(?:cat[ \\t]{1,3}|<[ \\t]{0,3})${FILE}(?:[ \\t]{0,3}\\|[ \\t]{0,3}tr -d [^|)]{1,20})?[)\`]["']?$`,
  ),
  new RegExp(
    `^\\(?(?:Get-Content|gc|cat)(?: -(?:Raw|Path|LiteralPath)){0,2}[ \\t]{1,3}${FILE}(?: -Raw)?\\)?(?:\\.Trim\\(\\))?$`,
    'i',
  ),
  new RegExp(
    `^(?:\\w{1,20}\\.)?(?:open|Path|readFileSync|ReadAllText)\\(${FILE}[^()\\n]{0,60}\\)(?:\\.\\w{1,20}\\(\\)){0,3};?$`,
  ),
];
/** A file that was opened before: `token = f.read()`. */
const FROM_HANDLE = /^([A-Za-z_]\w{0,30})\.read\(\)(?:\.strip\(\))?$/;
const OPENED = new RegExp(`\\bopen\\(${FILE}[^()\\n]{0,60}\\)[ \\t]{1,3}as[ \\t]{1,3}([A-Za-z_]\\w{0,30}):`, 'g');

/** How a text gets into a file: what stands before its name, and behind it. One of them holds the text. */
const WRITES: readonly (readonly [before: RegExp, behind: RegExp])[] = [
  [
    /^([^\n]{1,400}?)[ \t]{0,5}(?:(?<![\d&])>{1,2}|\|[ \t]{0,3}(?:tee|Out-File|Set-Content)\b(?: -\w{1,12}){0,3})[ \t]{0,5}["']?(?:\.[/\\])?$/i,
    /^(?![\w./\\-])/,
  ],
  [
    /\bSet-Content[ \t](?:-\w{1,12}[ \t]){0,2}["']?(?:\.[/\\])?$/i,
    /^["']?[ \t]{1,3}(?:-Value[ \t]{1,3})?([^\n]{1,200})/i,
  ],
  [
    /\b(?:writeFile(?:Sync)?|WriteAllText(?:Async)?)\(["'`](?:\.\/)?$/,
    /^["'`],[ \t]{0,3}([^\n,]{1,200}?)(?:,[^\n]{0,60})?\);?[ \t]{0,5}(?:\r?\n|$)/,
  ],
  [/\bPath\(["'](?:\.\/)?$/, /^["']\)\.write_text\(([^\n]{1,200})\)/],
  [
    /\bopen\(["'](?:\.\/)?$/,
    /^["'],[ \t]{0,3}["']w[^()\n]{0,60}\)[ \t]{1,3}as[ \t]{1,3}\w{1,30}:\s{1,40}\w{1,30}\.write\(([^\n]{1,200})\)/,
  ],
];

const ECHO =
  /^(?:echo|printf|Write-Output)[ \t]{1,3}(?:-n[ \t]{1,3}|"?%s"?[ \t]{1,3})?["']?\$\{?([A-Za-z_]\w{0,60})\}?["']?$/;
const MOST = 20;

const openedAs = (text: string, handle: string | undefined, at: number): string | undefined =>
  handle === undefined
    ? undefined
    : [...text.slice(Math.max(0, at - 8000), at).matchAll(OPENED)].findLast(([, , name]) => name === handle)?.[1];

const fileIn = (text: string, expression: string, at: number): string | undefined =>
  READS.map((read) => read.exec(expression)?.[1]).find((file) => file !== undefined) ??
  openedAs(text, FROM_HANDLE.exec(expression)?.[1], at);

const givenAt = (text: string, from: number, to: number): string | undefined => {
  const before = text.slice(Math.max(text.lastIndexOf('\n', from) + 1, from - 500), from);
  const behind = text.slice(to, to + 400);
  for (const [start, end] of WRITES) {
    const [first, second] = [start.exec(before), end.exec(behind)];
    if (first !== null && second !== null) return (first[1] ?? second[1])?.trim();
  }
  return undefined;
};

/** What was put into a file last before a place. */
const writtenTo = (text: string, file: string, at: number): readonly [given: string, place: number] | undefined => {
  let place = text.lastIndexOf(file, at - 1);
  for (let tries = 0; place > 0 && tries < MOST; tries += 1) {
    const given = givenAt(text, place, place + file.length);
    if (given !== undefined) return [given, place];
    place = text.lastIndexOf(file, place - 1);
  }
  return undefined;
};

/**
 * The expression whose value a file holds that this one reads: `jq -r .refresh_token` for `$(cat refresh.txt)`. Undefined
 * where no file is read, or nobody shows what was put into it.
 */
export const keptIn = (text: string, expression: string, at: number): string | undefined => {
  const file = fileIn(text, expression, at);
  const [given, place] = (file !== undefined && writtenTo(text, file, at)) || [];
  if (given === undefined || place === undefined) return undefined;
  const name = ECHO.exec(given)?.[1];
  // A variable that nobody sets here comes from the environment, and tells by its name.
  return name === undefined ? given : expressionOf(text, name, place) || `env.${name}`;
};
