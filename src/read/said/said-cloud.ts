import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import { onlyOne } from '../text/only-one.ts';

type Cloud = ValueOf<'said.cloud'>;

/**
 * The portal of each national cloud:
 * https://learn.microsoft.com/power-bi/developer/embedded/embed-sample-for-customers-national-clouds
 */
const PORTAL = /\bapp\.(high\.powerbigov\.us|mil\.powerbigov\.us|powerbigov\.us|powerbi\.cn)\b/gi;
const CLOUD_OF_PORTAL: Readonly<Record<string, Cloud>> = {
  'powerbigov.us': 'gcc',
  'high.powerbigov.us': 'gcc-high',
  'mil.powerbigov.us': 'dod',
  'powerbi.cn': 'china',
};

/** How people name the cloud that they are in; GCC alone is also a compiler. */
const NAMED: readonly (readonly [Cloud, RegExp])[] = [
  ['gcc-high', /\bgcc[ -]?h(?:igh)?\b/],
  ['dod', /\b(?:dod (?:tenant|cloud|environment)|(?:tenant|cloud) is dod|gcc[ -]?dod)\b/],
  [
    'gcc',
    /\b(?:(?:our|my|the|this|their|customer|client|agency) (?:(?:power ?bi|fabric|whole|entire) )?(?:tenant|cloud|environment|organi[sz]ation|agency|power ?bi|fabric)(?: is| are| lives| sits| runs|'s)(?: \S{1,12}){0,3} gcc|gcc (?:tenant|cloud|environment|customer|power ?bi|fabric)|(?:we are|we're|i am|i'm|working|operating) (?:in|on) (?:the )?(?:us )?gcc)\b(?![ -]?high)|(?:power ?bi|tenant|agency|government|fabric)[^.!?]{0,60}\(gcc\)/,
  ],
  [
    'china',
    /\b(?:21vianet|mooncake|azure china|china(?:'s|ese)? (?:cloud|tenant|azure)|(?:our|my|the) (?:tenant|power ?bi) is in china|(?:log|sign)(?:ging|ing)?[ -]?in\b[^.!?]{0,30} in china)\b/,
  ],
];
/** The Chinese name of 21Vianet; beside the other cloud it is one of two that are spoken of. */
const IN_CHINESE = /(?<!不是|非|国际版?[/、或和])世[纪紀]互[联聯](?!版?[/、或和])/;
const NOT_SO = /\b(?:not|no|never|without|instead of|other than|neither|unlike|commercial)\b|n't\b|\?$/;

/**
 * The cloud that the tenant is said to be in, or that the portal of the paste belongs to; nothing where two are named.
 * `sentences` are in lower case.
 */
export const saidCloud = (text: string, sentences: readonly string[]): Facts => {
  const shown = [...text.matchAll(PORTAL)].map(([, host = '']) => CLOUD_OF_PORTAL[host.toLowerCase()]);
  const said = sentences
    .filter((sentence) => !NOT_SO.test(sentence))
    .flatMap((sentence) => NAMED.filter(([, words]) => words.test(sentence)).map(([cloud]) => cloud));
  const cloud = onlyOne([...shown, ...said, ...(IN_CHINESE.test(text) ? (['china'] as const) : [])]);
  return cloud === undefined ? {} : { 'said.cloud': cloud };
};
