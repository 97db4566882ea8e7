import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facts, toEvidence } from '../facts/evidence.ts';
import { marksOf, resemblances, tellingWords, wordsOf } from './resemblance.ts';

const read = (text: string, facts: Facts = {}) =>
  toEvidence({ 'evidence.text': text, ...facts }, { by: 'read', place: { paste: 0, line: 1, what: 'text' } });

const mostAlike = (text: string): string | undefined =>
  [...resemblances(read(text))].sort(([, a], [, b]) => b - a)[0]?.[0];

describe('the words of a text', () => {
  it('are words, names of codes and numbers of three digits and more', () => {
    expect([...wordsOf('aadsts50011: the reply_url of 3 apps, idx10205, http/1.1 403')]).toEqual([
      'aadsts50011',
      'the',
      'reply_url',
      'of',
      'apps',
      'idx10205',
      'http',
      '403',
    ]);
  });

  it('are no ids, random letters, addresses and what stands for a person', () => {
    const text = `app 11111111-2222-4333-8444-555555555555 9f86d081884c7d65 ada@contoso.example "mail-1" person-2
      https://host/groups/fadedbad-cafe-4bad-8bed-decadefacade/items/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`;
    expect([...wordsOf(text)]).toEqual(['app', 'https', 'host', 'groups', 'items']);
  });

  it('are those at the beginning of a long text', () => {
    expect(wordsOf(`${'word '.repeat(10_000)} last`).has('last')).toBe(false);
  });
});

describe('the marks of a call', () => {
  it('are its words, and what they were read to mean but for ids', () => {
    const facts: Facts = { 'response.status': 403, 'call.workspace-id': '11111111-2222-4333-8444-555555555555' };
    expect([...marksOf(read('access denied', facts))]).toEqual(['access', 'denied', 'response.status=403']);
  });
});

describe('what a call resembles', () => {
  it.each([
    ['authorization: bearer', false],
    ["-h 'authorization: bearer '", true],
    ['bearer "" ', false],
    ['authorization failed', true],
  ])('is asked of what says more than a credential: %s', (text, isAsked) => {
    expect(resemblances(read(text)).size > 0).toBe(isAsked);
  });

  it.each([
    ['the client secret expired yesterday, create a new secret', 'expired-client-secret'],
    ['clock skew: token is not valid yet, nbf is in the future', 'token-not-yet-valid'],
    ['the capacity was paused by somebody, resume the capacity', 'capacity-paused-or-wrong'],
    ['too many requests, slow down and retry after 30 seconds', 'throttled'],
  ])('%s', (text, cause) => {
    expect(mostAlike(text)).toBe(cause);
  });

  it('is nothing where no words were pasted', () => {
    expect(resemblances(new Map())).toEqual(new Map());
    expect(resemblances(toEvidence({ 'response.status': 403 }, { by: 'told' }))).toEqual(new Map());
    expect(resemblances(read('zxqv'))).toEqual(new Map());
    expect(resemblances(read('zxqv', { 'call.refuses-all': false }))).toEqual(new Map());
  });

  it('is a matter of more and less: over all causes it comes to what chance gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('token', 'expired', '403', 'capacity', 'secret', 'zxqv', '__proto__')),
        (words) => {
          const scores = [...resemblances(read(words.join(' '))).values()];
          const sum = scores.reduce((whole, score) => whole + Math.exp(score), 0);
          expect(sum).toBeCloseTo(scores.length, 6);
        },
      ),
    );
  });

  it('is told by its most telling words', () => {
    expect(tellingWords(read('the capacity is paused'), 'capacity-paused-or-wrong', 2)).toEqual(['paused', 'capacity']);
    expect(tellingWords(read('the capacity is paused'), 'of-nobody', 2)).toEqual([]);
  });
});
