import type { Facts } from '../../facts/evidence.ts';
import { isSeen, NOT, PARTS } from './said-clauses.ts';
import { REFUSAL, WORKS } from './works-phrases.ts';

/** What is hoped, asked or past says nothing of now. */
const NOT_NOW =
  /\b(?:should|would|must|if|whether|hope|hoping|used to|expect(?:ed|ing)?|supposed|want|wanted|need(?:ed|s)? to|try(?:ing)? to|tried|will|only (?:after|when|if)|until|once|how)\b|\bto work\b/;

/** Another caller or tool than the one that fails: what works there tells nothing of how far this call gets. */
const ELSEWHERE =
  /\b(?:with|as|under|using|via|by) (?:(?:my|an?|the) )?(?:own|user|personal|delegated|interactive|my|me)\b|\b(?:postman|curl|try it|browser|portal|ui|colleague|co-?worker)\b/;
const OF_WORKSPACES = /\b(?:workspaces|groups)\b/;
/** The list itself is what is refused: nothing else is named before the refusal, or right behind it. */
const LIST_REFUSED = new RegExp(
  '\\b(?:workspaces|groups)(?:[ :]{1,2}(?:call|request|with|using|the|its|my|our|that|this|same|token|and|then|also|always|only|still|too|just|now|i|we|it|they|app|spn?|principal|service|user|see|gets?|getting|got|receives?|received|gives?|gave|returns?|returned|answers?|answered|responds?|throws?|ends|is|are|was|me|us|back|in|an?|http|status|error|code)){0,10}[ :]{1,2}' +
    `${REFUSAL}\\b(?!(?: (?:forbidden|unauthori[sz]ed|errors?))? (?:on|for|when|at|from) (?!(?:it|this|that|me|us|the (?:app|spn?|principal|service principal|same)|our|my)\\b))`,
);

const isSaid = (what: string, part: string): boolean => {
  if (what === 'portal' || what === 'other-account') return true;
  if (what === 'list-workspaces' && LIST_REFUSED.test(part)) return false;
  return !ELSEWHERE.test(part) && !(what === 'reads' && OF_WORKSPACES.test(part));
};

/** Which ones, in brackets behind what is spoken of: `other workspaces (Finance, HR) open`. */
const NAMES_BESIDE = /\b(workspaces?|datasets?|reports?|models?|items?|ones) \([^()]{1,60}\)/g;

/** Success in words that look like a denial: `without any problem`. */
const plainly = (part: string): string =>
  part
    .replace(/\b(?:without (?:any |an? )?|no )(?:problems?|issues?|errors?|trouble)\b/g, 'is fine')
    .replace(
      /\b(is fine|works?|worked) (?:if|when) (?:i|we) use (?=(?:an? |the |my |our )?(?:\w{1,12} )?(?:user|account)\b)/g,
      '$1 with ',
    )
    .replace(/\b(deployed|created|published|made|uploaded|it|them|everything|items?) once(?=$|[,.;])/g, '$1')
    .replace(NAMES_BESIDE, '$1');

/** A change of the call, and not of a right. */
const OF_CALL =
  '(?! (?:(?:the|my|our|only|all|its|some|both) ){0,2}(?:(?:workspace|dataset|report|item|group) )?(?:ids?|guids?|urls?|uris?|address|route|path|code|script|query|body|headers?|parameters?|tokens?)\\b)';
/** A change that is too young to have reached every server. */
const JUST_CHANGED = new RegExp(
  `\\b(?:enabled|changed|added|turned on|switched on|activated|elevated|assigned|granted|gave|set)\\b${OF_CALL}[^.!?]{0,90}\\b(?:just now|(?:\\d{1,2}|a few|some|five|ten|fifteen|twenty|thirty) ?min(?:ute)?s? ago)\\b` +
    `|\\b(?:i|we)(?:'ve| have)? just (?:enabled|changed|added|turned on|switched on|activated|granted|gave)\\b${OF_CALL}`,
);

/** What a person says to work already, and that something was changed minutes ago. */
export const saidOfSuccess = (sentences: readonly string[]): Facts => {
  const seen = sentences.filter(isSeen);
  const parts = seen
    .flatMap((sentence) => plainly(sentence).split(PARTS))
    .filter((part) => !NOT.test(part) && !NOT_NOW.test(part));
  const works = Object.entries(WORKS).filter(([what, as]) =>
    parts.some((part) => isSaid(what, part) && as.some((each) => each.test(part))),
  );
  const isFresh = seen.some((sentence) => JUST_CHANGED.test(sentence));
  return {
    ...(works.length > 0 && { 'said.works': works.map(([what]) => what) }),
    ...(isFresh && { 'setting.changed': 'minutes-ago' }),
  };
};
