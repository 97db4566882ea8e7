import type { Facts } from '../../facts/evidence.ts';
import { GUID } from '../../facts/guid.ts';
import { onlyOne } from '../text/only-one.ts';

const NAMED = new RegExp(`(?:https?|api)://[^\\s"'\`<>,;()[\\]\\\\]{3,200}|${GUID}`, 'gi');
/** Words before the audiences that are taken, and before the one of the token; the last ones before a name decide. */
const WORDS =
  /(\b(?:expected|expects|expecting|should|must|allowed|supported|accepted|configured|required|requires|valid|(?:does not|did not|doesn't|didn't) match|not equal|valid_?audiences?)\b|\.validaudiences?\b)|\b(?:found|got|received|actual|presented|provided|but (?:was|is|has|had)|instead)\b/gi;

/** Where an error on an audience begins; one that refuses no token names no two. */
const REFUSAL =
  /\b(?:AKV10022|IDX10214|(?:wrong|invalid|expected|token|incorrect) aud(?:ience)?|aud(?:ience)?s?(?: claim)?\b[^.\n]{0,40}(?:mismatch|invalid|validation|expected|match|supported|not )|(?:mismatch|invalid|unexpected)\b[^.\n]{0,30}\baud(?:ience)?)/gi;
/** Azure AI names in brackets the audience that it takes. */
const TAKEN_IN_BRACKETS = /\baudience is incorrect \((https:\/\/[^\s()"'<>]{3,200})\)/i;
const LONGEST = 900;
const LEAD = 40;

type Side = 'taken' | 'sent';

/** On which side a name stands, by what stands between it and the name before. */
const sideOf = (between: string, before: Side | undefined): Side => {
  const last = [...between.matchAll(WORDS)].at(-1);
  if (last !== undefined) return last[1] === undefined ? 'sent' : 'taken';
  return before !== undefined && /^["'`\]),;\s]{0,8}(?:(?:and|or)\s)?["'`[(\s]{0,4}$/.test(between) ? before : 'sent';
};

const sidesIn = (text: string): Readonly<Record<Side, readonly string[]>> => {
  const sides: Record<Side, string[]> = { taken: [], sent: [] };
  let before: Side | undefined;
  let end = 0;
  for (const { index, 0: name } of text.matchAll(NAMED)) {
    before = sideOf(text.slice(end, index), before);
    sides[before].push(name.replace(/[.:]$/, ''));
    end = index + name.length;
  }
  return sides;
};

/**
 * The audience that an error refuses and those that it says are taken, in whichever order: `Expected https://..., found:
 * https://...`, `Audiences: '...'. Did not match: validationParameters.ValidAudience: '...'`.
 */
export const refusedAudience = (text: string): Facts => {
  if (!/aud|AKV10022/i.test(text)) return {};
  for (const { index } of text.matchAll(REFUSAL)) {
    const [stretch = ''] = text.slice(Math.max(0, index - LEAD), index + LONGEST).split(/\r?\n[ \t]{0,20}\r?\n/, 1);
    const { taken, sent } = sidesIn(stretch);
    const one = onlyOne(sent);
    if (one !== undefined && taken.length > 0) return { 'said.audience-refused': one, 'said.audiences-taken': taken };
  }
  const inBrackets = TAKEN_IN_BRACKETS.exec(text)?.[1];
  return inBrackets === undefined ? {} : { 'said.audiences-taken': [inBrackets] };
};
