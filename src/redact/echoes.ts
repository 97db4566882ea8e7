import { insideBase64 } from './text/base64url.ts';
import { looksRandom } from './text/looks-random.ts';
import { canonical } from './text/views.ts';

/** One secret as it is searched for again. */
interface Echo {
  readonly id: number;
  readonly value: string;
  /** No part of it can be a word that stands there by itself. */
  readonly isRandom: boolean;
}

/** A place where a secret, or a telling part of one, stands again. */
export interface EchoFound {
  readonly start: number;
  readonly end: number;
  readonly id: number;
}

/** Looks for what is known to be secret wherever it stands. */
export interface Echoes {
  readonly add: (id: number, value: string) => void;
  /** Every place in order, in one pass, however many secrets there are. */
  readonly find: (text: string) => readonly EchoFound[];
}

/**
 * Runs of so many letters are looked up, at every third place of a text. Where every second run of a secret is known,
 * this finds every run of twelve.
 */
const GRAM = 6;
const STEP = 3;
/** No run of so many characters of a secret may leave. */
const LONGEST_RUN = 12;
/** Shorter values are looked up as a whole. */
const SHORT = 24;
/** Longer ones stand in base64 as a part of a text that is found by itself. */
const LONGEST_INSIDE = 200;
/** Letters of secrets that are remembered; then the memory starts anew. */
const MOST_LETTERS = 1_000_000;
const MOST_PLACES = 8;

/** The first letters of a run as one of so many numbers: most places of a text are told from it to begin no known run. */
const HEADS = 2 ** 15;
const headAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) << 10) ^ (text.charCodeAt(at + 1) << 5) ^ text.charCodeAt(at + 2)) & (HEADS - 1);

const jsonEscaped = (value: string): string => JSON.stringify(value).slice(1, -1);

const percentEncoded = (value: string): string => encodeURIComponent(value.replace(/[\ud800-\udfff]/gu, ''));

/** The ways in which a value may stand elsewhere: bare, percent-encoded once or twice, as a JSON string, in base64. */
const waysOf = (value: string): readonly string[] => {
  const bare = canonical(value);
  const encoded = percentEncoded(bare);
  const ways = [value, bare, encoded, percentEncoded(encoded), jsonEscaped(bare), jsonEscaped(jsonEscaped(bare))];
  const inside = bare.length <= LONGEST_INSIDE ? insideBase64(bare).filter((way) => way.length >= LONGEST_RUN) : [];
  return [...new Set([...ways, ...inside])];
};

interface Shared extends EchoFound {
  readonly isWhole: boolean;
  readonly isRandom: boolean;
}

/** The longest run around a place that text and value share. */
const sharedRun = (text: string, at: number, { id, value, isRandom }: Echo, from: number): Shared => {
  let before = 0;
  while (before < from && before < at && text[at - before - 1] === value[from - before - 1]) before += 1;
  let after = 0;
  while (from + after < value.length && at + after < text.length && text[at + after] === value[from + after])
    after += 1;
  return { start: at - before, end: at + after, id, isWhole: before + after === value.length, isRandom };
};

/** The whole value counts, and of a part what no word would be. */
const isTelling = (text: string, { start, end, isWhole, isRandom }: Shared): boolean =>
  isWhole || (end - start >= LONGEST_RUN && (isRandom || looksRandom(text.slice(start, end))));

const backslashesAt = (text: string, end: number): number =>
  /["'\\]/.test(text.charAt(end)) ? (/\\{0,12}$/.exec(text.slice(Math.max(0, end - 12), end))?.[0].length ?? 0) : 0;

/** A find with the backslashes before its first quote, and without those before the next: half an escape is no JSON. */
const withWholeEscapes = (text: string, { id, start, end }: Shared, from: number): EchoFound => ({
  id,
  start: Math.max(start - backslashesAt(text, start), from),
  end: end - backslashesAt(text, end),
});

/** A memory of secrets that finds them again. */
export const echoesOf = (): Echoes => {
  let values: Echo[] = [];
  let letters = 0;
  const places = new Map<string, (readonly [value: number, at: number])[]>();
  const heads = new Uint8Array(HEADS);

  const index = (echo: Echo): void => {
    const number = values.push(echo) - 1;
    const step = echo.value.length < SHORT ? 1 : 2;
    for (let at = 0; at + GRAM <= echo.value.length; at += step) {
      const gram = echo.value.slice(at, at + GRAM);
      const known = places.get(gram);
      heads[headAt(gram, 0)] = 1;
      if (known === undefined) places.set(gram, [[number, at]]);
      else if (known.length < MOST_PLACES) known.push([number, at]);
    }
  };

  const longestAt = (text: string, at: number): Shared | undefined =>
    (places.get(text.slice(at, at + GRAM)) ?? [])
      .flatMap(([number, from]): readonly Shared[] => {
        const echo = values[number];
        return echo ? [sharedRun(text, at, echo, from)] : [];
      })
      .filter((shared) => isTelling(text, shared))
      .sort((a, b) => b.end - b.start - (a.end - a.start))[0];

  return {
    add: (id, value) => {
      letters += value.length;
      if (letters > MOST_LETTERS) {
        places.clear();
        values = [];
        letters = value.length;
      }
      const isRandom = looksRandom(value);
      for (const way of waysOf(value)) index({ id, value: way, isRandom });
    },
    find: (text) => {
      const found: EchoFound[] = [];
      for (let at = 0; places.size > 0 && at + GRAM <= text.length; at += STEP) {
        const longest = heads[headAt(text, at)] === 1 ? longestAt(text, at) : undefined;
        if (longest === undefined) continue;
        found.push(withWholeEscapes(text, longest, found.at(-1)?.end ?? 0));
        at = longest.end - STEP;
      }
      return found;
    },
  };
};
