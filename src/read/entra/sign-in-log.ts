import type { EntraError, Setting } from '../../model/incident.ts';
import { type Placer, placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { type SignInRow, signInRows } from './sign-in-row.ts';

const timeOf = ({ time = '' }: SignInRow): number => {
  const at = Date.parse(time);
  return Number.isNaN(at) ? 0 : at;
};

/** Whether the same sign-in came through in the end: an interruption (MFA, consent) and its success are rows of their own. */
const cameThrough = (failed: SignInRow, rows: readonly SignInRow[]): boolean =>
  rows.some(
    (row) =>
      row.code === 0 &&
      timeOf(row) >= timeOf(failed) &&
      ((row.correlationId !== undefined && row.correlationId === failed.correlationId) ||
        (row.app !== undefined &&
          row.app === failed.app &&
          row.resource === failed.resource &&
          row.who === failed.who)),
  );

/** The rows that fail with the newest code: older failures with another code are another story. */
const newestFailures = (rows: readonly SignInRow[]): readonly SignInRow[] => {
  const failed = rows.filter((row) => row.code !== 0 && !cameThrough(row, rows));
  const newest = failed.reduce<SignInRow | undefined>(
    (best, row) => (best === undefined || timeOf(row) > timeOf(best) ? row : best),
    undefined,
  );
  return failed.filter(({ code, app }) => code === newest?.code && app === newest.app);
};

const errorOf = (row: SignInRow, place: Placer): EntraError => ({
  kind: 'entra-error',
  place: place(row.from, `AADSTS${row.code} of the sign-in log`),
  codes: [row.code],
  text: row.reason,
  ...(row.requestId === undefined ? {} : { traceId: row.requestId }),
  ...(row.correlationId === undefined ? {} : { correlationId: row.correlationId }),
  ...(row.policies === undefined ? {} : { policies: row.policies }),
  ...(row.isGuest === undefined ? {} : { isGuest: row.isGuest }),
  ...(row.time === undefined || !/^\d{4}-\d\d-\d\d/.test(row.time) ? {} : { timestamp: row.time }),
});

const settingsOf = (row: SignInRow, place: Placer): readonly Setting[] => {
  const named = [
    ['client-id', row.app],
    ['resource', row.resource],
    ['grant', row.grant],
  ] as const;
  return named.flatMap(([name, value]): readonly Setting[] =>
    value === undefined ? [] : [{ kind: 'setting', place: place(row.from, `${name} of the sign-in log`), name, value }],
  );
};

/** Reads rows of the sign-in log; of several, those of the failure that the newest row shows. */
export const signInLogReader: Reader = {
  id: 'sign-in-log',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    const rows = signInRows(text);
    const failures = newestFailures(rows);
    return failures.flatMap((row) =>
      [errorOf(row, place), ...settingsOf(row, place)].map((piece) => ({ piece, from: row.from, to: row.to })),
    );
  },
};
