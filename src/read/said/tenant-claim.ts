import type { Facts } from '../../facts/evidence.ts';
import { GUID } from '../../facts/guid.ts';
import { onlyOne } from '../text/only-one.ts';
import { refusedIssuers } from './refused-issuer.ts';

/** `"tid": "..."`, `tid=...`, `the tid claim of my token is ...`: nothing else of a tenant has this name. */
const TENANT = new RegExp(
  `(?<![\\w?&%./-])["'\`]?tid["'\`]?(?: claim)?(?: (?:of|in) (?:the|my|our) (?:access )?token)?\\s{0,3}(?:::?|=|is|->|→)\\s{0,3}["'\`]?(${GUID})(?![\\w-])`,
  'gi',
);

/** What the token should have is not what it has; an id token says nothing of the tenant of an access token. */
const NOT_SO = /\b(?:expect(?:s|ed)?|should|must|want(?:s|ed)?|instead of|not|valid|id[_ ]?token)\b[^\n]{0,20}$/i;

/** The tenant of a token whose claims stand in a sentence, or without the rest of it; nothing where two are named. */
export const tenantClaim = (text: string): Facts => {
  const said = [...text.matchAll(TENANT)]
    .filter(({ index }) => !NOT_SO.test(text.slice(Math.max(0, index - 40), index)))
    .map(({ 1: tenant = '' }) => tenant.toLowerCase());
  const one = onlyOne([...said, ...refusedIssuers(text)]);
  return one === undefined ? {} : { 'token.tid': one };
};
