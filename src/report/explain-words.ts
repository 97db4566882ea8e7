import type { Grounds, Kind } from '../knowledge/explain-model.ts';

/** What kind of thing was found, as it is put to a person. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  'entra-code': 'error of Entra ID',
  'service-code': 'answer of an API',
  cause: 'cause',
  setting: 'tenant setting',
  term: 'term',
  claim: 'claim of a token',
  scope: 'scope',
};

/** What an answer rests on, in words. */
export const GROUNDS_WORDS: Readonly<Record<Grounds, string>> = {
  documented: "Microsoft's documentation or tools",
  threads: 'what is seen in public threads and code',
  inferred: 'inference',
  catalog: "Microsoft's published API descriptions",
  rules: 'the rules of this tool',
};
