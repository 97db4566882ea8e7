import { expect, it } from 'vitest';
import type { Evidence, Origin } from '../model/evidence.ts';
import { basisOf } from './basis.ts';

const READ: Origin = { by: 'read', place: { paste: 0, line: 1, what: 'text' } };
const derived = (...from: readonly string[]): Origin => ({ by: 'derived', from });
const evidenceOf = (origins: Readonly<Record<string, Origin>>): Evidence =>
  new Map(Object.entries(origins).map(([path, origin]) => [path, { state: 'known', value: 'x', origin }]));

it('a reason says what it rests on: the paste, answers, live checks and the catalog, in this order', () => {
  const evidence = evidenceOf({
    'response.code': READ,
    'workspace.role': { by: 'told' },
    'reach.outcome': { by: 'looked' },
    'operation.admin': derived('workspace.role'),
  });
  expect(basisOf(['reach.outcome'], evidence)).toEqual(['live-check']);
  expect(basisOf(['operation.admin', 'reach.outcome', 'workspace.role', 'response.code'], evidence)).toEqual([
    'paste',
    'answer',
    'live-check',
    'catalog',
  ]);
});

it('what was derived rests on what it was derived from, however far back, and on the catalog only where that was asked', () => {
  const evidence = evidenceOf({
    'request.url': READ,
    'call.api': derived('request.url'),
    'operation.role-met': derived('call.api', 'workspace.role'),
    'workspace.role': { by: 'told' },
    'caller.label': derived('call.api'),
  });
  expect(basisOf(['caller.label'], evidence)).toEqual(['paste']);
  expect(basisOf(['operation.role-met'], evidence)).toEqual(['paste', 'answer', 'catalog']);
});

it('facts that follow from each other, or from nothing known, end the search and add nothing', () => {
  const evidence = evidenceOf({ 'call.api': derived('caller.kind'), 'caller.kind': derived('call.api', 'token.aud') });
  expect(basisOf(['call.api', 'token.aud'], evidence)).toEqual([]);
  expect(basisOf([], evidence)).toEqual([]);
});

it('a path that is none of the catalog of facts is not taken for a look-up', () => {
  expect(basisOf(['old.name'], evidenceOf({ 'old.name': derived('request.url'), 'request.url': READ }))).toEqual([
    'paste',
  ]);
});
