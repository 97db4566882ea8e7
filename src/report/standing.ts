import type { FactPath } from '../facts/catalog.ts';
import type { Diagnosis } from '../model/diagnosis.ts';

/** What a diagnosis comes to: a cause stands, a failure is not explained, or no failure was seen at all. */
export type Standing = 'stops' | 'unexplained' | 'nothing-wrong';

const FAILURE_MARKS = [
  'response.code',
  'response.error-info',
  'entra.code',
  'entra.error',
] as const satisfies readonly FactPath[];

const failureSeen = ({ facts, findings, gates }: Diagnosis): boolean => {
  const statuses = [facts['response.status'], facts['token-request.status' satisfies FactPath]];
  if (statuses.some((status) => status?.state === 'known' && Number(status.value) >= 400)) return true;
  const reach = facts['reach.outcome' satisfies FactPath];
  if (reach?.state === 'known' && reach.value !== 'answered') return true;
  if (gates.some(({ state }) => state === 'failed') || findings.some(({ verdict }) => verdict === 'confirmed'))
    return true;
  return FAILURE_MARKS.some((path) => facts[path]?.state === 'known');
};

/** Where a diagnosis stands. Text in which nothing was recognised is never "nothing wrong". */
export const standing = (diagnosis: Diagnosis): Standing => {
  if (diagnosis.conclusion.is === 'stops-at') return 'stops';
  return failureSeen(diagnosis) || diagnosis.recognised.length === 0 ? 'unexplained' : 'nothing-wrong';
};
