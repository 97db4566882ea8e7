import { lineBefore } from '../text/text.ts';

/** How far around a call its sentence is looked at. */
const REACH = 160;

/** With what the failing call was sent as well: no limit of a success. */
const SAME =
  '(?:the |that |this |my |our )?(?:very |exact )?same (?:access |bearer )?(?:token|spn?|app|principal|secret|script|code|run)';

/** Behind the call: that it worked, and no word of when or for whom it did not. */
const WORKED = new RegExp(
  `^["'\`)\\]]{0,2},?(?: (?:with|and|by|from|in) ${SAME})?(?:,|:)?\\s{1,3}(?:(?:which|that|it|this|call|request|and|also|itself|still)\\s){0,3}` +
    '(?:with success|successfully|works?\\b|worked\\b|succeeds?\\b|succeeded\\b|(?:is|was) (?:fine|ok|okay|good|successful)\\b' +
    '|(?:->|=>|→|(?:with|returns?|returned|gives?|gave|answers?|answered|responds?|responded|is|was)(?: (?:with|me|us|an?|the|http|status|code)){0,3}) ?20[0-4]\\b' +
    '|20[0-4](?: OK| Created| Accepted)?(?=[\\s,.;)]|$))',
  'i',
);
/** Behind the call: that what was asked for came, and all of it. */
const GAVE =
  /^["'`)\]]{0,2},?\s{1,3}(?:(?:which|that|it|this|call|request|and|also|itself|still|always)\s){0,3}(?:(?:returns?|returned|lists?|listed|gives?|gave|shows?|showed|delivers?|delivered|loads?|loaded)(?: (?:me|us|back))?|(?:answers?|answered|responds?|responded|(?:comes|came) back) with)(?: (?:all|the|my|our|its|every|right|expected|full|complete|correct|valid|proper|both|of|them|[1-9]\d{0,5})){1,4}(?:(?<= all)| (?:rows?|results?|items?|data|records?|values?|lists?|entries|workspaces?|groups?|reports?|datasets?|dashboards?|capacities|users?))(?= (?:with|and|here|there|as|for|in|from|until|only|correctly|fine|too)\b|,|[.;!)]|\s{0,5}(?:\n|$))/i;
/** What limits a success to somebody, some time or some place, where the failure is another one. */
const LIMITED = new RegExp(
  `^(?: (?:fine|ok|okay|well|too|perfectly|ok too))?,? (?:(?:but )?only|for|with|as(?! expected)|when|if|in|from|under|until|once|on|sometimes|before|yesterday)\\b(?! ${SAME}\\b)`,
  'i',
);

/** Before the call: something was made with it, or came from it. */
const MADE_BY =
  /\b(?:created|made|added|issued|generated|minted|obtained|comes|came|coming|returned)(?: (?:before|earlier|first|just|fine|by me|\w{1,10} (?:minutes?|hours?|days?) (?:ago|before|earlier))){0,2} (?:from|with|via|using|by|through|out of)(?: (?:the|a|an|my|our|call|calling|answer|response|of|request)){0,4}:?\s{1,2}["'`(<]?(?:(?:GET|POST|PUT|PATCH)\s{1,4})?["'`(<]?$/i;
/** Before the call: the token or the script is good for it. */
const WORKS_FOR =
  /\b(?:(?:is|are) (?:good|fine|okay?|accepted)|works?|worked|succeeds?|(?:gets?|got|returns?|gives?)(?: an?| me)? 20[0-4])(?: (?:fine|well|okay?|perfectly))? (?:for|on|with|against|from|by)(?: (?:the|a|an|our|call|calls|request|of|to)){0,3}:?\s{1,2}["'`(<]?(?:(?:GET|POST|PUT|PATCH)\s{1,4})?["'`(<]?$/i;
/** What makes the words before it no success. */
const REFUSED =
  /\b(?:40\d|errors?|fail\w{0,3}|cannot|can't|could not|couldn't|not|never|refused|denied|forbidden|unauthori[sz]ed|exceptions?|should|must|to be|will|would|if|when|how|why)\b|n't\b/i;

/**
 * Whether the text says that the call at this place works, or names it only as where something came from: such a call is
 * not the one that was refused.
 */
export const isSaidToWork = (text: string, { from, to }: { readonly from: number; readonly to: number }): boolean => {
  const before = lineBefore(text, from, REACH);
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1);
  const behind = text.slice(to, to + REACH);
  const worked = (WORKED.exec(behind) ?? GAVE.exec(behind))?.[0];
  if (worked !== undefined) return !REFUSED.test(worked) && !LIMITED.test(behind.slice(worked.length));
  if (REFUSED.test(sentence) || REFUSED.test(/^[^.,;\n]{0,80}/.exec(behind)?.[0] ?? '')) return false;
  return MADE_BY.test(sentence) || (WORKS_FOR.test(sentence) && !LIMITED.test(behind));
};
