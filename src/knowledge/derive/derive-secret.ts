import type { FactPath } from '../../facts/catalog.ts';
import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import type { Evidence } from '../../model/evidence.ts';

/** Lists show local days, so the end of the last one is over everywhere only a day later. */
const A_DAY = 86_400_000;

/** Codes that fit a secret which is over. For one that never was a secret of the app Entra has another. */
const FIT: readonly unknown[] = [undefined, 7000222, 70002, 50012];
const FITTING_ERRORS: readonly unknown[] = [undefined, 'invalid_client', 'unauthorized_client'];

/** What shows that it was Entra which refused. */
const AT_SIGN_IN: readonly FactPath[] = ['entra.code', 'entra.error', 'token-request.host', 'token-request.grant'];

const mayBeOver = (evidence: Evidence): boolean => {
  const refusedBy = valueOf(evidence, 'call.refused-by');
  return (
    FIT.includes(valueOf(evidence, 'entra.code')) &&
    FITTING_ERRORS.includes(valueOf(evidence, 'entra.error')) &&
    valueOf(evidence, 'token-request.client-credential') !== 'assertion' &&
    (refusedBy === undefined ? AT_SIGN_IN.some((path) => evidence.has(path)) : refusedBy === 'entra')
  );
};

/** That the secret has expired, where a list of the app's secrets shows none that still was good when the request failed. */
export const secretExpired: Derivation = {
  from: [
    'app.secret-ends',
    'entra.timestamp',
    'response.date',
    'token-request.client-credential',
    'call.refused-by',
    ...AT_SIGN_IN,
  ],
  gives: ['app.secret'],
  derive: (evidence, now) => {
    const ends = valueOf(evidence, 'app.secret-ends');
    if (ends === undefined || !mayBeOver(evidence)) return {};
    const stamp = Date.parse((valueOf(evidence, 'entra.timestamp') ?? '').replace(' ', 'T'));
    const failed = Number.isNaN(stamp) ? Date.parse(valueOf(evidence, 'response.date') ?? now) : stamp;
    return failed - Date.parse(ends) > A_DAY ? { 'app.secret': 'expired' } : {};
  },
};
