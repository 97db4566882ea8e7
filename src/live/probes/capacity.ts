import { asGuid } from '../../facts/guid.ts';
import type { Answers } from '../../model/diagnosis.ts';
import { isGood, type Row, rowsOf, sameId } from '../answered.ts';
import { getOfCalled } from '../known.ts';
import type { Probe } from '../probe.ts';

/** States by their names in Fabric and Power BI: https://learn.microsoft.com/rest/api/power-bi/capacities/get-capacities#capacitystate */
const STATES: Readonly<Record<string, string>> = {
  Active: 'active',
  Inactive: 'paused',
  PreSuspended: 'paused',
  Suspended: 'paused',
  Deleting: 'deleted',
  Deleted: 'deleted',
};

const RIGHTS: Readonly<Record<string, string>> = { Admin: 'admin', Assign: 'contributor', None: 'none' };

/** Kinds by the first letters of their size: PP3 is Premium Per User, FT1 a trial, F2 and P1 are bought. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^PP/i, 'premium-per-user'],
  [/^FT/i, 'trial'],
  [/^(?:F|P|EM|A)\d/i, 'capacity'],
];

const factsOf = (row: Row): Answers => {
  const state = STATES[String(row['state'])];
  const right = RIGHTS[String(row['capacityUserAccessRight'])];
  const kind = KINDS.find(([size]) => size.test(String(row['sku'])))?.[1];
  return {
    ...(state !== undefined && { 'capacity.state': state }),
    ...(right !== undefined && { 'capacity.role': right }),
    ...(kind !== undefined && { 'workspace.capacity': kind }),
  };
};

/** Lists the capacities that the caller may see, and looks for the one that the workspace is on. */
export const capacity: Probe = {
  id: 'capacity',
  does: 'lists the capacities that the caller sees, and looks for that of the workspace: whether it runs',
  settles: ['capacity.state', 'capacity.role', 'workspace.capacity'],
  plan: (situation) =>
    asGuid(situation.seen.capacity) === undefined ? undefined : getOfCalled(situation, 'capacities', 'capacities'),
  read: (received, { seen }) => {
    const list = isGood(received) ? rowsOf(received) : undefined;
    if (list === undefined) return { unchecked: 'The capacities could not be read.' };
    const row = list.rows.find(({ id }) => sameId(id, seen.capacity ?? ''));
    return row
      ? { facts: factsOf(row) }
      : { unchecked: 'The capacity of the workspace is not among those that the caller may see.' };
  },
};
