/** Statuses that nobody counts with; other numbers of three digits need more around them. */
const REFUSALS: readonly number[] = [401, 403];
const ALSO: readonly number[] = [400, 404, 429, 500];

/** What goes on behind a status that stands in a sentence: `403 on the refresh`, `401 when I call`, `404 from the API`. */
const AFTER =
  /^(?:'?s)? (?:on|for|when|whenever|while|from|if|every|each|as soon|trying|but|since|again|back|immediately|everywhere|auf|bei|beim|wenn|sur|quand|lors|cuando|al|quando|ao)\b/i;
const AFTER_REFUSAL = /^(?:'?s)? (?:with|using|in|at|after|error|em|en)\b/i;
/** The call that it answers: `403 PATCH https://...`. */
const CALL_AFTER = /^\]?[,.:]? \(?(?:(?:GET|POST|PUT|PATCH|DELETE) [\w/<{]|https?:\/\/)/;
/** What people say of an answer that is a status and nothing else: `404 (no body)`, `404 with an empty response`. */
const NO_BODY_AFTER =
  /^[,:]? [([]?(?:with )?(?:an? )?(?:no|empty|without)(?: (?:an?|any|error|response|json)){0,2} (?:body|content|response|message|details?|payload)\b/i;
/** What leads to it: `a 401`, `always 403`, `bekomme 401`, `recebo 403`. */
const BEFORE =
  /(?:^|[\s(])(?:an?|always|only|just|still|now|then|einen?|immer|bekomm(?:e|en|t)|erhalte[nt]?|kommt|une?|obtiens|obtient|renvoie|retourne|liefert|ergibt|antwortet mit|responde|recib[oe]|obtengo|obtiene|devuelve|me da|da|dá|recebo|recebe|retorna|dando|with an?|says?|fail(?:s|ed|ing|ure)?(?: with)?|=|reçois|reçoit|j'obtiens)\s{1,2}$/i;
/** An arrow between a call and what came of it. */
const ARROW_BEFORE = /(?:→|⇒|[-=]>)\s{0,2}$/;
/** What a line ends with: `every call 403`, `[object Promise] 401`. */
const CALL_BEFORE =
  /(?:\b(?:calls?|requests?|endpoint|api|url|still|then|operation|query|refresh|embed|report)|\])\s$/i;
const LINE_END = /^[.!]?[ \t]{0,10}(?:\r?\n|$)/;
/** A refusal at the end of what is said: `the items are 403.`, `with that token: 401` */
const SAID_BEFORE = /(?:\b(?:is|are|was|were|stays|remains|answers|answered|gives|gets?|got)|[a-zà-ÿ"')]:)\s$/i;
const SAID_END = /^[.,;!)]?(?:\s|$)/;
/** The last word before it is a route or the end of a URL. */
const ROUTE_BEFORE = /\/[^\s/]{0,50} $/;
/** What is counted or numbered, so that the number is no status. */
const NUMBERED = /(?:\b(?:line|row|page|room|issue|building|version|id|port|step|took|in)|#)\s{0,3}$/i;

const REFUSAL = /forbidden|unauthori[sz]ed/i;
const NAMED_IN_SENTENCE =
  /\b(?:(?:failed|failure|error|status|response|result):|[a-z]{4,60}(?:InGroup|AsAdmin)(?:Async)?(?:\([^()\n]{0,60}\))? ?(?::|=>|->|→)|(?:Get|Set|New|Add|Remove|Export|Import|Copy|Restore|Invoke|Update)-[A-Z]\w{2,60} ?:|(?:fail(?:s|ed|ing)?|return(?:s|ed|ing)?|throw(?:s|ing)?|threw|gives?|gave|gets?|got|getting|receiv(?:es?|ed|ing)|respond(?:s|ed)?|answer(?:s|ed)?)(?: me| us| back)?(?: with)?(?: an?| the)?(?: http)?) ["'(]?(Forbidden|Unauthori[sz]ed)["')]?(?= (?:errors?|responses?|status|exceptions?|when|for|on|from)\b|[.,;!]|\s*$)/gim;

/** What the client of WCF makes of a status: `The HTTP request was forbidden with client authentication scheme 'Anonymous'.` */
const OF_THE_REQUEST = /\bHTTP request (?:was|is) (forbidden|unauthorized) with client authentication scheme\b/gi;

/** `fails with Forbidden error`, `returns Unauthorized`, `throws a Forbidden exception`: a status by its name alone. */
export const namedInSentences = (text: string): readonly RegExpExecArray[] =>
  REFUSAL.test(text) ? [...text.matchAll(NAMED_IN_SENTENCE), ...text.matchAll(OF_THE_REQUEST)] : [];

/** A catch clause names its variable behind the class; what is denied is none. */
const NAMED_BY_EXCEPTION =
  /\b(?=Http)(?<!\b(?:catch|no|not|without|never)\b[ (]{1,2}(?:an? )?(?:[A-Za-z]{1,30}\.){0,5})Http(?:Operation|Request|Response)?(?:Exception|Error)[:,]? {1,2}["'(]?(Bad ?Request|Unauthori[sz]ed|Forbidden|Not ?Found|Conflict|Too ?Many ?Requests|Internal ?Server ?Error|Bad ?Gateway|Service ?Unavailable)\b["')]?(?=[ \t]{0,5}(?:[.,;:!)\r\n]|$)| (?:on|when|while|for|from|at|in)\b)/gi;

/** `HttpOperationException BadRequest`: a status by the name behind that of the exception. */
export const namedByExceptions = (text: string): readonly RegExpExecArray[] =>
  /http/i.test(text) ? [...text.matchAll(NAMED_BY_EXCEPTION)] : [];

/**
 * Whether a number in a sentence is a status. People write `401 on GET ...` where logs say `HTTP 401`; `before` and
 * `after` are what stands around the number.
 */
export const isSpokenStatus = (status: number, before: string, after: string): boolean => {
  if (NUMBERED.test(before)) return false;
  if (NO_BODY_AFTER.test(after)) return true;
  if (REFUSALS.includes(status))
    return (
      [AFTER, AFTER_REFUSAL, CALL_AFTER].some((words) => words.test(after)) ||
      [BEFORE, ROUTE_BEFORE].some((words) => words.test(before)) ||
      (SAID_BEFORE.test(before) && SAID_END.test(after)) ||
      ARROW_BEFORE.test(before) ||
      (CALL_BEFORE.test(before) && LINE_END.test(after))
    );
  return (
    ALSO.includes(status) &&
    (AFTER.test(after) ||
      (status !== 500 && ARROW_BEFORE.test(before)) ||
      /(?:^|[\s(])(?:an?|always|still|answers|answered|liefert|ergibt|responde)\s$/i.test(before)) &&
    !/\d\s$/.test(before)
  );
};
