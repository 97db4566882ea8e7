import type { FactPath } from '../../facts/catalog.ts';
import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import { sameApplication } from '../resources.ts';

/** Forms of the header that no API reads a token from. */
const BROKEN_HEADERS: readonly unknown[] = ['empty', 'no-scheme', 'doubled-scheme', 'quoted', 'broken', 'unfilled'];

/** Codes with which an API says that it did not take the token. */
const TOKEN_CODES: readonly unknown[] = ['InvalidToken', 'TokenExpired', 'TokenIsMissing'];

/**
 * Whether the token was asked for another API than the one called, by what is seen of the request. The v1 endpoint reads
 * no scope: without a resource it gives a token for Azure AD Graph.
 */
const isAskedElsewhere = (evidence: Evidence): boolean => {
  if (valueOf(evidence, 'call.audience') !== undefined) return false;
  const called = valueOf(evidence, 'call.resource');
  const asked = valueOf(evidence, 'token-request.asked-resource');
  const isOther = asked !== undefined && asked !== 'unknown' && called !== undefined && !sameApplication(asked, called);
  const names = valueOf(evidence, 'token-request.names') ?? [];
  const hasNone = valueOf(evidence, 'token-request.endpoint') === 'v1' && !names.includes('resource');
  return isOther || (hasNone && names.includes('scope'));
};

/** Codes that Power BI gives only once it has taken the token: one that is over by now was not when it was sent. */
const AFTER_TOKEN: readonly unknown[] = [
  'PowerBINotAuthorizedException',
  'PowerBIEntityNotFound',
  'GroupNotAccessible',
];

const isOutOfTime = (evidence: Evidence): boolean => {
  const lifetime = valueOf(evidence, 'token.lifetime');
  const isTaken = AFTER_TOKEN.includes(valueOf(evidence, 'response.code'));
  return lifetime !== undefined && lifetime !== 'valid' && !(lifetime === 'expired' && isTaken);
};

/** What the called API takes no call with: only embedding takes an embed token, and only one that is declared as one. */
const isNoToken = (evidence: Evidence): boolean => {
  const kind = valueOf(evidence, 'credential.kind');
  const api = valueOf(evidence, 'call.api');
  const type = valueOf(evidence, 'embed.token-type');
  const isDeclared = type === 'embed' || (type === undefined && api === 'embedding');
  const isEmbedding = kind === 'embed-token' && isDeclared && (api === undefined || api === 'embedding');
  return kind !== undefined && kind !== 'access-token' && !isEmbedding;
};

const isBad = (evidence: Evidence): boolean =>
  isNoToken(evidence) ||
  isOutOfTime(evidence) ||
  valueOf(evidence, 'call.audience') === 'wrong' ||
  valueOf(evidence, 'call.clouds') === 'mixed' ||
  valueOf(evidence, 'response.claims-challenge') === true ||
  isAskedElsewhere(evidence) ||
  BROKEN_HEADERS.includes(valueOf(evidence, 'request.authorization')) ||
  TOKEN_CODES.includes(valueOf(evidence, 'response.code'));

const isGood = (evidence: Evidence): boolean =>
  valueOf(evidence, 'credential.kind') === 'access-token' &&
  valueOf(evidence, 'credential.integrity') === 'whole' &&
  valueOf(evidence, 'token.lifetime') === 'valid' &&
  valueOf(evidence, 'call.audience') === 'right';

/** Whether the credential explains the refusal by itself, so that rights need not be looked at. */
export const callToken: Derivation = {
  from: [
    'credential.kind',
    'credential.integrity',
    'embed.token-type',
    'token.lifetime',
    'call.api',
    'call.audience',
    'call.resource',
    'token-request.asked-resource',
    'token-request.names',
    'token-request.endpoint',
    'call.clouds',
    'response.claims-challenge',
    'request.authorization',
    'response.code',
  ],
  gives: ['call.token'],
  derive: (evidence) => {
    if (isBad(evidence)) return { 'call.token': 'bad' };
    return isGood(evidence) ? { 'call.token': 'good' } : {};
  },
};

/** Statuses that the sign-in never answers a request for a token with: it says 400 or 401. */
const NOT_OF_ENTRA: readonly unknown[] = [403, 404, 429];

/** Where a call can go that is none to an API we know. */
const NOT_THE_API: readonly unknown[] = ['entra', 'other'];

/** What shows that a sign-in was looked at as well: then the failure can lie there. */
const OF_SIGN_IN: readonly FactPath[] = ['entra.code', 'entra.error', 'token-request.host', 'token-request.grant'];

/** Errors that only the sign-in answers with: no API speaks of the client that asked for the token. */
const OF_CLIENT: readonly unknown[] = ['invalid_client', 'unauthorized_client'];

/** Whether an API refused, by what came back. */
const isRefusedByApi = (evidence: Evidence): boolean => {
  const api = valueOf(evidence, 'call.api');
  if (NOT_THE_API.includes(api)) return false;
  if (api !== undefined && valueOf(evidence, 'response.behind-sign-in-error') === true) return true;
  const status = valueOf(evidence, 'response.status');
  const code = valueOf(evidence, 'response.code');
  const isEntra = evidence.has('entra.code') || evidence.has('entra.error');
  const answered = valueOf(evidence, 'credential.shape') === 'jwt' || (code !== undefined && code !== 'TokenIsMissing');
  if (api !== undefined && ((status ?? 0) >= 400 || code !== undefined)) return answered || !isEntra;
  if (NOT_OF_ENTRA.includes(status)) return !isEntra;
  const isSeen = status !== undefined && (api !== undefined || evidence.has('embed.token-type'));
  return isSeen && !OF_SIGN_IN.some((path) => evidence.has(path));
};

/** Whether the authority is seen to refuse: it says 400 or 401, and 404 where a tenant is looked up. */
const isRefusedByEntra = (evidence: Evidence): boolean => {
  if (valueOf(evidence, 'entra.code') !== undefined) return true;
  if (OF_CLIENT.includes(valueOf(evidence, 'entra.error'))) return true;
  const status = valueOf(evidence, 'token-request.status') ?? 0;
  return status >= 400 && status < 500 && valueOf(evidence, 'token-request.endpoint') !== 'managed-identity';
};

/**
 * Whether a token in time is all that is seen: it was given, so getting one is not what fails. Whoever says that it is
 * stands by it, as the token may be an earlier one.
 */
const isGotten = (evidence: Evidence): boolean =>
  valueOf(evidence, 'credential.kind') === 'access-token' &&
  valueOf(evidence, 'token.lifetime') === 'valid' &&
  !evidence.has('call.refused-by') &&
  !OF_SIGN_IN.some((path) => evidence.has(path));

/**
 * Who refused. The API did where it answered a call that carried a token, or with a code of its own; TokenIsMissing only
 * says that no token came. An Entra code next to such an answer is a side remark, or comes from another call. Whoever shows
 * an answer and nothing of a sign-in asks about the call. An empty list is an answer of the API, too.
 */
export const callRefusedBy: Derivation = {
  from: [
    'call.api',
    'response.status',
    'response.code',
    'response.behind-sign-in-error',
    'said.empty',
    'credential.shape',
    'credential.kind',
    'token.lifetime',
    'embed.token-type',
    'token-request.status',
    'token-request.endpoint',
    ...OF_SIGN_IN,
  ],
  gives: ['call.refused-by'],
  derive: (evidence) => {
    if (isRefusedByApi(evidence)) return { 'call.refused-by': 'api' };
    if (isRefusedByEntra(evidence)) return { 'call.refused-by': 'entra' };
    return evidence.has('said.empty') || isGotten(evidence) ? { 'call.refused-by': 'api' } : {};
  },
};

/** Whether the caller is refused everywhere, as far as anybody tried: then it is time to look at the token itself. */
export const callRefusesAll: Derivation = {
  from: ['observed.list-workspaces'],
  gives: ['call.refuses-all'],
  derive: (evidence) => ({ 'call.refuses-all': valueOf(evidence, 'observed.list-workspaces') === 'refused' }),
};
