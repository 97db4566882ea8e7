import type { Facts } from '../../facts/evidence.ts';

const STATUS = '(?:\\b401\\b(?![.,]\\d|-)|\\bunauthori[sz]ed\\b(?!_client))';
/** What goes on in the same sentence; an address may stand between. */
const GAP = '(?:[^\\n.;!?]|\\.(?=\\w)|\\?(?=\\w)){0,90}?';
const KIND =
  '(?:(?:an?|the|our|my|its|new|valid|oauth ?2?(?:\\.0)?|oidc|bearer|access|aad|azure(?: ad| active directory)?|entra(?: id)?|microsoft|application|app)[ -]){0,4}';
/** The request for a token by its name: `OAuth2/token`, `oauth2/v2.0/token`, `token endpoint`, `token exchange`. */
const NAMED =
  '(?:\\boauth2?/(?:v2\\.0/)?token\\b|\\btoken (?:endpoint|request|exchange|retrieval|acquisition|ur[il])\\b)';
/** Or as something that went wrong: `failed to get an access token`, `error fetching OAuth2 token`. */
const FAILED =
  "(?:\\b(?:fail(?:ed|ure|s|ing)?|errors?|unable|could(?: not|n't)|can(?:not|'t)|exception|problem)\\b(?: occurred)?(?: while| when| during| in| on| to|:)? (?:get(?:ting)?|fetch(?:ing)?|obtain(?:ing)?|acquir(?:e|ing)|retriev(?:e|ing)|request(?:ing)?|exchang(?:e|ing) code for|refresh(?:ing)?))";

/** The same in other languages. */
const ELSEWHERE =
  "(?:token-?(?:endpunkt|anforderung|anfrage|abruf)|\\b(?:terminaison (?:de |du |des )?jetons?|(?:obtention|demande|r[ée]cup[ée]ration) (?:de |du |d'un )jetons?|obtenir (?:le |un )jeton|(?:solicitud|solicitação|obtener|obtener el|obter|obter o|ottenere il|richiesta (?:di |del )?|conexión de|extremidade de|extremidade do|endpoint (?:de|do|del)) ?token)\\b)";

/** A status is that of the request for the token where it stands behind it. */
const REFUSED: readonly RegExp[] = [
  new RegExp(`${NAMED}(?: to \\S{1,200})?${GAP}${STATUS}`),
  new RegExp(`${FAILED} ${KIND}tokens?\\b${GAP}${STATUS}`),
  new RegExp(`${ELSEWHERE}${GAP}${STATUS}`),
  new RegExp(`${STATUS}[^\\n]{0,80}?/oauth2/(?:v2\\.0/)?token\\b`),
];

/** Another kind of token, another giver of tokens, a call made with the token, or something that went well. */
const OF_ANOTHER =
  /embed|generatetoken|personal access|\bpat\b|\bmsi\b|managed[ -]?identit|imds|169\.254|\bid-token\b|actions_id|github|\/api[./]|https?:\/\/api\.|management\.azure|graph\.microsoft|works?\b|worked|succe|\b200\b|\bthen\b|\bcall(?:s|ed|ing)?\b|\bapi\b|workspace|dataset|with (?:the|this|that|my) token|\bif\b|\bwould\b|\bnot\b (?:give|return|answer)|on-behalf|refresh the token for request/;

/**
 * A request for a token that was answered with 401, where a log or a person says so without its address. Entra's own
 * codes tell more, and are left to speak.
 */
export const tokenRefused = (text: string): Facts => {
  if (!/token|jeton/i.test(text) || !/401|unauthori[sz]ed/i.test(text) || /aadsts|"error/i.test(text)) return {};
  const lines = text.slice(0, 50_000).toLowerCase().split('\n');
  const isSaid = lines.some(
    (line) => line.length < 2_000 && !OF_ANOTHER.test(line) && REFUSED.some((words) => words.test(line)),
  );
  return isSaid ? { 'token-request.status': 401 } : {};
};
