/** What an object ends with, and the blanks between it and a status on its line. */
const BEFORE = /["'\]}\dle]\s{0,5}\}[ \t]{1,4}[([]?$/;
const AFTER = /^[)\]]?[.,;]?[ \t]{0,5}(?:[\r\n]|$)/;
const ERROR = /\{[^{}]{0,300}"(?:error\w{0,20}|code|message)\\?"\s{0,3}:/i;
const LONGEST_BODY = 800;

/** Whether a number ends the line of the body of an error: `{"error":{...}} 401`, `{...} (401)`. */
export const endsErrorBody = (text: string, from: number): boolean =>
  BEFORE.test(text.slice(Math.max(0, from - 20), from)) &&
  AFTER.test(text.slice(from + 3, from + 13)) &&
  ERROR.test(text.slice(Math.max(0, from - LONGEST_BODY), from));
