import { describe, expect, it } from 'vitest';
import { askedFor, cause, questionFor } from '../../test/support/small-question.ts';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import type { Derivation } from '../facts/derivation.ts';
import type { Facts } from '../facts/evidence.ts';
import type { Rule } from '../model/rule.ts';

/** A cause that nothing tells from the others. */
const bystander = smallRule('bystander');
const changed = cause('changed', 'observed.started', 'just-changed');
const outage = cause('outage', 'service.health', 'incident');
const network = cause('network', 'observed.other-network', 'works');

describe('a question', () => {
  it('names the causes that an answer moves, and no others', () => {
    expect(questionFor([changed, outage, bystander])?.settles).toEqual(['changed']);
  });

  it('names first what it moves most, of causes that it moves as much the first by name, and six at most', () => {
    const causes = ['f', 'b', 'd', 'a', 'c', 'e', 'g'].map((id) => ({ ...changed, id }));
    const most = { ...changed, id: 'z', signs: [smallSign('conclusive', { 'observed.started': 'just-changed' })] };
    expect(questionFor([...causes, most, bystander])?.settles).toEqual(['z', 'a', 'b', 'c', 'd', 'e']);
  });

  it('is what the catalog asks for that fact, with its answers', () => {
    expect(questionFor([changed, bystander])).toMatchObject({
      fact: 'observed.started',
      question: 'Since when does it fail?',
      who: 'caller',
      cost: 'know',
      answers: expect.arrayContaining([{ value: 'always', label: 'It never worked' }]),
    });
  });

  it('is none where one cause is left, or none: no answer could tell it from another', () => {
    expect(askedFor([changed])).toBeUndefined();
    expect(askedFor([])).toBeUndefined();
  });

  it('is none where a cause is confirmed, however open the others are', () => {
    const facts: Facts = { 'response.code': 'Gone' };
    const doubted = (id: string, health: string): Rule => ({
      ...cause(id, 'response.code', 'Gone'),
      'counter-signs': [smallSign('conclusive', { 'service.health': health })],
    });
    const open = [doubted('one', 'fine'), doubted('two', 'incident')];
    const confirmed = cause('confirmed', 'response.code', 'Gone', {}, 'conclusive');
    expect(askedFor(open, { facts })).toBe('service.health');
    expect(askedFor([...open, confirmed], { facts })).toBeUndefined();
  });

  it('is not put about causes that are ruled out', () => {
    const impossible = { ...changed, 'possible-when': { 'response.status': 500 } };
    expect(askedFor([impossible, outage, network], { facts: { 'response.status': 403 } })).toBe(
      'observed.other-network',
    );
  });

  it('is not put twice, and not about what is known, or known to be absent', () => {
    const rules = [changed, outage, bystander];
    expect(askedFor(rules)).toBe('observed.started');
    expect(askedFor(rules, { asked: ['observed.started'] })).toBe('service.health');
    expect(askedFor(rules, { facts: { 'observed.started': 'always' } })).toBe('service.health');
    expect(askedFor(rules, { facts: { 'observed.started': null } })).toBe('service.health');
  });

  it('is not put about a fact that nobody can be asked for', () => {
    expect(askedFor([cause('put', 'request.method', 'PUT'), bystander])).toBeUndefined();
  });

  it('can be about what makes a cause impossible', () => {
    const ofApps = cause('of-apps', 'response.status', '403', {
      'possible-when': { 'caller.kind': 'managed-identity' },
    });
    expect(askedFor([ofApps, bystander])).toBe('caller.kind');
  });

  it('can be about what speaks against a cause', () => {
    const doubted = smallRule('doubted', {
      signs: [smallSign('strong', { 'response.status': 403 })],
      'counter-signs': [smallSign('strong', { 'service.health': 'fine' })],
    });
    const other = smallRule('other', { signs: [smallSign('strong', { 'response.status': 403 })] });
    expect(askedFor([doubted, other], { facts: { 'response.status': 403 } })).toBe('service.health');
  });
});

describe('while nothing speaks for any cause', () => {
  const byApi = cause('by-api', 'call.refused-by', 'api');
  const rules = [byApi, outage, { ...outage, id: 'another' }, bystander];

  it('it is asked what fails, as most other questions rest on that', () => {
    expect(questionFor(rules)).toMatchObject({ fact: 'call.refused-by', settles: ['by-api'] });
  });

  it('what settles most is asked where what fails is known, cannot be told, or tells nothing', () => {
    expect(askedFor(rules, { told: { 'call.refused-by': 'entra' } })).toBe('service.health');
    expect(askedFor(rules, { asked: ['call.refused-by'] })).toBe('service.health');
    expect(askedFor([outage, { ...outage, id: 'another' }, bystander])).toBe('service.health');
  });

  it('the status is asked where a token by itself shows that it is the call that fails', () => {
    const facts = { 'credential.kind': 'access-token', 'call.refused-by': 'api' } as const;
    const all = [
      cause('by-status', 'response.status', 403, { likelihood: 'rare' }),
      changed,
      { ...changed, id: 'another' },
      bystander,
    ];
    expect(questionFor(all, { facts })).toMatchObject({ fact: 'response.status', settles: ['by-status'] });
    expect(askedFor(all, { facts: { ...facts, 'evidence.text': 'words' } })).toBe('observed.started');
  });

  it('what settles most is asked as soon as something speaks for a cause', () => {
    const spoken = { ...outage, signs: [...outage.signs, smallSign('weak', { 'response.status': 503 })] };
    expect(askedFor([byApi, spoken, bystander], { facts: { 'response.status': 503 } })).toBe('service.health');
  });
});

describe('a question of little worth', () => {
  /** Little speaks for an outage, beside four causes that are likely. */
  const refused = ['a', 'b', 'c', 'd'].map((id) => cause(id, 'response.code', 'Forbidden'));
  const weakly = smallSign('weak', { 'response.code': 'Forbidden' });
  const rules = [
    ...refused,
    smallRule('outage', { signs: [smallSign('conclusive', { 'service.health': 'incident' }), weakly] }),
  ];
  const facts: Facts = { 'response.code': 'Forbidden' };
  const given = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `other.fact-${n}`);

  it('is put at first, and not once a person has answered five', () => {
    expect(askedFor(rules, { facts })).toBe('service.health');
    expect(askedFor(rules, { facts, asked: given(4) })).toBe('service.health');
    expect(askedFor(rules, { facts, asked: given(5) })).toBeUndefined();
    expect(askedFor(rules, { facts, told: { 'observed.repeats': 'sometimes' }, asked: given(5) })).toBeUndefined();
  });

  it('is put to somebody who pasted nothing that tells anything until they have answered eight', () => {
    expect(askedFor(rules, { told: facts, asked: given(7) })).toBe('service.health');
    expect(askedFor(rules, { told: facts, asked: given(8) })).toBeUndefined();
    expect(askedFor(rules, { told: facts, facts: { 'token.acct': null }, asked: given(7) })).toBe('service.health');
  });

  it('is put to nobody where it is worth next to nothing', () => {
    const many = Array.from({ length: 4 }, (_, n) => refused.map((rule) => ({ ...rule, id: `${rule.id}${n}` })));
    expect(askedFor([...many.flat(), outage], { facts })).toBeUndefined();
  });

  it('is put on where it is worth as much as a good first one', () => {
    expect(askedFor([changed, outage, bystander], { asked: given(9) })).toBe('observed.started');
  });
});

describe('a fact that follows from an answer', () => {
  const derivation: Derivation = {
    from: ['tenant.used-fabric'],
    gives: ['observed.started'],
    derive: (evidence) => {
      const fact = evidence.get('tenant.used-fabric');
      return fact?.state === 'known' && fact.value === 'no' ? { 'observed.started': 'always' } : {};
    },
  };
  const never = (id: string): Rule => cause(id, 'observed.started', 'always');
  const unused = (part: Partial<Rule>): Rule => cause('unused', 'tenant.used-fabric', 'yes', part);

  it('is asked for itself where that settles nearly as much', () => {
    const rules = [never('never'), unused({ likelihood: 'rare' }), bystander];
    expect(askedFor(rules, { derivations: [derivation] })).toBe('observed.started');
  });

  it('is not asked in its place where the answer settles much more', () => {
    const rules = [never('never'), never('never-either'), unused({}), bystander];
    expect(askedFor(rules, { derivations: [derivation] })).toBe('tenant.used-fabric');
  });

  it('is none that merely settles nearly as much', () => {
    const rules = [never('never'), cause('used', 'tenant.used-fabric', 'no'), bystander];
    const other: Derivation = { ...derivation, from: ['caller.kind'], derive: () => ({}) };
    expect(askedFor(rules, { derivations: [other] })).toBe('tenant.used-fabric');
  });
});
