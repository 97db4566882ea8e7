import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import { onlyOne } from '../text/only-one.ts';

type Kind = ValueOf<'said.credential'>;

/** What people take for an access token, by the words that they have for it. */
const KINDS: readonly (readonly [Kind, string])[] = [
  ['authorization-code', '(?:(?:authori[sz]ation|auth|oauth|returned|received|whole|long|this|that|the|my) )*code'],
  [
    'authorization-code',
    '(?:what(?:ever)?|everything|the (?:part|value|string|text|thing)) (?:(?:that |which )?(?:is|comes|came|stands|stood|was|i (?:see|get|got|find)) )?(?:behind|after|following|in) (?:the )?code parameter',
  ],
  ['id-token', '(?:(?:whole|returned|this|that|the|my) )*id[ _-]?token'],
  ['refresh-token', '(?:(?:whole|returned|this|that|the|my|our|its) )*refresh[ _-]?token'],
  ['client-secret', '(?:(?:this|that|the|my) )*(?:client|app) secret(?: value)?'],
];
const VERB =
  '(?:puts?|pastes?|pasted|pasting|copy|copies|copied|copying|uses?|used|using|sends?|sent|sending|enters?|entered|inserts?|inserted|sets?|passe?s?|passed|passing|takes?|took|forwards?|forwarded|forwarding|adds?|added|attach(?:es|ed)?|hands?)';
/** The place of the token: the field of a tool, or the header. */
const PLACE =
  "(?:in|into|to|as|behind|after|under|inside|on) (?:(?:the|my|a|postman'?s?|its) ){0,2}(?:authori[sz]ation (?:tab|header|field)|bearer|access[ _]?token(?= field))";
/** Where it comes from, and to whom it goes; `to get a token` is neither. */
const FROM =
  '(?: (?:from|out of|in) [^.!?,]{3,40}?)?(?: to (?:the (?:\\w{1,12} ){0,2}(?:api|service|server|endpoint)|url|list of \\w{6,12}|power ?bi|fabric|it))?';

/** `pasted the code from the address bar into Bearer Token`, `copied the id token and put it in the Authorization header`. */
const patternOf = (kind: string): RegExp =>
  new RegExp(
    `\\b${VERB} ${kind}${FROM} ${PLACE}|\\b${VERB} ${kind}${FROM},?(?: and)?(?: then)?(?: i)? ${VERB} (?:it|this|that)(?: directly)? ${PLACE}|\\bbearer (?:is|was|=) ${kind}\\b`,
  );

/** A call made with it: `I created an id token and used Swagger to call my API`; for a code that would be the token endpoint. */
const CALLED_WITH_IT =
  /\b(?:got|get|have|had|created?|generated?|obtained|acquired|received|fetched|took|copied|retrieved) (?:(?:an?|a valid|new|fresh|valid|whole|returned|this|that|the|my) ){0,2}id[ _-]?tokens?(?: from [^.!?,]{3,40})?,?(?: and)?(?: then)?(?: i)? (?:use[ds]?|using|call(?:s|ed)?|test(?:ed)?|tr(?:y|ied)|(?:hit|ran|run)) (?!.{0,80}\baccess[ _-]?token)[^.!?]{0,60}\b(?:api|endpoint|service)\b/;

const PATTERNS: readonly (readonly [Kind, RegExp])[] = [
  ...KINDS.map(([kind, words]) => [kind, patternOf(words)] as const),
  ['id-token', CALLED_WITH_IT],
];

/** What is denied, advised or asked is not what was done; what is exchanged first is no bearer. */
const NOT_DONE =
  /\b(?:not|never|instead|should|must|would|could|can|if|rather than|how|exchang\w{1,4}|redeem\w{0,4}|(?:get|gets|obtain|fetch|request)s? an? (?:new |fresh )?(?:access )?token)\b|n't\b|\?$/;

/** What the person says to have sent in place of an access token; nothing where two things are named. */
export const saidCredential = (sentences: readonly string[]): Facts => {
  const said = sentences
    .filter((sentence) => !NOT_DONE.test(sentence))
    .flatMap((sentence) => PATTERNS.filter(([, words]) => words.test(sentence)).map(([kind]) => kind));
  const kind = onlyOne(said);
  return kind === undefined ? {} : { 'said.credential': kind };
};
