import { describe, expect, it } from 'vitest';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import { type Facts, toEvidence } from '../facts/evidence.ts';
import type { Conclusion, GateState } from '../model/diagnosis.ts';
import { GATES, type Gate, type Rule } from '../model/rule.ts';
import { checklist } from './gates.ts';
import { judge } from './judge.ts';
import { rank } from './rank.ts';

const UNEXPLAINED: Conclusion = { is: 'unexplained' };

/** The checklist of a call of which these facts are known, with these causes. */
const gatesOf = (facts: Facts, rules: readonly Rule[] = []): readonly GateState[] => {
  const evidence = toEvidence(facts, { by: 'told' });
  const ranked = rank(judge(rules, evidence));
  const [first] = ranked;
  const conclusion: Conclusion =
    first?.verdict === 'confirmed' || first?.verdict === 'likely'
      ? { is: 'stops-at', gate: first.rule.gate, cause: first.rule.id, verdict: first.verdict }
      : UNEXPLAINED;
  return checklist(evidence, ranked, conclusion);
};
const gateOf = (gate: Gate, facts: Facts, rules: readonly Rule[] = []): GateState | undefined =>
  gatesOf(facts, rules).find((one) => one.gate === gate);
const statesOf = (facts: Facts, rules: readonly Rule[] = []): readonly string[] =>
  gatesOf(facts, rules).map(({ state }) => state);

/** What shows that a gate was passed: each of these alone. */
const PASSED: Readonly<Record<Gate, readonly Facts[]>> = {
  reach: [
    { 'response.status': 403 },
    { 'response.code': 'Forbidden' },
    { 'entra.code': 50105 },
    { 'token-request.status': 401 },
    { 'reach.outcome': 'answered' },
  ],
  'sign-in': [
    { 'sign-in.returned': 'code' },
    { 'sign-in.returned': 'token' },
    { 'sign-in.got-token': true },
    { 'caller.kind': 'service-principal' },
    { 'caller.kind': 'managed-identity' },
  ],
  'token-request': [{ 'sign-in.got-token': true }],
  credential: [{ 'credential.kind': 'access-token', 'credential.integrity': 'whole' }],
  token: [{ 'token.lifetime': 'valid' }],
  audience: [{ 'call.audience': 'right' }],
  'tenant-setting': [
    { 'observed.list-workspaces': 'with-this-one' },
    { 'observed.list-workspaces': 'without-this-one' },
    { 'setting.sp-public-apis': 'covers-caller', 'operation.admin': false },
    { 'observed.reads': 'works' },
  ],
  operation: [
    {
      'operation.found': 'yes',
      'caller.kind': 'managed-identity',
      'operation.service-principal': 'yes',
      'operation.my-workspace': false,
    },
    { 'operation.found': 'yes', 'caller.kind': 'user', 'operation.user': 'yes' },
  ],
  permission: [
    { 'operation.scopes-met': true },
    { 'caller.kind': 'service-principal', 'operation.admin': false },
    { 'caller.kind': 'managed-identity', 'operation.admin': false },
  ],
  workspace: [{ 'operation.role-met': true }, { 'workspace.role': 'admin' }],
  item: [{ 'item.permission': 'write' }],
  service: [{ 'service.health': 'fine', 'capacity.state': 'active' }],
};

/** What comes near to it and shows nothing. */
const NOT_PASSED: readonly (readonly [what: string, gate: Gate, facts: Facts])[] = [
  ['an answer that names no status', 'reach', { 'response.status': null }],
  ['text that names no code', 'reach', { 'response.code': null, 'entra.code': null }],
  ['a redirect that brought an error', 'sign-in', { 'sign-in.returned': 'error' }],
  ['a person, who has to sign in', 'sign-in', { 'caller.kind': 'user' }],
  ['no token issued', 'token-request', { 'sign-in.got-token': false }],
  ['an access token cut off', 'credential', { 'credential.kind': 'access-token', 'credential.integrity': 'cut-off' }],
  ['a whole id token', 'credential', { 'credential.kind': 'id-token', 'credential.integrity': 'whole' }],
  ['an access token of which nobody knows that it is whole', 'credential', { 'credential.kind': 'access-token' }],
  ['a token that expired', 'token', { 'token.lifetime': 'expired' }],
  ['a token for another API', 'audience', { 'call.audience': 'wrong' }],
  ['a list that is refused as well', 'tenant-setting', { 'observed.list-workspaces': 'refused' }],
  [
    'the setting for other APIs than the admin ones',
    'tenant-setting',
    { 'setting.sp-public-apis': 'covers-caller', 'operation.admin': true },
  ],
  [
    'an operation on My workspace, for an app',
    'operation',
    {
      'operation.found': 'yes',
      'caller.kind': 'service-principal',
      'operation.service-principal': 'yes',
      'operation.my-workspace': true,
    },
  ],
  [
    'an operation for apps only, for a person',
    'operation',
    { 'operation.found': 'yes', 'caller.kind': 'user', 'operation.service-principal': 'yes', 'operation.user': 'no' },
  ],
  ['an admin operation, for an app', 'permission', { 'caller.kind': 'service-principal', 'operation.admin': true }],
  ['scopes that are not enough', 'permission', { 'operation.scopes-met': false, 'operation.admin': false }],
  ['a role that need not be enough', 'workspace', { 'workspace.role': 'viewer' }],
  ['the right to read the item', 'item', { 'item.permission': 'read' }],
  [
    'a service that is up, with a capacity that is not',
    'service',
    { 'service.health': 'fine', 'capacity.state': 'paused' },
  ],
];

describe('the checklist', () => {
  it('has each gate once, in the order in which the services check them, with a question of its own', () => {
    const gates = gatesOf({});
    expect(gates.map(({ gate }) => gate)).toEqual(GATES);
    for (const { asks } of gates) expect(asks).toMatch(/^[A-Z][a-z].{15,}\?$/);
    expect(new Set(gates.map(({ asks }) => asks)).size).toBe(GATES.length);
  });

  it('says of no gate that it was passed while nothing is known', () => {
    expect(new Set(statesOf({}))).toEqual(new Set(['unknown']));
  });

  it.each(GATES.flatMap((gate) => PASSED[gate].map((facts) => [gate, JSON.stringify(facts), facts] as const)))(
    'says that %s is passed where %s, and by which words that shows',
    (gate, _, facts) => {
      expect(gateOf(gate, facts)).toMatchObject({ state: 'passed', because: expect.stringMatching(/^[A-Z].{10,}\.$/) });
    },
  );

  it('has words of its own for each gate that is passed', () => {
    const words = GATES.map((gate) => gateOf(gate, PASSED[gate][0] ?? {})?.because);
    expect(new Set(words).size).toBe(GATES.length);
  });

  it.each(NOT_PASSED)('does not take %s for a passed gate %s', (_, gate, facts) => {
    expect(gateOf(gate, facts)?.state).toBe('unknown');
  });
});

describe('a gate that is unknown', () => {
  it('names what a person can find out first', () => {
    expect(gateOf('workspace', {})?.because).toBe('Not known: the role of the caller in the workspace.');
    expect(gateOf('operation', {})?.because).toBe(
      'Not known: who calls: a person, an app as itself, or a managed identity.',
    );
  });

  it('names what would have to be seen where nobody can be asked', () => {
    expect(gateOf('token-request', {})?.because).toBe('Not seen: whether a token was issued.');
  });

  it('says that it cannot be seen where nothing more would show it', () => {
    expect(gateOf('item', { 'item.permission': 'read' })?.because).toBe('It cannot be seen from here.');
  });
});

describe('where the call stops', () => {
  const refused = { 'response.status': 403 } as const;
  const role = smallRule('no-role', { gate: 'workspace', signs: [smallSign('strong', refused)] });
  const expired = smallRule('expired', { gate: 'token', signs: [smallSign('conclusive', refused)] });
  const paused = smallRule('paused', { gate: 'service', signs: [smallSign('conclusive', refused)] });
  const missing = smallRule('missing', { gate: 'item', signs: [smallSign('strong', refused)] });

  it('the gate has failed, with the cause for a reason, and what lies behind was not reached', () => {
    const gates = gatesOf({ ...refused, 'item.permission': 'write' }, [role]);
    expect(gates.slice(9)).toMatchObject([
      { gate: 'workspace', state: 'failed', because: 'No-role.' },
      { gate: 'item', state: 'not-reached', because: 'The call stopped before.' },
      { gate: 'service', state: 'not-reached', because: 'The call stopped before.' },
    ]);
  });

  it('what lies before is passed where that shows, and unknown elsewhere', () => {
    const states = statesOf({ ...refused, 'token.lifetime': 'valid' }, [role]);
    expect(states.slice(0, 6)).toEqual(['passed', 'unknown', 'unknown', 'unknown', 'passed', 'unknown']);
  });

  it('a confirmed cause behind it has failed too: it would stop the next call', () => {
    const gates = gatesOf(refused, [expired, paused]);
    expect(gates.filter(({ state }) => state === 'failed')).toMatchObject([
      { gate: 'token', because: 'Expired.' },
      { gate: 'service', because: 'Paused.' },
    ]);
  });

  it('a cause that is only likely has failed no gate but the one where the call stops', () => {
    expect(gateOf('item', refused, [expired, missing])?.state).toBe('not-reached');
    expect(gateOf('item', refused, [missing, { ...role, signs: [...role.signs, ...role.signs] }])?.state).toBe(
      'not-reached',
    );
  });

  it('it is the cause that ranks first that has failed the gate, of several there', () => {
    const other = smallRule('another', { gate: 'token', signs: [smallSign('strong', refused)] });
    expect(gateOf('token', refused, [other, expired])?.because).toBe('Expired.');
  });
});

describe('a call without an answer', () => {
  it.each(['dns', 'tls', 'timeout', 'refused', 'proxy', 'no-answer'] as const)(
    'never arrived, whatever the cause (%s)',
    (outcome) => {
      const [reach, ...others] = gatesOf({ 'reach.outcome': outcome, 'token.lifetime': 'valid' });
      expect(reach).toMatchObject({ state: 'failed', because: 'No answer came.' });
      expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['not-reached']));
    },
  );

  it('stops where its cause is known to lie', () => {
    const facts: Facts = { 'reach.outcome': 'dns' };
    const rule = smallRule('firewall', { gate: 'reach', signs: [smallSign('strong', { 'reach.outcome': 'dns' })] });
    expect(gateOf('reach', facts, [rule])?.because).toBe('Firewall.');
    const token = { ...rule, gate: 'token' } as const;
    expect(statesOf(facts, [token]).slice(0, 6)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'failed',
      'not-reached',
    ]);
  });

  it('is none while nobody knows whether an answer came', () => {
    expect(gateOf('reach', {})).toMatchObject({ state: 'unknown' });
  });
});
