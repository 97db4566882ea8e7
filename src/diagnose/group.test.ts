import { expect, it } from 'vitest';
import { confirmedDiagnosis, unexplainedDiagnosis } from '../../test/support/sample-diagnosis.ts';
import { groupDiagnoses, grouper } from './group.ts';

const first = confirmedDiagnosis();

it('diagnoses of the same failure are one, with the first of them and their number', () => {
  const again = { ...first, call: first.call, secrets: [] };
  expect(groupDiagnoses([first, unexplainedDiagnosis(), again, again])).toEqual([
    { diagnosis: first, calls: 3 },
    { diagnosis: unexplainedDiagnosis(), calls: 1 },
  ]);
});

it('another cause, verdict, operation or answer is another failure', () => {
  const origin = { by: 'told' } as const;
  const others = [
    { ...first, conclusion: { is: 'unexplained' as const } },
    { ...first, call: 'GET https://api.fabric.microsoft.com/v1/capacities -> 403' },
    { ...first, facts: { ...first.facts, 'entra.code': { state: 'known' as const, value: 1, origin } } },
  ];
  expect(groupDiagnoses([first, ...others])).toHaveLength(4);
});

it('items of one kind make no difference', () => {
  const call = (id: string) => ({
    ...first,
    call: `GET https://api.powerbi.com/v1.0/myorg/groups/${id}/reports?x=${id} -> 403`,
  });
  const ids = ['11111111-2222-3333-4444-555555555555', '21111111-2222-3333-4444-555555555555'];
  expect(groupDiagnoses(ids.map(call))).toHaveLength(1);
});

it('more kinds than fit are counted, not kept', () => {
  const groups = grouper(2);
  for (const name of ['a', 'b', 'c', 'c', 'a']) groups.add({ ...first, call: name });
  expect(groups.groups().map(({ calls }) => calls)).toEqual([2, 1]);
  expect(groups.left()).toBe(2);
});
