/** Whether a character of this code is a letter of base64 or base64url. */
const IS_LETTER = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9+/_-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

const isLetter = (text: string, at: number): boolean => IS_LETTER[text.charCodeAt(at)] === 1;

/** A run of letters of base64 or base64url, with the padding behind it, and where it begins. */
export interface Base64Run {
  readonly start: number;
  readonly value: string;
}

/**
 * Every whole run of at least so many letters. It looks at every so many characters only until it meets a letter there:
 * most of a text are words, and shorter.
 */
export const base64Runs = (text: string, least: number): readonly Base64Run[] => {
  const runs: Base64Run[] = [];
  for (let start = 0; start + least <= text.length; ) {
    let at = start + least - 1;
    while (at >= start && isLetter(text, at)) at -= 1;
    if (at >= start) {
      start = at + 1;
      continue;
    }
    let end = start + least;
    while (isLetter(text, end)) end += 1;
    const padding = text[end] !== '=' ? 0 : text[end + 1] !== '=' ? 1 : 2;
    if (text[start - 1] !== '=') runs.push({ start, value: text.slice(start, end + padding) });
    start = end + 1;
  }
  return runs;
};
