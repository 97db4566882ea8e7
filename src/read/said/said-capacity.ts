import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import { onlyOne } from '../text/only-one.ts';

type Capacity = ValueOf<'workspace.capacity'>;

/** The setting of a workspace, with what it is on. */
const MODE =
  '\\blicen[cs]e (?:mode|info|type|configuration)(?: (?:of|for|in) (?:the|my|our|this) workspace)?[ :=]{0,3}(?:(?:is|says?|shows?|set to|->|→) )?["\'`(]{0,2}';
/** Where a workspace stands: `workspace is on an F64 capacity`. */
const STANDS =
  '\\bworkspace\\b(?: [\\w-]{1,30}){0,3} ?(?:\\(|[:=] |\\b(?:in|on|uses|using|has|assigned to|backed by|with|under|hosted on) )["\'`]?(?:an? |the |our |my |active |dedicated |paid ){0,3}["\'`]?';
const END = '(?=["\'`]?(?:[,.;:!?)]|$| and\\b| but\\b))';

const PER_USER = '(?:ppu\\b|premium per[- ]user\\b)';
const SKU = '(?:(?:fabric|premium|embedded|f ?sku|p ?sku|(?:[fpa]|em)\\d{1,4})[ -]){1,3}capacity\\b';

/** What the words say of the capacity under the workspace. */
const SAID: readonly (readonly [Capacity, RegExp])[] = [
  ['trial', new RegExp(`${MODE}(?:fabric |power bi )?trial\\b`)],
  ['trial', new RegExp(`${STANDS}(?:fabric |power bi )?trial(?: (?:capacity|licen[cs]e|mode|sku)\\b|${END})`)],
  ['trial', /\btrial capacity (?:is )?assigned to (?:the|my|our|this) workspace\b/],
  ['premium-per-user', new RegExp(`${MODE}${PER_USER}`)],
  ['premium-per-user', new RegExp(`${STANDS}${PER_USER}`)],
  ['premium-per-user', new RegExp(`\\bworkspace is (?:an? )?${PER_USER}`)],
  ['capacity', new RegExp(`${MODE}(?:power bi )?(?:${SKU}|(?:fabric|premium)${END})`)],
  ['capacity', new RegExp(`${STANDS}(?:${SKU}|(?:[fpa]|em)\\d{1,4}\\b)`)],
  [
    'capacity',
    /\bworkspace (?:is |sits |stays )?(?:on|in|assigned to|backed by) an? (?:active |dedicated |paid |running )?capacity\b/,
  ],
  ['capacity', /\b[fp]\d{1,4} capacity (?:is )?assigned to (?:the|my|our|this) workspace\b/],
  ['none', new RegExp(`${MODE}(?:power bi )?(?:pro|shared)\\b`)],
];

/** What is wished, tried, denied or past, or said of another workspace. */
const NOT_SO =
  /\b(?:not|no|never|without|want(?:s|ed)?|would|should|could|can|must|needs?|requires?d?|if|whether|unless|until|before|was|were|had|other|another|different|works?|worked|instead|only|supported|ensure|verify|make sure|check|upgrade|please|docs?|documentation|(?:creat|assign|mov|add|put)(?:e|es|ing|s)? (?:an? |the |my |our )?(?:new )?workspace)\b|n't\b/;
const ENDED = /^[^.!?]{0,40}\b(?:ended|expired|over|until|yesterday|works?|before|removed)\b|^[^.!?]{0,80}\?/;

const saidIn = (sentence: string): readonly Capacity[] =>
  SAID.flatMap(([capacity, words]) => {
    const found = words.exec(sentence);
    if (found === null) return [];
    const end = found.index + found[0].length;
    return NOT_SO.test(sentence.slice(0, end)) || ENDED.test(sentence.slice(end)) ? [] : [capacity];
  });

const MOST_READ = 200_000;
const MOST_SENTENCES = 2_000;
const LONGEST = 400;

/** The capacity that the workspace is said to be on; nothing where two are named. That there is none would prove a cause: it is asked for. */
export const saidCapacity = (text: string): Facts => {
  if (!/\btrial\b|\bcapacity\b|\blicen[cs]e|\bper[- ]user\b|\bppu\b|\b(?:[fpa]|em)\d/i.test(text)) return {};
  const sentences = text
    .slice(0, MOST_READ)
    .toLowerCase()
    .split(/(?<=[.!?;])\s|\n/, MOST_SENTENCES);
  const named = sentences
    .filter((one) => one.length <= LONGEST && /\bworkspace\b|\blicen[cs]e (?:mode|info|type|conf)/.test(one))
    .flatMap((one) => saidIn(one.trim()));
  const capacity = onlyOne(named);
  return capacity === undefined || capacity === 'none' ? {} : { 'workspace.capacity': capacity };
};
