import { describe, expect, it } from 'vitest';
import type { FactPath } from '../../facts/catalog.ts';
import { runDerivations } from '../../facts/derivation.ts';
import { type Facts, toEvidence, valueOf } from '../../facts/evidence.ts';
import { derivations } from './derivations.ts';

const factOf = (path: FactPath, more: Facts) => {
  const facts: Facts = {
    'request.method': 'POST',
    'request.host': 'api.powerbi.com',
    'request.path': '/v1.0/myorg/groups',
    'request.url': 'https://api.powerbi.com/v1.0/myorg/groups',
    ...more,
  };
  const evidence = toEvidence(facts, { by: 'read', place: { paste: 0, line: 1, what: 'test' } });
  runDerivations(evidence, derivations, '2026-03-01T12:00:00.000Z');
  return valueOf(evidence, path);
};

const met = (more: Facts) => factOf('operation.listed-scopes-met', more);

describe('whether the listed permissions would do', () => {
  it('compares them with what the operation takes', () => {
    expect(met({ 'said.permissions': ['Workspace.Read.All', 'Report.Read.All'] })).toBe(false);
    expect(met({ 'said.permissions': ['Workspace.ReadWrite.All'] })).toBe(true);
  });

  it('says nothing where the token shows its own, and of an app, whose token has none', () => {
    const listed: Facts = { 'said.permissions': ['Workspace.Read.All'] };
    expect(met({ ...listed, 'token.scp': ['Workspace.ReadWrite.All'] })).toBeUndefined();
    expect(met({ ...listed, 'said.caller': 'service-principal' })).toBeUndefined();
    expect(met({})).toBeUndefined();
  });
});

it('does not say that the token holds a scope that the API misses', () => {
  const token: Facts = { 'token.scp': ['Workspace.ReadWrite.All'], 'token.resource': 'powerbi' };
  expect(factOf('operation.scopes-met', token)).toBe(true);
  expect(factOf('operation.scopes-met', { ...token, 'response.codes': ['InsufficientScopes'] })).toBeUndefined();
});
