import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEvidence } from '../facts/evidence.ts';
import type { Fact } from '../model/evidence.ts';
import type { Block, Test } from '../model/rule.ts';
import { factsIn, holds, match } from './match.ts';
import { fitsOneOf } from './pattern.ts';

const told = { by: 'told' } as const;
const evidence = toEvidence(
  {
    'response.status': 403,
    'response.code': 'InsufficientScopes',
    'token.scp': ['Workspace.Read.All', 'Item.Read.All'],
    'token.roles': null,
    'token.exp': '2026-03-01T12:00:00.000Z',
    'caller.guest': false,
  },
  told,
);

describe('a test', () => {
  const holds: Record<string, Block> = {
    'a scalar is equality': { 'response.status': 403 },
    'a list is one of': { 'response.status': [401, 403] },
    in: { 'response.status': { in: [401, 403] } },
    'not-in': { 'response.status': { 'not-in': [401, 404] } },
    'has takes one value': { 'token.scp': { has: 'Item.Read.All' } },
    'has takes one of several': { 'token.scp': { has: ['Tenant.Read.All', 'Item.Read.All'] } },
    lacks: { 'token.scp': { lacks: ['Tenant.Read.All', 'Tenant.ReadWrite.All'] } },
    'starts-with': { 'response.code': { 'starts-with': 'Insufficient' } },
    'contains, whatever the case': { 'response.code': { contains: 'scopes' } },
    'contains in a list': { 'token.scp': { contains: 'item.' } },
    'matches with a star': { 'response.code': { matches: 'insufficient*s' } },
    before: { 'token.exp': { before: '2026-03-01T12:00:01Z' } },
    after: { 'token.exp': { after: '2026-03-01T11:00:00Z' } },
    'known is true for a value': { 'token.exp': { known: true } },
    'known is false for a fact that is known to be absent': { 'token.roles': { known: false } },
    'a list that is absent lacks everything': { 'token.roles': { lacks: 'Tenant.Read.All' } },
    'false is a value': { 'caller.guest': false },
  };
  for (const [name, block] of Object.entries(holds)) {
    it(`holds: ${name}`, () => expect(match(block, evidence)).toEqual({ is: 'holds' }));
  }

  const fails: Record<string, Block> = {
    'another value': { 'response.status': 401 },
    'an absent list has nothing': { 'token.roles': { has: 'Tenant.Read.All' } },
    'an absent fact is no value': { 'token.roles': { known: true } },
    'contains another text': { 'response.code': { contains: ['privileges', 'role'] } },
    'a list of other values': { 'response.status': [401, 404] },
    'contains the end of one value of a list and the start of the next': { 'token.scp': { contains: 'allitem' } },
    'one of other values': { 'response.status': { in: [401, 404] } },
    'not-in the values it has': { 'response.status': { 'not-in': [401, 403] } },
    'has none of several': { 'token.scp': { has: ['Tenant.Read.All', 'Read.All'] } },
    'lacks what it has': { 'token.scp': { lacks: ['Tenant.Read.All', 'Item.Read.All'] } },
    'starts-with what stands later': { 'response.code': { 'starts-with': ['Scopes', 'insufficient'] } },
    'contains over two values of a list': { 'token.scp': { contains: 'All,Item' } },
    'matches a part alone': { 'response.code': { matches: ['Scopes', 'Insufficient'] } },
    'before the same time': { 'token.exp': { before: '2026-03-01T12:00:00Z' } },
    'after the same time': { 'token.exp': { after: '2026-03-01T12:00:00Z' } },
    'known is false for a value': { 'token.exp': { known: false } },
    'all operators must hold': { 'response.code': { contains: 'scopes', 'starts-with': 'In-' } },
  };
  for (const [name, block] of Object.entries(fails)) {
    it(`fails: ${name}`, () => expect(match(block, evidence)).toEqual({ is: 'fails' }));
  }
});

describe('a fact that is known to be absent', () => {
  const absent = (test: Test) => match({ 'token.roles': test }, evidence).is;

  it('is in nothing, has nothing, and stands before and after no time', () => {
    const wanted = ['', 'undefined', 'null', '2026-03-01T12:00:00Z'] as const;
    for (const operator of ['in', 'has', 'starts-with', 'contains', 'matches', 'before', 'after'] as const) {
      for (const value of wanted) expect([operator, absent({ [operator]: value })]).toEqual([operator, 'fails']);
    }
  });

  it('lacks everything and is not in any list', () => {
    expect([absent({ lacks: 'x' }), absent({ 'not-in': ['x'] })]).toEqual(['holds', 'holds']);
  });
});

describe('a test that is held against one fact after the other', () => {
  const is = (value: 'none' | 'viewer'): ReturnType<typeof match>['is'] =>
    match(ROLE, toEvidence({ 'workspace.role': value }, told)).is;
  const ROLE: Block = { 'workspace.role': { 'not-in': ['none'] } };

  it('answers for the fact that is there now, also when the same one comes back', () => {
    expect((['none', 'viewer', 'viewer', 'none', 'none'] as const).map(is)).toEqual([
      'fails',
      'holds',
      'holds',
      'fails',
      'fails',
    ]);
  });

  it('takes an absent fact for another one than any value', () => {
    const missing = match(ROLE, toEvidence({ 'workspace.role': null }, told)).is;
    expect([is('none'), missing, is('none')]).toEqual(['fails', 'holds', 'fails']);
    const wanted: Block = { 'response.code': 'x' };
    const answers = [null, 'x', null].map((code) => match(wanted, toEvidence({ 'response.code': code }, told)).is);
    expect(answers).toEqual(['fails', 'holds', 'fails']);
  });
});

describe('the facts of a condition', () => {
  it('are those of all its blocks, each once', () => {
    const when = [{ 'response.status': 401, 'workspace.role': 'none' }, { 'response.status': 403 }];
    expect(factsIn(when)).toEqual(['response.status', 'workspace.role']);
  });
});

describe('a condition', () => {
  it('with several blocks is unknown while one of them is, and names what those need, each fact once', () => {
    const when: readonly Block[] = [
      { 'workspace.role': 'none', 'response.status': 403 },
      { 'workspace.role': 'viewer', 'capacity.state': 'paused' },
      { 'response.status': 401, 'app.enabled': false },
    ];
    expect(match(when, evidence)).toEqual({ is: 'unknown', needs: ['workspace.role', 'capacity.state'] });
  });

  it('is unknown while a fact is, and names the facts that would decide it', () => {
    expect(match({ 'response.status': 403, 'workspace.role': 'none' }, evidence)).toEqual({
      is: 'unknown',
      needs: ['workspace.role'],
    });
  });

  it('fails as soon as one test fails, whatever is unknown', () => {
    expect(match({ 'response.status': 401, 'workspace.role': 'none' }, evidence)).toEqual({ is: 'fails' });
  });

  it('with several blocks holds as soon as one holds', () => {
    expect(match([{ 'workspace.role': 'none' }, { 'response.status': 403 }], evidence)).toEqual({ is: 'holds' });
  });

  it('is unknown about a fact that nobody knows to be absent: known does not guess', () => {
    expect(match({ 'workspace.role': { known: false } }, evidence).is).toBe('unknown');
  });

  it('that is not there holds', () => expect(match(undefined, evidence)).toEqual({ is: 'holds' }));
});

describe('knowing more', () => {
  const paths = ['workspace.role', 'response.status', 'token.scp', 'token.roles'] as const;
  const test: fc.Arbitrary<Test> = fc.oneof(
    fc.constantFrom<Test>('none', 403, ['none', 'viewer'], { known: true }, { known: false }),
    fc.constantFrom<Test>({ lacks: 'a' }, { has: ['a', 'b'] }, { 'not-in': ['none'] }, { contains: 'a' }),
  );
  const block = fc.dictionary(fc.constantFrom(...paths), test, { minKeys: 1 });
  const fact: fc.Arbitrary<Fact> = fc.oneof(
    fc.constant<Fact>({ state: 'absent', origin: told }),
    fc.constantFrom('none', 403, ['a'], ['b', 'c']).map((value): Fact => ({ state: 'known', value, origin: told })),
  );
  const facts = fc.dictionary(fc.constantFrom(...paths), fact);

  it('never turns "holds" into "fails" or back: only unknown changes', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), facts, facts, (when, some, more) => {
        const before = match(when, new Map(Object.entries(some)));
        const after = match(when, new Map(Object.entries({ ...more, ...some })));
        if (before.is !== 'unknown') expect(after.is).toBe(before.is);
        expect(holds(when, new Map(Object.entries(some)))).toBe(before.is === 'holds');
      }),
    );
  });
});

describe('a pattern', () => {
  it.each([
    ['*tenant*not found*', 'Tenant x was NOT FOUND here', true],
    ['a*b', 'ab', true],
    ['a*a', 'a', false],
    ['abc', 'abc', true],
    ['abc', 'xabc', false],
    ['*', '', true],
    ['a*bc*bc', 'abc', false],
  ])('%s on %j: %s', (pattern, text, fits) => expect(fitsOneOf(text, [pattern])).toBe(fits));

  it.each([
    ['*tenant*NOT found*', true],
    ['*tenant*nowhere*', false],
    ['*not found*tenant*', false],
  ])('%s on a text of pages: %s', (pattern, fits) => {
    const page = 'The workspace is in another capacity. '.repeat(100);
    expect(fitsOneOf(`${page}Tenant x was not found here. ${page}`, ['nothing', pattern])).toBe(fits);
  });

  it('agrees with the regular expression that it stands for', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (pattern, text) => {
        expect(fitsOneOf(text, [pattern])).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text));
      }),
    );
  });
});
