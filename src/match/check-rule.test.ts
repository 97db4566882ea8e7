import { describe, expect, it } from 'vitest';
import { checkRule } from './check-rule.ts';

const good = {
  id: 'some-cause',
  title: 'Something is wrong',
  gate: 'workspace',
  likelihood: 'common',
  signs: [{ strength: 'weak', when: { 'response.status': [401, 403] }, because: 'It answered {response.status}.' }],
  explain: 'It happens.',
  fix: [{ do: 'Mend it.', who: 'caller', confirm: { 'response.status': 200 } }],
  sources: ['https://learn.microsoft.com/fabric/'],
};

const codes = (rule: unknown): readonly string[] => checkRule(rule).map(({ code, at }) => `${code} ${at.join('.')}`);
const withWhen = (when: unknown) => ({ ...good, signs: [{ strength: 'weak', when, because: 'So it is.' }] });

describe('a rule', () => {
  it('that is good has no problems', () => expect(codes(good)).toEqual([]));

  it.each([
    [
      'a fact that does not exist',
      withWhen({ 'response.statsu': 403 }),
      'RULE_UNKNOWN_FACT signs.0.when.response.statsu',
    ],
    [
      'an operator that does not exist',
      withWhen({ 'response.status': { above: 400 } }),
      'RULE_UNKNOWN_OPERATOR signs.0.when.response.status.above',
    ],
    [
      'a value that the fact cannot have',
      withWhen({ 'workspace.role': 'owner' }),
      'RULE_BAD_VALUE signs.0.when.workspace.role',
    ],
    ['equality on a list', withWhen({ 'token.scp': 'Item.Read.All' }), 'RULE_WRONG_OPERATOR signs.0.when.token.scp'],
    [
      'has on a single value',
      withWhen({ 'response.code': { has: 'X' } }),
      'RULE_WRONG_OPERATOR signs.0.when.response.code.has',
    ],
    ['a number as text', withWhen({ 'response.status': '403' }), 'RULE_BAD_VALUE signs.0.when.response.status'],
    ['an empty condition', withWhen({}), 'RULE_BAD_VALUE signs.0.when'],
    ['a slot of a fact that does not exist', { ...good, explain: 'See {caller.nam}.' }, 'RULE_UNKNOWN_FACT explain'],
    ['a slot of a hidden fact', { ...good, explain: 'It said {entra.text}.' }, 'RULE_HIDDEN_SLOT explain'],
    ['a gate that does not exist', { ...good, gate: 'door' }, 'RULE_BAD_VALUE gate'],
    ['a field that does not exist', { ...good, priority: 1 }, 'RULE_UNKNOWN_FIELD priority'],
    ['no fix', { ...good, fix: [] }, 'RULE_BAD_VALUE fix'],
  ])('with %s is refused at its place', (_name, rule, problem) => expect(codes(rule)).toContain(problem));

  it('without a required field is refused', () => {
    const { title: _title, ...rest } = good;
    expect(codes(rest)).toEqual(['RULE_MISSING_FIELD ']);
  });

  it('that is no map is refused', () => expect(codes(['x'])).toEqual(['RULE_BAD_VALUE ']));
});
