import { expect, it } from 'vitest';
import { confirmedDiagnosis, unexplainedDiagnosis } from '../../test/support/sample-diagnosis.ts';
import { groupDiagnoses, grouper } from './group.ts';

const first = confirmedDiagnosis();

it('diagnoses of the same failure are one, with the first of them and their number', () => {
  const again = { ...first, secrets: [] };
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

it.each(['response.status', 'response.code', 'response.error-info', 'entra.code', 'entra.error'])(
  'the answer is another by another %s; one that is known to be absent is as good as none',
  (path) => {
    const fact = (value: string) => ({ state: 'known' as const, value, origin: { by: 'told' } as const });
    const having = (one: ReturnType<typeof fact> | { state: 'absent'; origin: { by: 'told' } }) => ({
      ...first,
      facts: { [path]: one },
    });
    expect(groupDiagnoses([having(fact('a')), having(fact('b')), having(fact('a'))])).toHaveLength(2);
    const absent = having({ state: 'absent', origin: { by: 'told' } });
    expect(groupDiagnoses([absent, { ...first, facts: {} }, having(fact(''))])).toHaveLength(2);
  },
);

it('the same cause is another failure where it is less sure, and none is one for all calls that nothing explains', () => {
  const likely = { is: 'stops-at', gate: 'token', cause: 'x', verdict: 'likely' } as const;
  const concluded = (conclusion: typeof first.conclusion) => ({ ...first, conclusion });
  const confirmed = concluded({ ...likely, verdict: 'confirmed' });
  expect(groupDiagnoses([concluded(likely), confirmed, concluded({ ...likely, cause: 'y' })])).toHaveLength(3);
  expect(groupDiagnoses([1, 2].map(() => concluded({ is: 'unexplained' })))).toHaveLength(1);
});

it('calls of one operation are alike however their URLs differ; without one ids of any form make no difference', () => {
  const call = (words: string, operation?: string) => ({
    ...first,
    call: words,
    facts: operation === undefined ? {} : { 'operation.id': { state: 'known' as const, value: operation, origin } },
  });
  const origin = { by: 'told' } as const;
  const count = (...words: readonly string[]) => groupDiagnoses(words.map((one) => call(one))).length;
  expect(groupDiagnoses(['a', 'b', 'c'].map((path) => call(`GET /${path}`, 'A_Get')))).toHaveLength(1);
  expect(groupDiagnoses(['A_Get', 'A_List'].map((id) => call('GET /a', id)))).toHaveLength(2);
  expect(count('GET /a/12/b -> 403', 'GET /a/345/b -> 403', 'GET /a/6 -> 403', 'GET /a/7')).toBe(3);
  expect(count('GET /a/7', 'GET /a/8')).toBe(1);
  expect(count('GET /v1/a -> 403', 'GET /v2/a -> 403', 'GET /v1/a7 -> 403', 'GET /v1/a8 -> 403')).toBe(4);
  expect(count('GET /a?x=1 -> 403', 'GET /a?y -> 403', 'GET /a -> 403', 'GET /a -> 404')).toBe(2);
  const id = 'ABCDEF01-2222-3333-4444-555555555555';
  expect(count(`GET /a/${id}/b`, `GET /a/${id.toLowerCase().replace('a', 'b')}/b`, 'GET /a/x/b')).toBe(2);
});

it('one more call of a group is counted by the key that the group was given; a key of no group counts nothing', () => {
  const groups = grouper(1);
  const key = groups.add(first);
  expect(key).toBeDefined();
  groups.again(key ?? '');
  groups.again('no key');
  expect(groups.groups()).toEqual([{ diagnosis: first, calls: 2 }]);
  expect(groups.add(unexplainedDiagnosis())).toBeUndefined();
  expect(groups.add(first)).toBe(key);
  expect(groups.left()).toBe(1);
});

it('two hundred kinds of failure are kept, and no more', () => {
  const groups = grouper();
  for (let n = 0; n < 205; n += 1) groups.add({ ...first, call: `call of ${'x'.repeat(n)}` });
  expect([groups.groups().length, groups.left()]).toEqual([200, 5]);
});
