import { describe, expect, it } from 'vitest';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import { type Facts, toEvidence } from '../facts/evidence.ts';
import type { Finding, Verdict } from '../model/diagnosis.ts';
import type { Rule, When } from '../model/rule.ts';
import { toFinding } from './find.ts';
import { judge } from './judge.ts';

const refused: When = { 'response.status': 403 };

/** What is found of one cause where these facts are known. */
const findingOf = (part: Partial<Rule>, facts: Facts): Finding => {
  const evidence = toEvidence(facts, { by: 'told' });
  const [judgement] = judge([smallRule('no-role', part)], evidence);
  if (judgement === undefined) throw new Error('nothing was judged');
  return toFinding(judgement, evidence);
};
const textsOf = (reasons: readonly { readonly text: string }[]): readonly string[] => reasons.map(({ text }) => text);

it('a finding names its cause as the rule has it, with its verdict', () => {
  const part: Partial<Rule> = {
    gate: 'item',
    likelihood: 'rare',
    signs: [smallSign('strong', refused)],
    'mistaken-for': ['another'],
    sources: ['https://example.com/page'],
  };
  expect(findingOf(part, { 'response.status': 403 })).toMatchObject({
    cause: 'no-role',
    title: 'No-role',
    gate: 'item',
    verdict: 'likely',
    likelihood: 'rare',
    mistakenFor: ['another'],
    sources: ['https://example.com/page'],
  });
});

it('a finding of a cause that is mistaken for nothing says so with an empty list', () => {
  expect(findingOf({}, {}).mistakenFor).toEqual([]);
});

it('an explanation speaks of this call, and leaves the words of the catalog where a fact is unknown', () => {
  const explain = 'The answer {response.status} came from {request.url}.';
  expect(findingOf({ explain }, { 'response.status': 403 }).explain).toBe(
    'The answer 403 came from <URL of the call>.',
  );
});

describe('the reasons for a cause', () => {
  it('are the signs that hold, the strongest first, filled, with the facts and what they rest on', () => {
    const signs = [
      smallSign('weak', { 'caller.kind': 'user' }, 'A person calls.'),
      smallSign('strong', { 'workspace.role': 'none' }, 'There is no role.'),
      smallSign('strong', { 'caller.kind': 'service-principal' }, 'An app calls.'),
      smallSign('conclusive', { ...refused, 'caller.kind': 'user' }, 'It answered {response.status}.'),
      smallSign('weak', { 'token.lifetime': 'valid' }, 'Nobody knows this.'),
    ];
    const facts: Facts = { 'response.status': 403, 'caller.kind': 'user', 'workspace.role': 'none' };
    expect(findingOf({ signs }, facts).for).toEqual([
      {
        strength: 'conclusive',
        text: 'It answered 403.',
        facts: ['response.status', 'caller.kind'],
        rests: ['answer'],
      },
      { strength: 'strong', text: 'There is no role.', facts: ['workspace.role'], rests: ['answer'] },
      { strength: 'weak', text: 'A person calls.', facts: ['caller.kind'], rests: ['answer'] },
    ]);
  });

  it('say once what two signs say, at the greater strength', () => {
    const signs = [smallSign('weak', refused, 'No.'), smallSign('strong', refused, 'No.')];
    expect(findingOf({ signs }, { 'response.status': 403 }).for).toMatchObject([{ strength: 'strong', text: 'No.' }]);
  });
});

describe('the reasons against a cause', () => {
  const counter: Partial<Rule> = { 'counter-signs': [smallSign('strong', { 'workspace.role': 'admin' }, 'An admin.')] };

  it('are the counter-signs that hold', () => {
    expect(textsOf(findingOf(counter, { 'workspace.role': 'admin' }).against)).toEqual(['An admin.']);
    expect(findingOf(counter, { 'workspace.role': 'viewer' }).against).toEqual([]);
    expect(findingOf({}, { 'workspace.role': 'admin' }).against).toEqual([]);
  });

  it('begin with why it is not possible, by the facts that rule it out and what these rest on', () => {
    const part: Partial<Rule> = { ...counter, 'possible-when': { 'caller.kind': 'user', 'response.status': 401 } };
    const facts: Facts = { 'caller.kind': 'service-principal', 'workspace.role': 'admin' };
    const finding = findingOf(part, facts);
    expect(finding.verdict).toBe('ruled-out');
    expect(finding.against).toMatchObject([
      {
        strength: 'conclusive',
        text: 'It cannot be this: caller.kind is service-principal.',
        facts: ['caller.kind', 'response.status'],
        rests: ['answer'],
      },
      { text: 'An admin.' },
    ]);
    expect(textsOf(findingOf(part, { ...facts, 'response.status': 404 }).against)).toContain(
      'It cannot be this: caller.kind is service-principal, response.status is 404.',
    );
  });

  it('say nothing of possibility while it is open or given', () => {
    const part: Partial<Rule> = { 'possible-when': { 'caller.kind': 'user' } };
    expect(findingOf(part, {}).against).toEqual([]);
    expect(findingOf(part, { 'caller.kind': 'user' }).against).toEqual([]);
  });

  it('quote nothing of a text that must not be shown', () => {
    const part: Partial<Rule> = { 'possible-when': { 'evidence.text': { contains: 'gateway' } } };
    const { against } = findingOf(part, { 'evidence.text': 'my boss is mean' });
    expect(textsOf(against)).toEqual(['It cannot be this: what was read does not fit.']);
  });
});

describe('what is open', () => {
  it('are the facts that possibility, signs and counter-signs lack, each once', () => {
    const part: Partial<Rule> = {
      'possible-when': { 'caller.kind': 'user' },
      signs: [
        smallSign('strong', { 'workspace.role': 'none', 'caller.kind': 'user' }),
        smallSign('weak', { 'response.status': 403 }),
      ],
      'counter-signs': [smallSign('strong', { 'item.permission': 'write' })],
    };
    expect(findingOf(part, { 'response.status': 403 }).open).toEqual([
      'caller.kind',
      'workspace.role',
      'item.permission',
    ]);
  });

  it('is nothing where all is decided', () => {
    expect(findingOf({ signs: [smallSign('strong', refused)] }, { 'response.status': 401 }).open).toEqual([]);
  });
});

describe('a fix step', () => {
  it('is filled with what is known of this call: words, place and commands', () => {
    const fix: Rule['fix'] = [
      {
        do: 'Give {caller.label} a role.',
        who: 'workspace-admin',
        where: 'Fabric portal > {call.workspace-id} > Manage access',
        command: { curl: 'curl {request.url}', az: 'az rest --url {call.scope}' },
        confirm: { 'response.status': 200 },
      },
    ];
    const facts: Facts = {
      'caller.label': 'the app Reports',
      'call.workspace-id': 'Sales',
      'request.url': 'https://api.fabric.microsoft.com/v1/workspaces',
      'call.scope': 'a; rm -rf b',
    };
    expect(findingOf({ fix }, facts).fix).toEqual([
      {
        do: 'Give the app Reports a role.',
        who: 'workspace-admin',
        where: 'Fabric portal > Sales > Manage access',
        command: {
          curl: 'curl https://api.fabric.microsoft.com/v1/workspaces',
          az: expect.not.stringContaining('rm -rf'),
        },
        confirm: 'the status of the answer is 200',
      },
    ]);
  });

  it('has no more parts than the rule gives it', () => {
    expect(findingOf({ fix: [{ do: 'Wait.', who: 'nobody' }] }, {}).fix).toEqual([{ do: 'Wait.', who: 'nobody' }]);
  });
});

it('a step is shown where it is meant: `when` is known to hold, and `unless` is not', () => {
  const step = { who: 'caller' } as const;
  const fix: Rule['fix'] = [
    { ...step, do: 'always' },
    { ...step, do: 'for apps', when: { 'caller.kind': 'service-principal' } },
    { ...step, do: 'not for users', unless: { 'caller.kind': 'user' } },
  ];
  const shown = (facts: Facts): readonly string[] => findingOf({ fix }, facts).fix.map(({ do: what }) => what);
  expect(shown({})).toEqual(['always', 'not for users']);
  expect(shown({ 'caller.kind': 'user' })).toEqual(['always']);
  expect(shown({ 'caller.kind': 'service-principal' })).toEqual(['always', 'for apps', 'not for users']);
});

describe('what a call reads like', () => {
  const text = 'the capacity is paused';

  /** What is found of the cause whose rule has this id. */
  const readAs = (id: string, verdict: Verdict): Finding => {
    const evidence = toEvidence({ 'evidence.text': text }, { by: 'told' });
    const [judgement] = judge([smallRule(id)], evidence);
    if (judgement === undefined) throw new Error('nothing was judged');
    return toFinding({ ...judgement, verdict }, evidence);
  };

  it('is the last reason for a cause, with the words that it goes by and what it rests on', () => {
    expect(readAs('capacity-paused-or-wrong', 'possible').for).toEqual([
      {
        strength: 'weak',
        text: 'It reads like other calls with this cause, by words such as "paused", "capacity".',
        facts: ['evidence.text'],
        rests: ['paste', 'other-calls'],
      },
    ]);
  });

  it('is a strong sign where the cause is likely by nothing else', () => {
    expect(readAs('capacity-paused-or-wrong', 'likely').for.map(({ strength }) => strength)).toEqual(['strong']);
  });

  it('is no reason for a cause whose calls read otherwise, or of which nothing is known', () => {
    expect(readAs('redirect-uri-mismatch', 'possible').for).toEqual([]);
    expect(readAs('of-nobody', 'possible').for).toEqual([]);
  });
});
