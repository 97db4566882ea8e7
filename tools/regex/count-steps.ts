import type { Part } from './parse-expression.ts';

/** Continues behind a part: the end of the match, or undefined to make the part try something else. */
type Next = (at: number) => number | undefined;
type Matcher = (at: number, next: Next) => number | undefined;

/** What the parts of one match share. */
interface Search {
  readonly text: string;
  readonly groups: string[];
  /** Counts one step. */
  readonly step: () => void;
}

type Way = 1 | -1;
type Make<Is extends Part['is']> = (part: Extract<Part, { is: Is }>, search: Search, way: Way) => Matcher;

const char: Make<'char'> =
  ({ fits }, { text, step }, way) =>
  (at, next) => {
    step();
    const found = text[way > 0 ? at : at - 1];
    return found !== undefined && fits(found) ? next(at + way) : undefined;
  };

const row: Make<'row'> = ({ parts }, search, way) => {
  const ordered = way > 0 ? parts : parts.toReversed();
  const matchers = ordered.map((part) => matcherOf(part, search, way));
  const from =
    (index: number, next: Next): Next =>
    (at) =>
      matchers[index]?.(at, index + 1 < matchers.length ? from(index + 1, next) : next);
  return (at, next) => (matchers.length === 0 ? next(at) : from(0, next)(at));
};

const choice: Make<'choice'> = ({ parts }, search, way) => {
  const matchers = parts.map((part) => matcherOf(part, search, way));
  return (at, next) => {
    for (const matcher of matchers) {
      search.step();
      const end = matcher(at, next);
      if (end !== undefined) return end;
    }
    return undefined;
  };
};

const group: Make<'group'> = ({ number, part }, search, way) => {
  const matcher = matcherOf(part, search, way);
  return (at, next) =>
    matcher(at, (end) => {
      const before = search.groups[number];
      search.groups[number] = search.text.slice(Math.min(at, end), Math.max(at, end));
      const done = next(end);
      if (done === undefined && before !== undefined) search.groups[number] = before;
      return done;
    });
};

/** A repeated character needs no recursion, so that long runs fit on the stack. */
const repeatedChar = (
  { part, min, max, lazy }: Extract<Part, { is: 'repeat' }> & { readonly part: Extract<Part, { is: 'char' }> },
  { text, step }: Search,
  way: Way,
): Matcher => {
  const reach = (at: number, most: number): number => {
    let count = 0;
    while (count < most) {
      step();
      const found = text[way > 0 ? at + count : at - count - 1];
      if (found === undefined || !part.fits(found)) break;
      count += 1;
    }
    return count;
  };
  return (at, next) => {
    const longest = reach(at, lazy ? min : max);
    for (let count = lazy ? min : longest; count >= min && longest >= min; count += lazy ? 1 : -1) {
      if (count > max || (lazy && count > min && reach(at + way * (count - 1), 1) === 0)) return undefined;
      step();
      const end = next(at + way * count);
      if (end !== undefined) return end;
    }
    return undefined;
  };
};

const repeat: Make<'repeat'> = (part, search, way) => {
  const inner = part.part;
  if (inner.is === 'char') return repeatedChar({ ...part, part: inner }, search, way);
  const { min, max, lazy } = part;
  const matcher = matcherOf(inner, search, way);
  const from = (at: number, count: number, next: Next): number | undefined => {
    search.step();
    const more = (): number | undefined =>
      count < max
        ? matcher(at, (to) => (to === at && count >= min ? undefined : from(to, count + 1, next)))
        : undefined;
    if (count < min) return more();
    return lazy ? (next(at) ?? more()) : (more() ?? next(at));
  };
  return (at, next) => from(at, 0, next);
};

const look: Make<'look'> = ({ part, behind, not }, search) => {
  const matcher = matcherOf(part, search, behind ? -1 : 1);
  return (at, next) => ((matcher(at, (end) => end) === undefined) === not ? next(at) : undefined);
};

const same: Make<'same'> =
  ({ number }, { text, groups, step }, way) =>
  (at, next) => {
    step();
    const value = groups[number] ?? '';
    return text.startsWith(value, way > 0 ? at : at - value.length) ? next(at + way * value.length) : undefined;
  };

const edge: Make<'edge'> =
  ({ holds }, { text, step }) =>
  (at, next) => {
    step();
    return holds(text, at) ? next(at) : undefined;
  };

const MAKE: { readonly [Is in Part['is']]: Make<Is> } = { char, row, choice, group, repeat, look, same, edge };

const matcherOf = (part: Part, search: Search, way: Way): Matcher =>
  (MAKE[part.is] as Make<Part['is']>)(part, search, way);

class TooManySteps extends Error {}

/** As many steps for each character are counted: an expression that takes more has no good end. */
const MOST_COUNTED = 4_000;

/**
 * The steps of an engine that backtracks, without the short cuts that some know, to find all that an expression matches
 * in a text. A sticky expression is tried wherever no match of it lies, which is what a scanner does at most.
 */
export const countSteps = (part: Part, flags: string, text: string): number => {
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps > text.length * MOST_COUNTED) throw new TooManySteps();
  };
  const matcher = matcherOf(part, { text, groups: [], step }, 1);
  try {
    for (let at = 0; at <= text.length; ) {
      const end = matcher(at, (to) => to);
      if (end !== undefined && !/[gy]/.test(flags)) break;
      at = end === undefined || end === at ? at + 1 : end;
    }
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
  }
  return steps;
};
