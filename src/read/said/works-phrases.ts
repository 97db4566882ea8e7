const GOES =
  '(?:works?|worked|working|succeeds?|succeeded|(?:is|are) (?:all )?(?:fine|ok|good|possible|no problem)|(?:returns?|gives?|answers?(?: with)?|gets?) (?:20[0-4]|fine|data|an? (?:empty )?list|results)|200)';
const FINE = '(?: fine| ok| well| too| perfectly| as expected)?';
/** What somebody can do, or does. */
const CAN =
  '(?:(?:i|we|it|user|spn?|principal|app|identity|account|they|he|she) (?:can|could|(?:am|are|is|was) able to)|able to|can (?:still |even |also )?(?=list|see|get|read|retrieve|fetch|view)|(?:i|we|it|they|app|spn?|principal) (?:still |even |also )?gets? (?=list))';
/** What is refused, or fails, where a success is spoken of. */
export const REFUSAL = '(?:40[134]|forbidden|unauthori[sz]ed|refused|denied|rejected|fail(?:s|ed|ure)?|errors?)';
const FETCH = '(?:list|get|see|read|retrieve|fetch|view|return|enumerate|pull)';
const FETCHING = '(?:list(?:ing)?|get(?:ting)?|read(?:ing)?|retriev(?:e|ing)|fetch(?:ing)?|enumerat(?:e|ing))';
const ITEMS =
  '(?:items?|datasets?|reports?|semantic models?|models?|lakehouses?|notebooks?|dashboards?|dataflows?|metadata|definitions?|it|them|everything)';
const ITEM =
  '(?:items?|datasets?|reports?|semantic models?|models?|lakehouses?|warehouses?|notebooks?|dashboards?|dataflows?|pipelines?|workspaces?)';
const THINGS = '(?:datasets|reports|semantic models|models|dashboards|items)';
const PORTAL =
  '(?:(?:in|from|through|via|using|with|on|over|within) (?:(?:the|my|our|a) )?(?:fabric |power ?bi |web )?(?:portal|browser|ui|gui|website|web (?:app|interface|page|ui))|(?:in|from|on) (?:the )?(?:fabric |power ?bi )?service|in (?:the )?(?:fabric|power ?bi)(?= (?:portal|web|online)))';

const NO_REFUSAL = `(?! (?:(?:an?|the|back|only|always|http|status|code|with) ){0,3}(?:${REFUSAL}|[45]\\d\\d|nothing|no)\\b)`;

const of = (...parts: readonly string[]): RegExp => new RegExp(`\\b${parts.join('')}\\b`);

/** `For the workspace "Finance" the same flow works`: the one that fails is another. */
export const NAMED_WORKS = of(
  '(?:for|in|on|with) (?:(?:the|our) )?(?:ws|workspace) quote,? (?:the )?(?:very )?same (?:\\w{1,12} ){1,3}',
  GOES,
);
/** What somebody did for the caller, and not with the call. */
const NO_HELP =
  '(?!(?:has |had |have |just |also |then |already ){0,2}(?:gave|given|gives?|granted|added|shared|invited|told|sent|put|made|set|assigned|turned|enabled|changed|fixed|said|says)\\b)';

/** What is said to work, which tells how far the caller gets. Each is sought in one part of a sentence. */
export const WORKS: Readonly<Record<string, readonly RegExp[]>> = {
  'list-workspaces': [
    of(FETCHING, '(?: (?:the|all|my|our|of|list|os|las|les|die))* (?:workspaces|groups)\\b[^.!?]{0,30}\\b', GOES),
    of(GOES, FINE, ' (?:for|with|on) (?:list(?:ing)? |get |the |list of )*(?:groups|workspaces)'),
    of(CAN, '[^.!?]{0,20}', FETCH, '(?: (?:the|all|my|our|of|list|a|os|las|les))* (?:workspaces|groups)'),
    of(
      'list of (?:the |all |my )?(?:workspaces|groups)\\b[^.!?]{0,20}\\b(?:',
      GOES,
      '|get i|(?:i|we) get|comes)',
      NO_REFUSAL,
    ),
    of('workspaces list(?:ing)? ', GOES),
    of('(?:lists?|returns?|shows?) (?:me )?(?:\\d{1,4}|both|two|three|four|five) workspaces'),
    of('(?:can |do |does )?(?:see|sees|get|gets) the workspaces? in the list'),
  ],
  portal: [
    of(
      '(?:i|we|they|user|account|it|person|colleague)(?: (?:can|am able to))? (?:(?:am |are )?looking at|see|sees|open|opens|view|views|find|finds|refresh|run|do|edit|access|use)\\b[^.!?]{0,50}',
      PORTAL,
    ),
    of(GOES, FINE, '(?: \\w{1,12}){0,3} ', PORTAL),
    of('(?:it|this|that|link|url|report|dashboard|workspace|page) opens', FINE, ' ', PORTAL),
    of(
      PORTAL,
      '[^.!?]{0,40}\\b(?:',
      GOES,
      '|(?:i|we) (?:can |see |find |open |view |read )|can i |without (?:any )?(?:problems?|issues?|errors?))',
    ),
  ],
  'other-workspace': [
    NAMED_WORKS,
    of(
      GOES,
      FINE,
      ' (?:in|for|on|with|against) (?:(?:an|all|the|my|our|every) ){0,2}(?:other|another|different) workspaces?',
    ),
    of(
      '(?:in|for|on|with) (?:(?:an|all|the|my|our|every) ){0,2}(?:other|another|different) workspaces?\\b[^.!?]{0,30}\\b',
      GOES,
    ),
    of(
      'in (?:(?:the|our|my) )?(?:dev|test|qa|uat|staging|prod|production|sandbox)(?: workspace| environment)? (?:it|everything|(?:the )?(?:same|whole) \\w{1,14}) ',
      GOES,
    ),
    of(GOES, FINE, ' (?:in|for|on) (?:the|our|my) (?:dev|test|qa|uat|staging|prod|production|sandbox)(?: workspace)?'),
    of(
      '(?:the |all |my |our )?other workspaces? (?:(?:all|also|still|do) ){0,2}(?:opens?|can be (?:opened|read|queried|refreshed|listed))',
    ),
  ],
  'other-items': [
    of(
      GOES,
      FINE,
      ` (?:for|on|with|in) (?:(?:an|all|the|my|our|every|any|most) ){0,2}(?:other|another|different) (?:\\w{1,12} )?(?:datasets?|reports?|items?|semantic models?|models?|notebooks?|lakehouses?)`,
    ),
    of(
      `(?:(?:for|on|with) )?(?:(?:the|all|an) )?(?:other|another) (?:datasets?|reports?|items?|semantic models?|models?|notebooks?|lakehouses?)\\b[^.!?]{0,40}\\b`,
      '(?:',
      GOES,
      '|fine)',
    ),
    of(GOES, FINE, ` (?:for|on|with) (?:all|every) \\w{1,14} (?:except|apart from|besides|other than|but)`),
    of(
      `(?:(?:import(?:[- ]mode)?|other|all other|most) ${THINGS}|${THINGS} (?:in|with|on) (?:import(?: mode)?|direct ?lake|other \\w{1,14}))(?: mode)? (?:(?:all|also|still) ){0,2}(?:can be|are|is) `,
      '(?:embedded|opened|read|queried|refreshed|exported)',
    ),
    of(
      '(?:pipelines|gateways|connections|capacities|datasets|reports|apps|domains)\\b[^.!?]{0,40}\\b(?:returns?|lists?|shows?|gives?) (?:me |only |just )?the (?:other )?(?:ones?|others)\\b',
    ),
  ],
  reads: [
    of(
      '(?:reading|listing|list|read|get (?:calls?|requests?)|all (?:the )?get (?:calls?|requests?)|read[- ]only (?:calls?|requests?))(?: (?:the|all|of))*(?: ',
      ITEMS,
      '| and ',
      ITEMS,
      '){0,3} ',
      GOES,
    ),
    of('gets? (?:works?|succeeds?|is fine|is ok|are fine)'),
    of(CAN, '[^.!?]{0,12}(?:list|read|see|get|retrieve)(?: (?:the|all|of|list|my|our|a))* ', ITEMS),
  ],
  'other-account': [
    of(
      GOES,
      FINE,
      " (?:for|with|under|as) (?:(?:an?|the|my|our|another) ){0,2}(?:other users?|different users?|other accounts?|different account|colleague(?:s|'s account)?|co-?worker(?:s|'s account)?|everyone else|everybody else|(?:admin|master) (?:user|account)|team ?mates?)",
    ),
    of(
      "(?:for|with) (?:(?:an?|the|my|our) ){0,2}(?:other users?|another user|colleagues?(?:'s account)?|admin (?:user|account))\\b[^.!?]{0,20}\\b",
      GOES,
    ),
    of('(?:colleague|co-?worker|team ?mate)s? ', NO_HELP, '[^.!?]{0,60}\\b', GOES),
    of('(?:colleague|co-?worker|team ?mate)s? (?:can|is able to|are able to)'),
    of(
      `(?:colleague|co-?worker|team ?mate)s? (?:sees?|finds?|opens?|reads?|quer(?:y|ies)|uses?) (?:it|them|(?:this|that|the|these) (?:(?:very|exact|same) ){0,2}${ITEM})`,
    ),
    of(
      GOES,
      FINE,
      ' [^.!?]{0,40}\\b(?:of|for|by|from|at) (?:an?|my|our|the|another) (?:\\w{1,12} )?(?:colleague|co-?worker|team ?mate)',
    ),
    of('(?:my|our) (?:own )?(?:personal )?(?:user|account) (?:can|does|is able to|sees|has access)'),
    of(
      '(?:my|our) (?:own )?(?:personal )?(?:user|account|user account) (?:had |has |have )?(?:deploy(?:s|ed)|creat(?:es|ed)|publish(?:es|ed)|made|uploaded)\\b(?! (?:\\w{1,12} ){0,3}(?:app|spn?|principal|secret|group|workspace|capacity|registration|token)\\b)',
    ),
  ],
};
