import type { Facts } from '../../facts/evidence.ts';
import { fabEmpty } from '../tools/fab-listing.ts';

/** What the APIs list by the rights of the caller, by the last word of the route: an empty list is an answer about rights. */
const KIND_OF_ROUTE: Readonly<Record<string, string>> = {
  groups: 'workspaces',
  workspaces: 'workspaces',
  pipelines: 'pipelines',
  deploymentpipelines: 'pipelines',
  gateways: 'gateways',
  capacities: 'capacities',
  connections: 'connections',
};

const EMPTY = /["']value["']\s{0,10}:\s{0,10}\[\s{0,40}\]/g;
/** A route of Power BI or Fabric; the context that OData adds to an answer is none. */
const ROUTE = /\/(?:v1\.0\/myorg|v1)\/(?!\$metadata)([^\s"'<>\\)]{1,400})/g;
/** An answer stands below its call. */
const REACH = 1_500;

/** What was listed by the last call before a place; undefined where that call lists something else. */
const listedBefore = (text: string, at: number): string | undefined => {
  const route = [...text.slice(Math.max(0, at - REACH), at).matchAll(ROUTE)].at(-1)?.[1] ?? '';
  return KIND_OF_ROUTE[(route.split('?')[0] ?? '').replace(/\/$/, '').toLowerCase()];
};

const LISTS = '(?:workspaces|groups|(?:deployment )?pipelines|gateways|capacities|connections)';
const BARE =
  '(?:an? )?(?:empty (?:list|array|result|response|value|collection|set)|\\[\\]|0 (?:items|results|entries|rows)|nothing(?! (?:else|more|but|wrong)))';
const GIVES =
  '(?:gives?|gave|returns?|returned|is|was|comes back(?: as| with)?|came back(?: as| with)?|shows?|answers?(?: with)?|results? in|(?:i|we) (?:get|got|see))(?: (?:me|us|back|only|just|always|200 (?:with|and)))?';
/** `listing the pipelines gives an empty list`, `an empty list of gateways`, `list of workspaces is empty`. */
const SPOKEN: readonly RegExp[] = [
  new RegExp(
    `\\b(?:list(?:ing)?|get(?:ting)?|list of|call to)(?: (?:all|the|my|our|of|to|a|own))* (${LISTS})\\b[^.!?;]{0,60}? ${GIVES} (?:${BARE}|empty)(?![\\w-])`,
  ),
  new RegExp(`\\bempty (?:list|array|set|result) (?:of|for) (?:the |my |our |all )?(${LISTS})\\b`),
];

const kindOf = (words: string): string | undefined => KIND_OF_ROUTE[words.replace('deployment ', '')];

/** A guess, a wish or a general rule is no observation. */
const NOT_SEEN = /\b(?:if|would|should|could|might|may|expect(?:ed)?|means?|fine|normal|ok)\b|\?$/;

/**
 * What came back as an empty list, though the call was let in: by an answer that was pasted below its call, or in the
 * words of the person. `sentences` are in lower case.
 */
export const saidEmpty = (text: string, sentences: readonly string[]): Facts => {
  const shown = /["']value["']/.test(text)
    ? [...text.matchAll(EMPTY)].map(({ index }) => listedBefore(text, index))
    : [];
  const said = sentences
    .filter((sentence) => !NOT_SEEN.test(sentence))
    .flatMap((sentence) => SPOKEN.map((words) => kindOf(words.exec(sentence)?.[1] ?? '')));
  const kinds = [...new Set([...shown, ...fabEmpty(text), ...said])].filter((kind) => kind !== undefined);
  return kinds.length === 0 ? {} : { 'said.empty': kinds };
};
