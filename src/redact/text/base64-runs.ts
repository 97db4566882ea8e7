/** Whether a character of this code is a letter of base64 or base64url. */
const IS_LETTER = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9+/_-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** A run of letters of base64 or base64url, with the padding behind it, and where it begins. */
export interface Base64Run {
  readonly start: number;
  readonly value: string;
  /** How many letters it has without the padding. */
  readonly letters: number;
}

/** Nothing shorter is looked at. */
const LEAST = 16;

/** It looks at every so many characters only until it meets a letter there: most of a text are words, and shorter. */
const runsIn = (text: string): readonly Base64Run[] => {
  const runs: Base64Run[] = [];
  // In the bundle a constant is made by a function when it is first used: a loop over letters asks for it once.
  const isLetter = IS_LETTER;
  for (let start = 0; start + LEAST <= text.length; ) {
    let at = start + LEAST - 1;
    while (at >= start && isLetter[text.charCodeAt(at)] === 1) at -= 1;
    if (at >= start) {
      start = at + 1;
      continue;
    }
    let end = start + LEAST;
    while (isLetter[text.charCodeAt(end)] === 1) end += 1;
    const padding = text[end] !== '=' ? 0 : text[end + 1] !== '=' ? 1 : 2;
    runs.push({ start, value: text.slice(start, end + padding), letters: end - start });
    start = end + 1;
  }
  return runs;
};

let known: { readonly text: string; readonly runs: readonly Base64Run[] } | undefined;

/** Every whole run of at least {@link LEAST} letters. A text is asked for them twice in a row. */
export const base64Runs = (text: string): readonly Base64Run[] => {
  if (known?.text !== text) known = { text, runs: runsIn(text) };
  return known.runs;
};
