import { expect, it } from 'vitest';
import { type Facts, toEvidence } from './evidence.ts';
import { makesSense } from './makes-sense.ts';

const senseOf = (path: Parameters<typeof makesSense>[0], facts: Facts): boolean => {
  const evidence = toEvidence(facts, { by: 'told' });
  return makesSense(path, (fact) => evidence.get(fact));
};

it('a question makes sense until something is known that leaves no room for it', () => {
  expect(senseOf('response.code', {})).toBe(true);
  expect(senseOf('response.code', { 'response.body': 'json' })).toBe(true);
  expect(senseOf('response.code', { 'response.body': 'empty' })).toBe(false);
  expect(senseOf('response.code', { 'call.refused-by': 'entra' })).toBe(false);
});

it('a question makes none once another fact has answered it', () => {
  expect(senseOf('reach.outcome', { 'response.status': 403 })).toBe(false);
  expect(senseOf('workspace.role', { 'observed.list-workspaces': 'with-this-one' })).toBe(true);
  expect(senseOf('workspace.role', { 'observed.list-workspaces': 'refused' })).toBe(false);
});
