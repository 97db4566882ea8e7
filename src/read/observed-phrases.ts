import type { Facts } from '../facts/evidence.ts';

/** A sentence by which a person says what was seen. */
interface Phrase {
  readonly says: Facts;
  readonly as: RegExp;
  /** What takes the sentence back: a question, a wish, another subject. */
  readonly unless?: RegExp;
}

const WORKS =
  "(?<!(?:n't|not|never|longer|should|must|would|to|if it|does it|can it) )\\b(?:works?|worked|succeeds?|succeeded|is working|runs?) (?:fine |ok |well |correctly |perfectly |properly |as expected |great )?";
const WORKS_END =
  "(?<!(?:n't|not|never|longer|should|must|would|to|if it|does it|can it) )\\b(?:works?|worked|succeeds?|succeeded|is working|runs?)\\b(?: fine| ok| well| correctly| perfectly| properly| as expected| great)?";
const CLIENT =
  '(?:postman|curl|insomnia|thunder client|bruno|hoppscotch|the (?:rest client|browser)|fiddler|powershell|python)';
const CALL = '(?:call|request|url|token|endpoint|api(?: call)?|query|get|post|thing|header|headers)';

/** Whoever changed something has a first suspect: then it is not said that the call stopped working by itself. */
const CHANGED =
  /\?|\bif\b|\bshould\b|(?<!\b(?:nothing|not|n't) (?:has |was |has been |else )?)\bchang|\bupdat|\bupgrad|\brotat/;

/** Who calls there is somebody else: then it is the account that differs, and not the tool. */
const NO_CLIENT =
  /\?|\bshould\b|\bwould\b|\bn't\b|\bnot even\b|service ?principal|\bspn\b|\buser\b|\baccount\b|\b(?:colleague|co-?worker|team ?mate|admin(?:istrator)?|somebody|someone)\b/;

/** A denial, a doubt, a network that is no place, or a phone that a sign-in is approved on. */
const NO_NETWORK =
  /\bapprov|\bconfirm|\bauthenticator\b|\bmfa\b|\b(?:device|verification|sms) code\b|\bsigned? in on\b|\?|\bnot\b(?! (?:from|in|on|at) )|n't\b|\bif\b|\bshould\b|\bwould\b|\bmust\b|\bneeds? to\b|\bvirtual network\b/;

/** A wish, a doubt, or another kind of version than that of a library or tool. */
const NO_VERSION =
  /\?|\bif\b|\bshould\b|\bn't work\b|\bnot work\b|\bdid(?:n't| not) (?:help|work|fix)|\bapi version\b|\bnode(?:\.js)?\b|\bpython \d|\bwindows\b/;

/** Few on purpose: a guess here would count as an observation. */
const PHRASES: readonly Phrase[] = [
  {
    says: { 'observed.other-client': 'works' },
    as: new RegExp(
      `\\bthe (?:very |exact )?same ${CALL}[^.!?,]{0,40} ${WORKS}(?:in|with|from|using|via|through) (?:a |plain )?${CLIENT}\\b`,
    ),
    unless: NO_CLIENT,
  },
  {
    says: { 'observed.other-client': 'works' },
    as: new RegExp(
      `\\b(?:in|with|from|using|via|through) (?:plain )?${CLIENT},? the (?:very |exact )?same ${CALL} ${WORKS_END}`,
    ),
    unless: NO_CLIENT,
  },
  {
    says: { 'observed.other-client': 'works' },
    as: new RegExp(
      `\\bsame ${CALL} (?:in|with|from|using|via|through) (?:plain )?${CLIENT} (?:${WORKS_END}|(?:passes|goes through|is (?:fine|ok)|(?:gives|returns|gets) 20[0-4])\\b)`,
    ),
    unless: NO_CLIENT,
  },
  {
    says: { 'observed.other-client': 'works' },
    as: new RegExp(
      `\\b(?:it|this|the ${CALL}) ${WORKS}(?:in|with|from|using|via|through) (?:a |plain )?(?:postman|curl|insomnia|thunder client|bruno|the try[- ]it)\\b[^.!?]{0,30}\\b(?:but|not)\\b[^.!?]{0,60}\\b(?:code|script|python|c#|java|node|powershell|notebook|pipeline|sdk|library|app|application|data factory|power automate)\\b`,
    ),
    unless: NO_CLIENT,
  },
  {
    says: { 'observed.other-network': 'works' },
    as: /\b(?:from|at|on|over|via|in|outside|without|off) (?:(?:a|an|the|my|our|another|different|other) ){0,2}(?:home|hotspot|mobile(?: network| hotspot)?|vpn|other network|network|company network|corporate network|office|phone|cellular|laptop at home|cloud shell)\b[^.!?]{0,50}\b(?:works?|worked|succeeds?|is fine)\b/,
    unless: NO_NETWORK,
  },
  {
    says: { 'observed.other-network': 'works' },
    as: /\b(?:works?|worked|succeeds?|is fine)(?: fine| ok| well)? (?:from|at|on|over|via|outside|without|off) (?:(?:a|an|the|my|our|another|different|other) ){0,2}(?:home|hotspot|mobile (?:network|hotspot)|vpn|(?:company |corporate )?network|phone|cellular|cloud shell)\b/,
    unless: NO_NETWORK,
  },
  {
    says: { 'observed.started': 'after-an-hour' },
    as: /\b(?:fails?|failing|stops? working|get|gets|getting|returns?|throws?|starts? (?:to fail|failing|returning|throwing|getting))\b[^.!?]{0,60}\bafter (?:about |around |approximately |exactly |roughly |nearly |almost |~ ?|ca\. )?(?:(?:an|one|1) hour|60 ?min(?:ute)?s?|3600 ?s(?:econds)?)\b/,
    unless:
      /\?|\bstill\b|\beven\b|\bwait|\bhours? of\b|setting|enabl|propagat|\badd(?:ed|ing)\b|chang|grant|creat|\bif\b/,
  },
  {
    says: { 'observed.started': 'after-an-hour' },
    as: /\bafter (?:about |around |approximately |exactly |roughly |nearly |almost |~ ?|ca\. )?(?:(?:an|one|1) hour|60 ?min(?:ute)?s?|3600 ?s(?:econds)?),? (?:it|the (?:call|request|job|script|run|notebook|pipeline|refresh|report|token)s?|(?:every|all) (?:call|request)s?|everything|(?:all )?calls|requests|i)\b[^.!?]{0,40}\b(?:fail(?:s|ed)?|stop(?:s|ped)? working|start(?:s|ed)? (?:to fail|failing|returning|throwing|getting)|40[13]|expires?|expired)\b/,
    unless:
      /\?|\bstill\b|\beven\b|\bwait|\bhours? of\b|setting|enabl|propagat|\badd(?:ed|ing)\b|chang|grant|creat|\bif\b/,
  },
  {
    says: { 'observed.repeats': 'sometimes' },
    as: /\b(?:intermittent(?:ly)?|sporadic(?:ally)?|randomly|occasionally)\b[^.!?]{0,40}\b(?:fail(?:s|ed|ing|ures?)?|errors?|40[134]|issues?|problems?|unauthori[sz]ed|forbidden)\b|\b(?:fail(?:s|ed|ing)?|errors?|40[134]s?|issue|problem|works?) (?:is |are |occurs? |happens? |appears? |only )?(?:intermittent(?:ly)?|sporadic(?:ally)?|randomly|occasionally|sometimes|now and then)\b|\bsometimes (?:it |the (?:call|request) )?(?:works|fails|succeeds)\b|\b(?:it|this|the (?:call|request)) sometimes (?:works|fails|succeeds)\b/,
    unless: /\?|\b(?:not|isn't|never|no longer|may|might|could|can|if)\b/,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: new RegExp(
      `\\b(?:it|this|that|everything|the (?:very |exact )?(?:same )?${CALL}) ${WORKS}(?:when |if )?(?:in|with|on|using|under) (?:the |an? )?(?:older|previous|earlier|prior|last) (?:version|release)\\b`,
    ),
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: /\b(?:works?|worked|works fine|is fine) (?:fine |ok |well )?(?:with|in|on|using|until|up to) (?:version )?(?:[\w@/.-]{1,40} )?v?\d+\.\d[\w.]{0,12}\b[^.!?]{0,20}\b(?:but|and|while|whereas)\b[^.!?]{0,40}\b(?:fails?|failed|broken|breaks?|stopped|not work|doesn't work|errors?)\b[^.!?]{0,40}\b(?:v?\d+\.\d|versions?\b|later|newer|above|since)/,
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: /\b(?:not working|doesn't work|does not work|fails|failing|broken|errors?) (?:any ?more )?(?:with|in|on|since|from|after) (?:[\w@/.-]{1,40} )?(?:versions? |release )?v?\d+\.\d[\w.]{0,12} (?:and|or) (?:above|later|newer|higher|up)\b/,
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: /\b(?:this|it|the (?:error|issue|problem)) (?:does not|doesn't|did not|didn't) (?:happen|occur|appear)s? (?:when |if )?(?:in|with|on|using|under) (?:the |an? )?(?:(?:older|previous|earlier|prior) (?:version|release)|v?\d+\.\d[\w.]{0,12} version|version v?\d+\.\d)/,
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: /\b(?:downgrad(?:ed|ing)|roll(?:ed|ing) back|revert(?:ed|ing)|going back|went back) (?:[\w@/-]{1,40} )?(?:back )?to (?:version |v)?\d+\.\d[\w.]{0,12}\b[^.!?]{0,30}\b(?:works?|worked|fix(?:es|ed)|solve[sd]|resolve[sd]|helps?|helped)\b/,
    unless: NO_VERSION,
  },
  {
    says: { 'observed.started': 'after-update' },
    as: /\b(?:since|after) (?:(?:i|we) )?(?:updat(?:ed|ing)|upgrad(?:ed|ing)|(?:the|an?) (?:last |latest |recent )?(?:update|upgrade))\b[^.!?]{0,60}\b(?:(?:to|version) v?\d+\.\d|to (?:the )?(?:latest|newest|new) (?:version|release)|(?:the )?(?:\w+ )?(?:library|package|module|sdk|cli|provider|extension|client)\b)/,
    unless:
      /\?|\bstill (?:works?|fails?|the same|get)\b|did(?:n't| not) help|same error|no (?:change|luck)|\bif\b|\bshould\b|capacity|licen[cs]e|permission|secret|manifest/,
  },
  {
    says: { 'observed.started': 'worked-before' },
    as: /\b(?:it|this|that|everything|script|code|call|calls|request|requests|pipeline|app|job|flow|report|api) (?:all )?(?:worked|was working|were working|has been working|have been working|has worked|used to work)(?: fine| well| perfectly| ok| without (?:any )?(?:issues?|problems?))?(?: for (?:\w+ ){1,3})? ?(?:until|till|up to|up until) (?:yesterday|today|last \w+|recently|this (?:morning|week|month)|(?:a few|two|three|some|\d+) (?:hours|days|weeks|months) ago)\b/,
    unless: CHANGED,
  },
  {
    says: { 'observed.started': 'worked-before' },
    as: /\b(?:suddenly stopped working|stopped working (?:suddenly|yesterday|today|this (?:morning|week)|last \w+|(?:a few|two|three|some|\d+) (?:hours|days|weeks|months) ago)|(?:it|this|that|everything|script|code|call|request|pipeline|app|job|flow) used to work(?:,| but| and now|\.|$))/,
    unless: CHANGED,
  },
];

const matches = ({ as, unless }: Phrase, text: string): boolean => as.test(text) && unless?.test(text) !== true;

/**
 * What a person plainly says to have seen, in the sentences of a text. Of two different answers to one question
 * nothing is taken.
 */
export const observedIn = (sentences: readonly string[]): Facts => {
  const said = PHRASES.filter((phrase) => sentences.some((one) => matches(phrase, one)));
  const values = new Map<string, Set<unknown>>();
  for (const [path, value] of said.flatMap(({ says }) => Object.entries(says)))
    values.set(path, (values.get(path) ?? new Set()).add(value));
  return Object.fromEntries(
    [...values].flatMap(([path, all]) => (all.size === 1 ? [[path, [...all][0]]] : [])),
  ) as Facts;
};
