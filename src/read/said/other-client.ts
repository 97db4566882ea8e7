import type { Facts } from '../../facts/evidence.ts';

const CLIENT =
  '(?:postman|insomnia|thunder client|bruno|hoppscotch|curl|fiddler|soapui|the (?:vs code )?rest client|(?:the )?try[- ]it)';
const VIA = '(?:in|with|from|using|via|through) (?:a |plain )?';
const IT =
  '(?:it|this|that|everything|all|the same|(?:the |this )?(?:very |exact )?(?:same )?(?:call|request|query|url|token|endpoint|api))';
const FINE =
  '(?:works?|worked|is working|succeeds?|is (?:all )?(?:fine|ok|good)|passes|goes through|(?:gives|returns|gets|answers(?: with)?) (?:a )?20[0-4]|klappt|funktioniert|geht|marche|fonctionne|funciona)(?! (?:on|for|as|until|only)\\b)';
const WELL = '(?: (?:fine|ok|well|perfectly|correctly|as expected|great))?';

/** How people say that the call works in a tool that is no program of theirs. */
const WORKS_THERE: readonly RegExp[] = [
  new RegExp(`\\b${VIA}${CLIENT},?:? (?:${IT} )?${FINE}(?![\\w-])`),
  new RegExp(`(?:^|[,;:(] |\\b(?:but|and|while|although) |${IT} )${FINE}${WELL} ${VIA}${CLIENT}(?![\\w-])`),
  new RegExp(
    `(?:^|[,;:(] |\\b(?:but|and|while|although) )(?:the )?${CLIENT} (?:works|succeeds|is fine|gives 20[0-4]|returns 20[0-4]|gets 20[0-4])\\b`,
  ),
  new RegExp(`\\bit's (?:fine|ok|working) ${VIA}${CLIENT}(?![\\w-])`),
  new RegExp(`(?:dans|avec|en|con|mit|no) (?:le |el )?${CLIENT} (?:ça |es |lo )?${FINE}(?![\\w-])`),
  new RegExp(`\\b(?:im|mit) ${CLIENT} ${FINE}`),
];

/** A question, a wish or a denial; the getting of a token, which is another call; or another caller, who differs more than the tool. */
const NOT_SO =
  /\?|\b(?:if|should|would|want|try to|even|either|never)\b|\b(?:gets?|got|getting|fetch\w{0,3}|acquir\w{1,3}|request(?:ing)?|obtain\w{0,3}) (?:an? |the )?(?:access )?tokens?\b|\b(?:can|do|does|is|are)n't (?:work|pass)|\bnot (?:work|pass)\w{0,3} in\b|\b(?:colleague|co-?worker|team ?mate|admin(?:istrator)?|somebody|someone|user|account)\b/;
/** Where the tool calls as somebody else, or with a token of its own, that makes the difference. */
const OTHER_CALLER =
  /\b(?:my|our) own\b|\bmyself\b|\bpersonal\b|\bdelegated\b|\binteractive|\bsign(?:ed|ing)? in\b|\blog(?:ged|ging)? in\b|\b(?:another|different|other|new|fresh|user) (?:access )?(?:token|app|client|user|account|tenant|caller|scope|workspace)\b|\b(?:my|a|the) user\b/;
/** The program that fails. */
const PROGRAM =
  /\b(?:code|script|scripts|python|java|node|powershell|notebook|pipeline|sdk|library|program|httpclient|axios|fetch|requests|function|data factory|power automate|power query|excel|logic app|flow|service|backend|frontend|our app|my app|the app|web app|\.net)\b|c#/;

/** The page of an operation calls with the account of whoever reads it: where an app fails, that is another caller. */
const BY_READER = /\btry[- ]it\b/;
const AN_APP = /\b(?:app|application|backend|service|function)\b/;

/** What else is known of the paste. */
interface Around {
  /** It shows code, or the stack trace of a program. */
  readonly showsProgram: boolean;
  /** The words compare two callers, and so it is not the tool that makes the difference. */
  readonly isOtherCaller: boolean;
}

/**
 * That the call works in another tool than the program that fails. The program must be seen or named: else the failing call
 * may be one of that tool. `sentences` are in lower case.
 */
export const saidOtherClient = (sentences: readonly string[], { showsProgram, isOtherCaller }: Around): Facts => {
  const says = sentences.filter((one) => !NOT_SO.test(one) && WORKS_THERE.some((as) => as.test(one)));
  const named = showsProgram || sentences.some((one) => PROGRAM.test(one));
  const byReader = says.some((one) => BY_READER.test(one));
  const differs = isOtherCaller || sentences.some((one) => OTHER_CALLER.test(one) || (byReader && AN_APP.test(one)));
  return says.length > 0 && named && !differs ? { 'observed.other-client': 'works' } : {};
};
