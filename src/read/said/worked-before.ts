import type { Phrase } from './phrase.ts';

const THING =
  '(?:it|this|that|everything|all|which|(?:the |our |my |this |these |same |[a-z]{1,14} )?(?:scripts?|code|calls?|requests?|pipelines?|apps?|jobs?|flows?|reports?|apis?|integrations?|functions?|programs?|notebooks?|dataflows?|refresh(?:es)?|exports?|automations?|runbooks?|workflows?|tools?|deployments?|sign-?ins?|log-?ins?|embedding))';
const RAN =
  '(?:(?:worked|ran|used to (?:work|run))|(?:was|were) (?:working|running|fine|ok|green)|(?:has|have|had) (?:always )?(?:worked|run|been (?:working|running|fine|ok|green|stable)))';
const WELL =
  '(?: (?:just |perfectly |all )?(?:fine|well|perfectly|ok|flawlessly|reliably|smoothly|happily|unchanged|every (?:day|night)|without (?:any )?(?:issues?|problems?|errors?|trouble)))?';
const LONG =
  ' for (?:(?:about|over|more than|almost|nearly|at least|the (?:last|past)) )?(?:(?:an?|one|two|three|four|five|six|several|many|some|\\d{1,3}) (?:days?|weeks?|months?|years?|long time|while)|weeks|months|years|ages)(?: now)?';
const DAY =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?|(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d{1,2}|\\d{4}-\\d\\d-\\d\\d';
const LATELY = `(?:yesterday|today|recently|last (?:night|week|month|weekend|${DAY})|this (?:morning|afternoon|week|month)|the weekend|(?:on |this )?(?:${DAY})|(?:an?|a few|a couple of|one|two|three|some|\\d{1,2}) (?:hours?|days?|weeks?|months?) ago)`;
const FAILS =
  "(?:fail(?:s|ed|ing)?|broken|refused|rejected|denied|(?:gets?|getting|got|gives?|returns?|is|throws?) (?:an? |the |only )?(?:http |status )?(?:40[134]|errors?|forbidden|unauthori[sz]ed)|40[134]|no longer works?|(?:does not|doesn't|is not|isn't|not) work(?:ing)?)";
const SUDDENLY = '(?:suddenly|all of a sudden|out of (?:the blue|nowhere)|from one day to the next)';
/** What a sentence goes on with once it has said what was: the failure of now. */
const THEN = '(?=[,.;:!]|$| (?:and|but|now|then|until|till|since|-|–)(?: |$))';

/**
 * Whoever changed something has a first suspect: then it is not said that the call stopped working by itself. A wish, a
 * denial, and what worked for somebody else or in another place say nothing either.
 */
const TAKEN_BACK =
  /\?|\b(?:if|should|would|whether|never|rarely|sometimes)\b|(?<!\b(?:nothing|not|n't) (?:has |was |has been |else )?)\bchang(?!(?:ed|es|e|ing)? nothing)|\bupdat|\bupgrad|\brotat|\brenew|\bmigrat|\bswitch|\breplac|\bmoved\b|\bdeleted\b|\binstead\b|\bwant|\bstill (?:works?|working|runs?)\b|\b(?:colleagues?|co-?workers?|team ?mates?|somebody|someone|others?|another|different|old|older|former|previous|predecessor|friend|says?|said|claims?|told|documentation|docs)\b/;

/** Since when somebody tries, or waits, is not since when it fails. */
const AT_IT =
  /\btry|\btri(?:ed|es)\b|\bstruggl|\bstuck\b|\bsearch|\bwait|\bworking on\b|\bbegan to use\b|\bset(?:ting)? up\b/;

const of = (...parts: readonly string[]): RegExp => new RegExp(`(?<![\\w-])${parts.join('')}`);
const together = (...all: readonly RegExp[]): RegExp => new RegExp(all.map(({ source }) => source).join('|'));

/** German, French, Spanish and Portuguese. */
const ABROAD = together(
  /(?:funktionierte|klappte|lief|liefen|ging|gingen|funktioniert|geklappt)\b[^.!?]{0,30} bis (?:gestern|vorgestern|heute (?:morgen|früh)|letzte (?:woche|nacht)|letzten [a-z]{4,12}|vor kurzem)/,
  /\bbis (?:gestern|vorgestern|heute (?:morgen|früh)|letzte (?:woche|nacht)|letzten [a-z]{4,12}|vor kurzem)[^.!?]{0,40} (?:funktionierte|klappte|lief|liefen|ging|gingen|funktioniert|geklappt)\b/,
  /\b(?:lief|funktionierte|klappte)\b[^.!?]{0,20} (?:monatelang|wochenlang|jahrelang)\b/,
  /\bseit (?:gestern|heute(?: morgen| früh)?|letzter woche|(?:mon|diens|donners|frei|sams|sonn)tag)\b[^.!?]{0,40} (?:nicht mehr|fehler|40[134]|fehlgeschlagen)/,
  /\b(?:marchai(?:t|ent)|fonctionnai(?:t|ent)|a fonctionné|ont fonctionné)\b[^.!?]{0,30} jusqu.(?:à|au) ?(?:hier|ce matin|la semaine dernière|récemment|lundi)/,
  /\b(?:depuis (?:hier|ce matin|la semaine dernière|lundi)\b[^.!?]{0,40} (?:plus|erreur|40[134])\b|ne (?:marche|fonctionne)(?:nt)? plus\b)/,
  /\b(?:funcionaban?|funcionó|funcionavam?|funcionou)\b[^.!?]{0,30} (?:hasta|até) (?:ayer|hoy|esta mañana|la semana pasada|hace|ontem|hoje|a semana passada)/,
  /\b(?:dej(?:ó|aron) de funcionar|parou de funcionar|(?:desde|a partir de) (?:ayer|esta mañana|la semana pasada|ontem|esta manhã)\b[^.!?]{0,40} (?:falla|no funciona|não funciona|erro|error|40[134])\b)/,
);
const TAKEN_BACK_ABROAD =
  /\?|\b(?:wenn|falls|ob|nie|niemals|sollte|si|jamais|nunca|cuando|quando|devrait|debería)\b|\bkolleg|\bcollègue|\bcompañer|\bcolega|(?<!\bnichts )\bgeändert|\bumgestellt|\baktualisiert|(?<!\brien )\bchangé|\bmodifié|\bcambi(?:é|ad|amos)|\bmud(?:ei|amos)\b|\bauf(?:gehört|geben)|\bversuch|\bessa(?:ie|ye)|\bintent|\btent(?:o|ando)\b/;

const IN_ENGLISH: readonly RegExp[] = [
  of(THING, ' (?:all )?', RAN, WELL, `(?:${LONG})?`, WELL, ',? (?:until|till|up to|up until) ', LATELY, '\\b'),
  of(THING, ' ', RAN, WELL, LONG, WELL, THEN),
  of(THING, ' (?:still )?', RAN, WELL, ' (?:on |only )?', LATELY, THEN),
  of(LATELY, ',? ', THING, ' (?:still )?', RAN, WELL, THEN),
  of(THING, ' used to (?:work|run)', WELL, '(?:,| but| and now|\\.|$)'),
  of(THING, ' (?:was|were) (?:green|fine) (?:each|every) (?:day|night|time)', THEN),
  of('suddenly stopped working\\b'),
  of('stopped working (?:suddenly|overnight|', LATELY, ')\\b'),
  of(THING, ' (?:has |have )?(?:just )?stopped working', THEN),
  of(
    THING,
    " (?:no longer works?|(?:does not|doesn't|do not|don't) work any ?more|(?:is|are) not working any ?more)",
    THEN,
  ),
  of(SUDDENLY, '[^.!?]{0,40} ', FAILS, '\\b'),
];

const SINCE: readonly RegExp[] = [
  of('since ', LATELY, '[^.!?]{0,60} ', FAILS, '\\b'),
  of(FAILS, '[^.!?]{0,60} since ', LATELY, '\\b'),
];

const phrase = (as: RegExp, ...unless: readonly RegExp[]): Phrase => ({
  says: { 'observed.started': 'worked-before' },
  as,
  unless: together(...unless),
});

/** How people say that the call worked before, and that nothing was changed. */
export const WORKED_BEFORE: readonly Phrase[] = [
  ...IN_ENGLISH.map((as) => phrase(as, TAKEN_BACK)),
  ...SINCE.map((as) => phrase(as, TAKEN_BACK, AT_IT)),
  phrase(ABROAD, TAKEN_BACK_ABROAD),
];
