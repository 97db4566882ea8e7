import type { Derivation } from '../facts/derivation.ts';
import { valueOf } from '../facts/evidence.ts';
import type { Evidence } from '../model/evidence.ts';

/** Forms of the header that no API reads a token from. */
const BROKEN_HEADERS: readonly unknown[] = ['empty', 'no-scheme', 'doubled-scheme', 'quoted', 'broken'];

/** Codes with which an API says that it did not take the token. */
const TOKEN_CODES: readonly unknown[] = ['InvalidToken', 'TokenExpired', 'TokenIsMissing'];

const isBad = (evidence: Evidence): boolean => {
  const kind = valueOf(evidence, 'credential.kind');
  const lifetime = valueOf(evidence, 'token.lifetime');
  return (
    (kind !== undefined && kind !== 'access-token') ||
    (lifetime !== undefined && lifetime !== 'valid') ||
    valueOf(evidence, 'call.audience') === 'wrong' ||
    valueOf(evidence, 'call.clouds') === 'mixed' ||
    valueOf(evidence, 'response.claims-challenge') === true ||
    BROKEN_HEADERS.includes(valueOf(evidence, 'request.authorization')) ||
    TOKEN_CODES.includes(valueOf(evidence, 'response.code'))
  );
};

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
    'token.lifetime',
    'call.audience',
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

/** Where a call can go that is none to an API we know. */
const NOT_THE_API: readonly unknown[] = ['entra', 'other'];

/**
 * Who refused. The API did where it answered a call that carried a token, or with a code of its own; TokenIsMissing only
 * says that no token came. An Entra code next to such an answer is a side remark, or comes from another call.
 */
export const callRefusedBy: Derivation = {
  from: ['call.api', 'response.status', 'response.code', 'credential.shape', 'entra.code', 'entra.error'],
  gives: ['call.refused-by'],
  derive: (evidence) => {
    const code = valueOf(evidence, 'response.code');
    const answered =
      valueOf(evidence, 'credential.shape') === 'jwt' || (code !== undefined && code !== 'TokenIsMissing');
    const api = valueOf(evidence, 'call.api');
    const failed = (valueOf(evidence, 'response.status') ?? 0) >= 400 || code !== undefined;
    const refused = api !== undefined && !NOT_THE_API.includes(api) && failed;
    const isEntra = evidence.has('entra.code') || evidence.has('entra.error');
    if (refused && (answered || !isEntra)) return { 'call.refused-by': 'api' };
    return valueOf(evidence, 'entra.code') === undefined ? {} : { 'call.refused-by': 'entra' };
  },
};
