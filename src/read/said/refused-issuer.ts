import { GUID } from '../../facts/guid.ts';

/** An issuer as Entra writes it, for tokens of either version. */
const ISSUER = `https://(?:login\\.microsoftonline\\.com|sts\\.windows\\.net)/(${GUID})(?:/v2\\.0)?/?`;
const CLAIM = '["\'`]?iss(?:uer)?["\'`]?(?: \\(iss\\))?(?: claim)?(?: value)?';

/** `Invalid issuer (iss) claim: https://...`, `unexpected "iss" claim value: https://...`. */
const CALLED_WRONG = new RegExp(
  `\\b(?:invalid|unknown|untrusted|unexpected|wrong) ${CLAIM}:?\\s{1,3}["'\`]?${ISSUER}(?=["'\`\\s,;.)]|$)`,
  'gi',
);
/** `Issuer: 'https://...'. Did not match: ...`, `The issuer 'https://...' is invalid`. */
const REFUSED =
  "(?:did not|does not|doesn't) match|(?:is|was) (?:invalid|unknown|not (?:valid|trusted|accepted|allowed|expected|recogni[sz]ed|in the list))";
const CALLED_SO = new RegExp(`\\b${CLAIM}:?\\s{1,3}["'\`]?${ISSUER}["'\`]?[.,]? (?:${REFUSED})`, 'gi');

/** An id token says nothing of the tenant of an access token. */
const OF_ID_TOKEN = /\bid[_ -]?token\b[^\n]{0,40}$/i;

/** The tenants of the issuers that the text says were refused: what is refused is the issuer in the token. */
export const refusedIssuers = (text: string): readonly string[] =>
  [...text.matchAll(CALLED_WRONG), ...text.matchAll(CALLED_SO)]
    .filter(({ index }) => !OF_ID_TOKEN.test(text.slice(Math.max(0, index - 60), index)))
    .map(({ 1: tenant = '' }) => tenant.toLowerCase());
