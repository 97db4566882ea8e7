import { concatenated } from './concatenation.ts';

const ASSIGNMENT =
  /(?<![\w.$])\$?([A-Za-z_]\w{0,60})[ \t]{0,20}(?::[ \t]{0,5}[A-Za-z][\w.]{0,40}[ \t]{0,5})?(?::?=|<-)[ \t]{0,20}(?:(?:fmt\.Sprintf|sprintf|paste0|[Ss]tring\.[Ff]ormat|format!|glue|new Uri|URI)\([ \t]{0,5})?[frb$@]{0,2}(["'`])([^"'`\n]{1,2000})\2/g;

/** The text that a variable of any language is set to in this paste, the last one before `at`. */
export const assignedText = (text: string, name: string, at: number): string | undefined => {
  const before = text.slice(Math.max(0, at - 8000), at);
  const set = [...before.matchAll(ASSIGNMENT)].findLast((match) => match[1] === name);
  return set?.[3] === undefined ? undefined : set[3] + concatenated(before, set.index + set[0].length).rest;
};
