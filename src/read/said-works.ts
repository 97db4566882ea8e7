import type { Facts } from '../facts/evidence.ts';
import { isSeen, NOT, PARTS } from './said-clauses.ts';

const GOES =
  '(?:works?|worked|working|succeeds?|succeeded|is fine|is ok|(?:returns?|gives?) (?:200|fine|data|an? (?:empty )?list|results))';
const FINE = '(?: fine| ok| well| too| perfectly)?';

/** What is said to work, which tells how far the caller gets. */
const WORKS: Readonly<Record<string, readonly RegExp[]>> = {
  'list-workspaces': [
    new RegExp(
      `\\b(?:list(?:ing)?|get(?:ting)?)(?: (?:the|all|my|our|of))* (?:workspaces?|groups)\\b[^.!?]{0,30}\\b${GOES}\\b`,
    ),
    new RegExp(`\\b${GOES}${FINE} (?:for|with|on) (?:listing |get |the )?(?:groups|workspaces)\\b`),
  ],
  portal: [
    /\b(?:i|we|they) (?:can )?(?:see|open|view|find) (?:it|this|them|the \w{1,20}|that \w{1,20})(?: \w{1,20}){0,2} (?:in|on) (?:the )?(?:fabric |power ?bi )?(?:portal|browser|service|ui)\b/,
    new RegExp(
      `\\b${GOES}${FINE} (?:in|from|through|via) (?:the )?(?:fabric |power ?bi )?(?:portal|browser|ui|service)\\b`,
    ),
  ],
  'other-workspace': [
    new RegExp(
      `\\b${GOES}${FINE} (?:in|for|on|with|against) (?:an|all|the|my|our)? ?(?:other|different) workspaces?\\b`,
    ),
  ],
};

/** A change that is too young to have reached every server. */
const JUST_CHANGED =
  /\b(?:enabled|changed|added|turned on|switched on|activated|granted|gave|set)\b[^.!?]{0,90}\b(?:just now|(?:\d{1,2}|a few|some|five|ten|fifteen|twenty|thirty) ?min(?:ute)?s? ago)\b|\b(?:i|we)(?:'ve| have)? just (?:enabled|changed|added|turned on|switched on|activated|granted|gave)\b/;

/** What a person says to work already, and that something was changed minutes ago. */
export const saidOfSuccess = (sentences: readonly string[]): Facts => {
  const seen = sentences.filter(isSeen);
  const parts = seen.flatMap((sentence) => sentence.split(PARTS)).filter((part) => !NOT.test(part));
  const works = Object.entries(WORKS).filter(([, as]) => parts.some((part) => as.some((each) => each.test(part))));
  const isFresh = seen.some((sentence) => JUST_CHANGED.test(sentence));
  return {
    ...(works.length > 0 && { 'said.works': works.map(([what]) => what) }),
    ...(isFresh && { 'setting.changed': 'minutes-ago' }),
  };
};
