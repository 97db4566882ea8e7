import { concatenated } from './concatenation.ts';
import { withNames } from './format-arguments.ts';

const ASSIGNMENT =
  /(?<![\w.$])\$?([A-Za-z_]\w{0,60})[ \t]{0,20}(?::[ \t]{0,5}[A-Za-z][\w.]{0,40}[ \t]{0,5})?(?::?=|<-)[ \t]{0,20}(?:(?:fmt\.Sprintf|sprintf|paste0|[Ss]tring\.[Ff]ormat|format!|glue|new Uri|URI)\([ \t]{0,5})?[frb$@]{0,2}(["'`])([^"'`\n]{1,2000})\2/g;

/** A variable that is set to another one with a text behind it: `token_url = authority + "/oauth2/v2.0/token"`. */
const SUM =
  /(?<![\w.$])\$?([A-Za-z_]\w{0,60})[ \t]{0,20}(?::?=|<-)[ \t]{0,20}\$?([A-Za-z_]\w{0,60})(?=[ \t]{0,5}(?:[+&]|\.[ \t])[ \t]{0,5}["'`])/g;

const MOST_STEPS = 4;

const lastOf = (before: string, pattern: RegExp, name: string): RegExpExecArray | undefined =>
  [...before.matchAll(pattern)].findLast((match) => match[1] === name);

/** The text that a variable of any language is set to in this paste, the last one before `at`. */
export const assignedText = (text: string, name: string, at: number, steps = 0): string | undefined => {
  const start = Math.max(0, at - 8000);
  const before = text.slice(start, at);
  const set = lastOf(before, ASSIGNMENT, name);
  const sum = steps < MOST_STEPS ? lastOf(before, SUM, name) : undefined;
  if (sum !== undefined && sum.index > (set?.index ?? -1)) {
    const first = assignedText(text, sum[2] ?? '', start + sum.index, steps + 1);
    return first === undefined ? undefined : first + concatenated(before, sum.index + sum[0].length).rest;
  }
  if (set?.[3] === undefined) return undefined;
  const end = set.index + set[0].length;
  return withNames(before, set[3], end - 1 - set[3].length, end - 1) + concatenated(before, end).rest;
};
