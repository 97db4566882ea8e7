import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';

type Thing = ValueOf<'response.denied'>;

/** What access is denied to, by the words for it; the first that is named behind the denial counts. */
const THINGS: Readonly<Record<Thing, RegExp>> = {
  workspace: /\bworkspaces?\b/,
  item: /\b(?:datasets?|semantic[ -]?models?|data models?|reports?|dashboards?|dataflows?|lakehouses?|warehouses?|notebooks?|eventhouses?|datamarts?|items?|artifacts?|artefacts?)\b/,
  gateway: /\b(?:gateways?|data ?sources?)\b/,
  connection: /\bconnections?\b/,
  capacity: /\bcapacit(?:y|ies)\b/,
};

const RIGHT = '(?:access|permissions?|rights?|privileges?|authori[sz]ation)';
const SOME =
  '(?:(?:the|any|enough|sufficient|required|necessary|needed|appropriate|proper|correct|adequate|valid|granted|read|write|build|admin|view|edit|explicit) ){0,3}';
/** Words by which somebody is told to lack a right, or that it is refused; what comes behind names the thing. */
const DENIED = new RegExp(
  [
    `(?:\\bnot|n't|\\bno longer) (?:currently )?(?:have|has|got|possess|hold) ${SOME}${RIGHT}\\b`,
    `\\b(?:has|have|having) (?:no|insufficient|not enough|inadequate) ${SOME}${RIGHT}\\b`,
    `\\b(?:lacks?|lacking|insufficient|inadequate|not enough) ${SOME}${RIGHT}\\b`,
    `(?:\\bnot|n't) (?:been )?(?:authori[sz]ed|allowed|permitted|entitled) to\\b`,
    `\\bunauthori[sz]ed to\\b`,
    `\\b${RIGHT} (?:is |was |has been )?(?:denied|forbidden|refused)(?: to| for| on)\\b`,
    `\\b(?:cannot|can't|could not|unable to) access\\b`,
  ].join('|'),
  'g',
);
/** More is no sentence of an answer. */
const LONGEST = 600;
const MOST_READ = 50_000;
/** How far behind the denial the thing stands. */
const REACH = 70;
/** Behind the thing, where it comes first: `Access to the report was denied`. */
const BEHIND = new RegExp(
  `\\b${RIGHT} (?:to|on|for) ([^.;:]{3,60}?) (?:is|was|were|has been|are) (?:denied|forbidden|refused|not allowed)\\b`,
  'g',
);
/** Advice, conditions, and messages that leave open whether the thing exists. */
const OPEN =
  /\b(?:if|unless|whether|when|ensure|make sure|check|verify|confirm|may|might|either|exists?|not found|could not find|invalid|deleted|must|should|because i|i have|i gave|we gave|i granted|granted)\b/;

/** The sentences, without addresses: the route in one names no thing that is denied. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/https?:\/\/\S{1,2000}/g, ' ')
    .split(/[.;!?](?=\s|$)|\n/);

const thingIn = (words: string): Thing | undefined => {
  const found = (Object.keys(THINGS) as Thing[])
    .map((thing) => ({ thing, at: words.search(THINGS[thing]) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.thing;
};

const deniedIn = (sentence: string): Thing | undefined =>
  [
    ...[...sentence.matchAll(DENIED)].map(({ index, 0: denial }) => {
      const from = index + denial.length;
      return sentence.slice(from, from + REACH);
    }),
    ...[...sentence.matchAll(BEHIND)].map(([, named = '']) => named),
  ]
    .map(thingIn)
    .find((thing) => thing !== undefined);

/**
 * The kind of thing to which a sentence denies access, in whatever words: `The caller is not authorized to access this
 * dataset`, `User lacks permissions on the gateway`.
 */
export const deniedThing = (text: string): Facts => {
  const [thing] = sentencesOf(text.slice(0, MOST_READ))
    .filter((sentence) => sentence.length <= LONGEST && !OPEN.test(sentence))
    .flatMap((sentence) => deniedIn(sentence) ?? []);
  return thing === undefined ? {} : { 'response.denied': thing };
};
