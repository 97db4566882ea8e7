import { describe, expect, it } from 'vitest';
import { askedFor, cause } from '../../test/support/small-question.ts';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import type { FactPath } from '../facts/catalog.ts';
import { bestOf, type Candidate } from './weigh.ts';

/** A cause that nothing tells from the others. */
const bystander = smallRule('bystander');
const changed = cause('changed', 'observed.started', 'just-changed');
const outage = cause('outage', 'service.health', 'incident');
const network = cause('network', 'observed.other-network', 'works');
const guest = smallRule('guest', { signs: [smallSign('strong', { 'caller.guest': true })] });

describe('of questions that settle as much', () => {
  it('what a person knows is asked before what must be looked up', () => {
    expect(askedFor([outage, changed])).toBe('observed.started');
  });

  it('what can be looked up is asked before what an administrator must be asked', () => {
    const blocked = cause('blocked', 'network.private-link', 'blocks');
    expect(askedFor([blocked, outage])).toBe('service.health');
    expect(askedFor([blocked, outage], { asked: ['service.health'] })).toBe('network.private-link');
  });

  it('a command to run is as good as looking up: then the order of the catalog decides', () => {
    expect(askedFor([outage, network])).toBe('observed.other-network');
  });

  it('the one about the commoner cause is asked', () => {
    const rare = { likelihood: 'rare' } as const;
    expect(askedFor([{ ...network, ...rare }, outage])).toBe('service.health');
    expect(askedFor([network, { ...outage, ...rare }])).toBe('observed.other-network');
    expect(
      askedFor([
        { ...network, ...rare },
        { ...outage, likelihood: 'uncommon' },
      ]),
    ).toBe('service.health');
  });

  it('the one about a cause for which something speaks is asked', () => {
    const weakly = { ...outage, signs: [...outage.signs, smallSign('weak', { 'response.status': 503 })] };
    expect(askedFor([network, weakly, bystander], { facts: { 'response.status': 503 } })).toBe('service.health');
  });
});

describe('what a question rests on', () => {
  const rules = [guest, bystander, smallRule('another')];

  it('is asked first while it is doubtful', () => {
    expect(askedFor(rules)).toBe('caller.kind');
  });

  it('is not asked again once it was, though nobody could tell it', () => {
    expect(askedFor(rules, { asked: ['caller.kind'] })).toBe('caller.guest');
  });

  it('makes way for the question where it holds, and forbids it where it does not', () => {
    expect(askedFor(rules, { facts: { 'caller.kind': 'user' } })).toBe('caller.guest');
    expect(askedFor(rules, { facts: { 'caller.kind': 'service-principal' } })).toBeUndefined();
  });

  it('is taken for granted where it is as good as certain by what speaks for the causes', () => {
    const ofPeople = { 'possible-when': { 'caller.kind': 'user' } } as const;
    const likely = cause('likely', 'response.code', 'Forbidden', ofPeople);
    const rare = smallRule('rare', { likelihood: 'rare' });
    const weakly = smallSign('weak', { 'response.code': 'Forbidden' });
    const guests = smallRule('guests', {
      ...ofPeople,
      signs: [smallSign('conclusive', { 'caller.guest': true }), weakly],
    });
    const known = { facts: { 'response.code': 'Forbidden' } } as const;
    expect(askedFor([likely, guests, rare], known)).toBe('caller.guest');
  });

  it('is passed over where nobody can be asked for it: no question is lost by it', () => {
    const ofCode = cause('of-code', 'response.code', 'Gone');
    expect(askedFor([ofCode, bystander], { told: { 'call.refused-by': 'api' } })).toBe('response.code');
    expect(
      askedFor([ofCode, bystander], { told: { 'call.refused-by': 'api' }, facts: { 'response.body': 'empty' } }),
    ).toBeUndefined();
  });

  it('leaves nothing to ask where another fact has told it', () => {
    const reached = cause('reached', 'reach.outcome', 'dns');
    expect(askedFor([reached, bystander])).toBe('reach.outcome');
    expect(askedFor([reached, bystander], { facts: { 'response.status': 403 } })).toBeUndefined();
  });
});

describe('somebody who could not tell one fact of a cause', () => {
  const two = smallRule('two', {
    signs: [smallSign('strong', { 'tenant.used-fabric': 'no' }), smallSign('strong', { 'observed.started': 'always' })],
  });
  const rules = [two, cause('other', 'setting.changed', 'minutes-ago', { likelihood: 'uncommon' }), bystander];

  it('is asked about another cause next: they seldom can tell its others', () => {
    expect(askedFor(rules, { asked: ['service.health'] })).toBe('tenant.used-fabric');
    expect(askedFor(rules, { asked: ['tenant.used-fabric'] })).toBe('setting.changed');
  });

  it('is asked on about the same one where they could tell it', () => {
    const told = { 'tenant.used-fabric': 'yes' } as const;
    expect(askedFor(rules, { told, asked: ['tenant.used-fabric'] })).toBe('observed.started');
  });

  it('is not thought to know little of a cause that the fact only spoke for weakly', () => {
    const weakly = { ...two, signs: [smallSign('weak', { 'tenant.used-fabric': 'no' }), ...two.signs.slice(1)] };
    expect(askedFor([weakly, ...rules.slice(1)], { asked: ['tenant.used-fabric'] })).toBe('observed.started');
  });
});

describe('the best candidate', () => {
  const candidate = (path: FactPath, most: number): Candidate => ({ path, premises: [], most });
  const first = candidate('caller.kind', 5);
  const second = candidate('service.health', 9);
  const worth =
    (scores: Readonly<Record<string, number>>, weighed: string[] = []) =>
    ({ path }: Candidate): number => {
      weighed.push(path);
      return scores[path] ?? 0;
    };

  it('is the one that is worth most, and of equals the one that comes first', () => {
    expect(bestOf([first, second], worth({ 'caller.kind': 2, 'service.health': 3 }), 0)).toEqual({
      best: second,
      score: 3,
    });
    expect(bestOf([first, second], worth({ 'caller.kind': 3, 'service.health': 3 }), 0).best).toBe(first);
    expect(bestOf([second, first], worth({ 'caller.kind': 3, 'service.health': 3 }), 0).best).toBe(second);
  });

  it('is none where none is worth more than the least', () => {
    expect(bestOf([first, second], worth({ 'caller.kind': 1, 'service.health': 1 }), 1)).toEqual({ score: 1 });
    expect(bestOf([], worth({}), 1)).toEqual({ score: 1 });
  });

  it('is found without weighing those that cannot be better', () => {
    const weighed: string[] = [];
    bestOf([first, second], worth({ 'service.health': 6 }, weighed), 0);
    expect(weighed).toEqual(['service.health']);
  });
});
