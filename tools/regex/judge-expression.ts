import { check } from 'recheck';
import { countSteps } from './count-steps.ts';
import type { Expression } from './find-expressions.ts';
import { type Hostile, hostileText, hostileTo } from './hostile-texts.ts';
import { parseExpression, tokensOf } from './parse-expression.ts';

/**
 * The expression with short bounds in place of long ones, such as `{0,3}` for `{0,200}`. How its time grows with the text
 * depends on what has no bound; long ones only make the automaton of recheck too big to decide.
 */
const withShortBounds = (pattern: string): string =>
  tokensOf(pattern)
    .map((token) =>
      token.replace(
        /^\{(\d+)(,?)(\d*)\}/,
        (_, least, comma, most) =>
          `{${Math.min(2, Number(least))}${comma}${most === '' ? '' : Math.min(3, Number(most))}}`,
      ),
    )
    .join('');

const byRecheck = async ({ pattern, flags }: Expression): Promise<string | undefined> => {
  // recheck does not know `d`, which changes nothing but what is said of a match.
  const found = await check(withShortBounds(pattern), flags.replace('d', ''), { checker: 'automaton', timeout: 4_000 });
  return found.status === 'vulnerable' ? `recheck: ${found.complexity.summary}, ${found.attack.pattern}` : undefined;
};

/** What an expression comes to on the hostile text that is worst for it. */
export interface Cost extends Hostile {
  /** Steps for each character of the text. */
  readonly steps: number;
  /** Whether longer texts cost clearly more for each character, as far as they were tried. */
  readonly grows: boolean;
}

const SHORTEST = 256;
const LONGEST = 4096;
/** Enough steps for each character to be of interest. */
const NOTABLE = 60;

/** What `count` gives, or undefined where the text is too long for its recursion. */
const asFarAsItGoes = (count: () => number): number | undefined => {
  try {
    return count();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const costOf = (count: (text: string) => number, hostile: Hostile): Cost => {
  let steps = 0;
  let grows = false;
  for (let length = SHORTEST; length <= LONGEST; length *= 2) {
    const text = hostileText(hostile, length);
    const counted = asFarAsItGoes(() => count(text));
    if (counted === undefined) break;
    const each = counted / text.length;
    grows = length > SHORTEST && each > steps * 1.3;
    steps = each;
    if (length > SHORTEST && (!grows || steps < NOTABLE)) break;
  }
  return { ...hostile, steps, grows: grows && steps >= NOTABLE };
};

/** The worst that our own hostile texts do to an expression. */
export const worstCost = (expression: Expression): Cost => {
  const part = parseExpression(expression);
  const count = (text: string): number => countSteps(part, expression.flags, text);
  const costs = hostileTo(part).map((hostile) => costOf(count, hostile));
  const isWorse = (a: Cost, b: Cost): boolean => (a.grows === b.grows ? a.steps > b.steps : a.grows);
  return costs.reduce((worst, cost) => (isWorse(cost, worst) ? cost : worst), {
    start: '',
    pump: '',
    steps: 0,
    grows: false,
  });
};

/** More steps for each character than this are too many even where they do not grow with the text. */
const MOST_STEPS = 800;

/**
 * What is wrong with an expression, as text; undefined where its time is linear. Two ways to tell: recheck, by theory,
 * and the steps that it takes on texts made against it, which also sees what long bounds cost.
 */
export const faultOf = async (expression: Expression): Promise<string | undefined> => {
  const fault = await byRecheck(expression);
  if (fault !== undefined) return fault;
  const { steps, grows, start, pump } = worstCost(expression);
  const text = `${JSON.stringify(start)} and many ${JSON.stringify(pump)}`;
  if (grows) return `${Math.round(steps)} steps a character and growing on ${text}`;
  return steps > MOST_STEPS ? `${Math.round(steps)} steps a character on ${text}` : undefined;
};
