import { describe, expect, it } from 'vitest';
import { WHO } from '../model/fact.ts';
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

const FIELDS = [
  ...['id', 'title', 'gate', 'likelihood', 'possible-when', 'signs', 'counter-signs', 'explain', 'fix'],
  ...['mistaken-for', 'sources'],
];

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

  it('may have every optional field, and conditions of every form', () => {
    const step = {
      do: 'Mend it.',
      who: 'nobody',
      where: 'There',
      command: { az: 'az login' },
      confirm: [{ 'response.status': 200 }],
    };
    const tests = [
      { 'token.scp': { has: 'Item.Read.All', contains: ['a', 'b'] } },
      { 'token.roles': { lacks: ['a'], known: true } },
      { 'response.code': { in: ['A'], 'not-in': ['B'], 'starts-with': 'A', matches: 'A*' } },
      { 'token.exp': { before: '2026-03-01T12:00:00Z' }, 'caller.guest': false, 'workspace.role': ['none', 'viewer'] },
    ];
    const whole = {
      ...withWhen(tests),
      'possible-when': tests[0],
      'counter-signs': [],
      fix: [step],
      'mistaken-for': ['other'],
    };
    expect(codes(whole)).toEqual([]);
  });

  const WRONG: readonly (readonly [change: object, says: string])[] = [
    [{ title: ' ' }, 'title must be a text'],
    [{ title: 5 }, 'title must be a text'],
    [{ explain: 'See {caller.nam}.' }, 'explain the slot {caller.nam} names no fact'],
    [{ explain: 'It said {entra.text}.' }, 'explain {entra.text} is hidden: it may be compared, never printed'],
    [{ likelihood: 'often' }, 'likelihood must be one of common, uncommon, rare'],
    [{ signs: 'x' }, 'signs must be a list that is not empty'],
    [{ signs: [] }, 'signs must be a list that is not empty'],
    [{ sources: [] }, 'sources must be a list that is not empty'],
    [{ 'mistaken-for': 'x' }, 'mistaken-for must be a list'],
    [{ 'counter-signs': {} }, 'counter-signs must be a list'],
    [{ 'counter-signs': ['x'] }, 'counter-signs.0 must be a map'],
    [{ 'counter-signs': [null] }, 'counter-signs.0 must be a map'],
    [{ 'possible-when': [] }, 'possible-when must be a list that is not empty'],
    [{ 'possible-when': 'x' }, 'possible-when must be a map of tests by fact'],
    [{ priority: 1 }, `priority priority is no field here; there are ${FIELDS.join(', ')}`],
    [withWhen({ 'x.y': 1 }), 'signs.0.when.x.y x.y is no fact of the catalog'],
    [withWhen({ 'response.status': 'x' }), 'signs.0.when.response.status must be a number'],
    [withWhen({ 'caller.guest': 'yes' }), 'signs.0.when.caller.guest must be a boolean'],
    [withWhen({ 'response.code': 1 }), 'signs.0.when.response.code must be a string'],
    [withWhen({ 'token.scp': ['a'] }), 'signs.0.when.token.scp token.scp is a list; use has or lacks'],
    [withWhen({ 'token.scp': { in: ['a'] } }), 'signs.0.when.token.scp.in in is for single values; use has or lacks'],
    [
      withWhen({ 'token.scp': { 'not-in': ['a'] } }),
      'signs.0.when.token.scp.not-in not-in is for single values; use has or lacks',
    ],
    [
      withWhen({ 'response.code': { lacks: 'x' } }),
      'signs.0.when.response.code.lacks lacks is for lists; use in or not-in',
    ],
    [withWhen({ 'response.code': { has: 'x' } }), 'signs.0.when.response.code.has has is for lists; use in or not-in'],
    [withWhen({ 'response.code': { known: 'yes' } }), 'signs.0.when.response.code.known must be true or false'],
    [withWhen({ 'response.code': { in: [1] } }), 'signs.0.when.response.code.in must be a string'],
    [withWhen({ 'response.code': { 'not-in': [1] } }), 'signs.0.when.response.code.not-in must be a string'],
    [withWhen({ 'token.scp': { has: [1] } }), 'signs.0.when.token.scp.has must be a string'],
    [withWhen({ 'token.scp': { lacks: 1 } }), 'signs.0.when.token.scp.lacks must be a string'],
    [withWhen({ 'entra.codes': { has: 'x' } }), 'signs.0.when.entra.codes.has must be a number'],
    [
      withWhen({ 'response.code': { contains: ['x', 1] } }),
      'signs.0.when.response.code.contains must be a text, or a list of texts',
    ],
    [{ fix: [{ who: 'me' }] }, 'fix.0 do is missing'],
    [{ fix: [{ do: 'x', who: 'me' }] }, `fix.0.who must be one of ${WHO.join(', ')}`],
    [{ fix: [{ do: 'x', who: 'caller', where: 1 }] }, 'fix.0.where must be a text'],
    [{ fix: [{ do: 'x', who: 'caller', command: 'az' }] }, 'fix.0.command must be a map of texts'],
    [{ fix: [{ do: 'x', who: 'caller', command: { az: 1 } }] }, 'fix.0.command.az must be a text'],
    [{ fix: [{ do: 'x', who: 'caller', confirm: 1 }] }, 'fix.0.confirm must be a map of tests by fact'],
    [{ fix: [{ do: 'x', who: 'caller', when: 1 }] }, 'fix.0.when must be a map of tests by fact'],
    [{ fix: [{ do: 'x', who: 'caller', unless: 1 }] }, 'fix.0.unless must be a map of tests by fact'],
    [
      withWhen({ 'response.status': { above: 400 } }),
      'signs.0.when.response.status.above above is no operator; there are in, not-in, has, lacks, starts-with, contains, matches, before, after, known',
    ],
    [{ signs: [{}] }, 'signs.0 strength is missing'],
    [{ signs: [{}] }, 'signs.0 when is missing'],
    [{ signs: [{}] }, 'signs.0 because is missing'],
    [{ signs: [{ strength: 'some' }] }, 'signs.0.strength must be one of conclusive, strong, weak'],
    [{ fix: [{ do: 'x' }] }, 'fix.0 who is missing'],
    [{ signs: [{ strength: '', when: {}, because: '' }] }, 'signs.0.because must be a text'],
    [
      withWhen({ 'workspace.role': 'owner' }),
      'signs.0.when.workspace.role must be one of none, viewer, contributor, member, admin',
    ],
  ];
  it.each(WRONG)('says what is wrong, where: %j', (change, says) => {
    const problems = checkRule({ ...good, ...change }).map(({ at, text }) => `${at.join('.')} ${text}`);
    expect(problems).toContain(says);
    for (const { code } of checkRule({ ...good, ...change })) expect(code).toMatch(/^RULE_[A-Z_]+$/);
  });

  it('names every field that is missing', () => {
    const missing = checkRule({}).map(({ text }) => text);
    expect(missing).toEqual(Object.keys(good).map((name) => `${name} is missing`));
  });

  it('that is no map is refused', () => expect(codes(['x'])).toEqual(['RULE_BAD_VALUE ']));
});
