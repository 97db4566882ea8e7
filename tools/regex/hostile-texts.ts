import type { Part } from './parse-expression.ts';

/** Every character that may stand for a class: ASCII, line breaks of others, a letter and a mark beyond it. */
const CHARS = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).sort(
    (a, b) => Number(/\w/.test(b)) - Number(/\w/.test(a)),
  ),
  '\u00a0',
  '\u2028',
  'é',
  '│',
  '’',
  '…',
  '\uE000',
];

const partsIn = function* (part: Part): Generator<Part> {
  yield part;
  if ('part' in part) yield* partsIn(part.part);
  if ('parts' in part) for (const inner of part.parts) yield* partsIn(inner);
};

/** One character for each set of classes of the expression that have characters in common. */
const alphabetOf = (part: Part): readonly string[] => {
  const classes = [...partsIn(part)].flatMap((inner) => (inner.is === 'char' ? [inner.fits] : []));
  const bySet = new Map<string, string>();
  for (const char of CHARS) {
    const set = classes.map((holds) => (holds(char) ? 1 : 0)).join('');
    if (!bySet.has(set)) bySet.set(set, char);
  }
  return [...bySet.values()];
};

/** A short text that the part matches; `pick` says which way to go where there are several. */
const sample = (part: Part, pick: number): string => {
  switch (part.is) {
    case 'char': {
      const fitting = CHARS.filter(part.fits);
      return fitting[pick % Math.max(1, fitting.length)] ?? '';
    }
    case 'row':
      return part.parts.map((inner) => sample(inner, pick)).join('');
    case 'choice':
      return sample(part.parts[pick % part.parts.length] ?? { is: 'row', parts: [] }, pick);
    case 'group':
      return sample(part.part, pick);
    case 'repeat':
      return sample(part.part, pick).repeat(Math.max(part.min, Math.min(1, part.max)));
    default:
      return '';
  }
};

/** What stands before each repetition of the expression, and one round of it. */
const pumpsIn = function* (part: Part, before: string, pick: number): Generator<readonly [string, string]> {
  if (part.is === 'repeat') yield [before, sample(part.part, pick)];
  if ('part' in part) yield* pumpsIn(part.part, before, pick);
  if (part.is === 'choice') for (const inner of part.parts) yield* pumpsIn(inner, before, pick);
  if (part.is !== 'row') return;
  let behind = before;
  for (const inner of part.parts) {
    yield* pumpsIn(inner, behind, pick);
    behind += sample(inner, pick);
  }
};

/** What a hostile text consists of: a start, then one thing over and over, then an end that fits nothing. */
export interface Hostile {
  readonly start: string;
  readonly pump: string;
}

const END = '\u0001\u0000';

/** A hostile text of about this length. */
export const hostileText = ({ start, pump }: Hostile, length: number): string =>
  start + pump.repeat(Math.max(1, Math.floor((length - start.length) / pump.length))) + END;

const PICKS = [0, 1];

/** More texts than this are thinned out, evenly: expressions with many words would take all the time. */
const MOST_TEXTS = 80;

const thinned = <T>(all: readonly T[]): readonly T[] =>
  all.filter(
    (_, index) => Math.floor((index * MOST_TEXTS) / all.length) !== Math.floor(((index - 1) * MOST_TEXTS) / all.length),
  );

/**
 * Texts that make an expression work hardest, from the expression itself: what each repetition repeats, behind what leads
 * to it, and each kind of character that it tells apart.
 */
export const hostileTo = (part: Part): readonly Hostile[] => {
  const texts = new Map<string, Hostile>();
  const add = (start: string, pump: string): void => {
    if (pump !== '') texts.set(`${start}\u0000${pump}`, { start, pump });
  };
  for (const char of alphabetOf(part)) add('', char);
  for (const pick of PICKS) {
    const whole = sample(part, pick);
    add('', whole);
    add('', whole.slice(0, -1));
    for (const [start, pump] of pumpsIn(part, '', pick)) {
      add(start, pump);
      add('', start);
      for (const char of alphabetOf(part)) if (start !== '') add(start, char);
    }
  }
  const all = [...texts.values()];
  return all.length <= MOST_TEXTS ? all : thinned(all);
};
