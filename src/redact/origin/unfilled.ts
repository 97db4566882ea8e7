/** `$TOKEN`, `${TOKEN}`, `$env:TOKEN`. */
const DOLLAR = /^\$(?:env:)?(?:[A-Za-z_]\w{0,60}|\{[A-Za-z_]\w{0,60}\})$/;
/** `%TOKEN%` */
const PERCENT = /^%\w{1,60}%$/;
/** `{{token}}` */
const BRACES = /^\{\{[^{}\n]{1,80}\}\}$/;

const MAY_BE = /^[$%{]/;

const LONGEST_LINE = 400;
const CMD = /(?:^|\n)[A-Za-z]:\\[^>\n]{0,120}>/;
const POWERSHELL = /(?:^|\n)PS [A-Za-z]:[^>\n]{0,120}>/;
const POSIX = /(?:^|\n)(?:\([\w.-]{1,40}\) )?[\w.-]{1,40}@[\w.-]{1,60}:[^$#\n]{0,120}[$#] /;

/** The header in single quotes, as the value of an option of curl; before it no text that a program would fill. */
const SINGLE_QUOTED =
  /(?:^|\n|[$#>|;&(] {0,3})(?:sudo |time )?(?:curl|wget)(?:\.exe)? [^\n"`]{0,300}(?:-H|--header)[ =]{0,3}'Authorization:[ ]{0,3}Bearer {1,3}$/i;

/** Lines that a backslash, a backtick or a caret continues are one. */
const joinedLines = (text: string): string => text.replace(/[ \t]{0,10}[\\^`]\r?\n[ \t]{0,40}/g, ' ');

/** Postman shows a request as it was sent, with headers of its own: a variable that it knows is filled there. */
const OF_POSTMAN = /\bPostmanRuntime\//;
const NEAR = 300;

/**
 * Whether the letters of a variable were sent as they stand, since nothing was put in for it: between single quotes no
 * shell fills `$TOKEN`; PowerShell and bash leave `%TOKEN%` alone, and cmd leaves `$TOKEN`; a request as Postman sent it
 * holds `{{token}}` only where the variable has no value.
 * https://www.gnu.org/software/bash/manual/html_node/Single-Quotes.html
 */
export const isUnfilled = (text: string, value: string, at: number): boolean => {
  if (!MAY_BE.test(value)) return false;
  if (BRACES.test(value)) return OF_POSTMAN.test(text.slice(Math.max(0, at - NEAR), at + value.length + NEAR));
  const isDollar = DOLLAR.test(value);
  if (!isDollar && !PERCENT.test(value)) return false;
  const before = joinedLines(text.slice(Math.max(0, at - LONGEST_LINE), at));
  const command = before.slice(before.lastIndexOf('\n', before.length - 1) + 1);
  if (!isDollar) return POWERSHELL.test(command) || POSIX.test(command);
  if (CMD.test(command)) return true;
  return text.charAt(at + value.length) === "'" && SINGLE_QUOTED.test(command);
};
