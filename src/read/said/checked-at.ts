import type { Facts } from '../../facts/evidence.ts';

/**
 * The clock by which MSAL judged an ID token that it had just got: `0. The ID token is not yet valid. ... Current epoch =
 * 1772366400.`
 */
const EPOCH = /\bcurrent epoch ?[=:] ?(\d{10})(?!\d)/i;

/** The time by which a library judged the token; the machine's own, right or wrong. */
export const checkedAt = (text: string): Facts => {
  const seconds = EPOCH.exec(text)?.[1];
  return seconds === undefined ? {} : { 'token.checked-at': new Date(Number(seconds) * 1000).toISOString() };
};
