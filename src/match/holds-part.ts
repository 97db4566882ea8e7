/** Runs of so many characters are noted; a part with one that was not seen stands nowhere. */
const RUN = 5;
/** Places to note them: enough that a long paste leaves most of them free. */
const PLACES = 1 << 18;
/** A shorter text is searched at once. */
const SHORT = 2000;
/** Long texts that are kept noted; a paste has one or two. */
const MOST_NOTED = 4;

interface Noted {
  readonly lower: string;
  readonly runs: Uint8Array;
  /** What was searched for already: while a question is looked for, the rules search the same text many times. */
  readonly found: Map<string, boolean>;
}

/** The place of the run that ends with this character, from the place of the one before: what is older shifts out. */
const nextPlace = (place: number, code: number): number => ((place << 4) ^ (code * 0x9e5)) & (PLACES - 1);

const note = (text: string): Noted => {
  const lower = text.toLowerCase();
  const runs = new Uint8Array(PLACES);
  for (let at = 0, place = 0; at < lower.length; at += 1) {
    place = nextPlace(place, lower.charCodeAt(at));
    runs[place] = 1;
  }
  return { lower, runs, found: new Map() };
};

const noted = new Map<string, Noted>();

const notesOf = (text: string): Noted => {
  const known = noted.get(text);
  if (known !== undefined) return known;
  if (noted.size >= MOST_NOTED) noted.clear();
  const notes = note(text);
  noted.set(text, notes);
  return notes;
};

const mayHold = (runs: Uint8Array, part: string): boolean => {
  for (let at = 0, place = 0; at < part.length; at += 1) {
    place = nextPlace(place, part.charCodeAt(at));
    if (at >= RUN - 1 && runs[place] === 0) return false;
  }
  return true;
};

/** Whether a text is long enough that the parts of it are noted before they are sought. */
export const isLong = (text: string): boolean => text.length >= SHORT;

let last = { text: '', lower: '' };

/** A text in lower case; the last one and long ones are kept so. */
export const lowerCased = (text: string): string => {
  if (isLong(text)) return notesOf(text).lower;
  if (text !== last.text) last = { text, lower: text.toLowerCase() };
  return last.lower;
};

const isNoted = ({ lower, runs, found }: Noted, part: string): boolean => {
  const known = found.get(part);
  if (known !== undefined) return known;
  const wanted = part.toLowerCase();
  const isHeld = mayHold(runs, wanted) && lower.includes(wanted);
  found.set(part, isHeld);
  return isHeld;
};

/** Whether a long text holds a part, whatever the letter case. */
export const longHolds = (text: string, part: string): boolean => isNoted(notesOf(text), part);

/**
 * Whether a text holds one of these parts, whatever the letter case. The rules look for about a thousand sentences in
 * every paste: of a long one the runs of letters are noted once, by which most sentences are told to be nowhere in it.
 */
export const holdsOneOf = (text: string, parts: readonly string[]): boolean => {
  if (isLong(text)) {
    const notes = notesOf(text);
    return parts.some((part) => isNoted(notes, part));
  }
  const short = lowerCased(text);
  // Lower case is never shorter, so what is longer than all of the text is not made lower case to see that.
  for (const part of parts) if (part.length <= short.length && short.includes(part.toLowerCase())) return true;
  return false;
};
