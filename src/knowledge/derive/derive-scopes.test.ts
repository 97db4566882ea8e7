import { describe, expect, it } from 'vitest';
import { runDerivations } from '../../facts/derivation.ts';
import { type Facts, toEvidence, valueOf } from '../../facts/evidence.ts';
import { derivations } from './derivations.ts';

const met = (more: Facts) => {
  const facts: Facts = {
    'request.method': 'POST',
    'request.host': 'api.powerbi.com',
    'request.path': '/v1.0/myorg/groups',
    'request.url': 'https://api.powerbi.com/v1.0/myorg/groups',
    ...more,
  };
  const evidence = toEvidence(facts, { by: 'read', place: { paste: 0, line: 1, what: 'test' } });
  runDerivations(evidence, derivations, '2026-03-01T12:00:00.000Z');
  return valueOf(evidence, 'operation.listed-scopes-met');
};

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
