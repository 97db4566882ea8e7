import { describe, expect, it } from 'vitest';
import { smallRule, smallSign } from '../../test/support/small-rules.ts';
import { toEvidence } from '../facts/evidence.ts';
import type { RuleBook } from '../model/rule.ts';
import { rulesFor, signsOfWords, withoutWords, withWords } from './rule-book.ts';

const words = smallSign('weak', { 'evidence.text': { contains: 'outage' } });
const wordsOfCall = smallSign('strong', { 'evidence.text': { contains: 'outage' }, 'response.status': 503 });
const either = smallSign('strong', [{ 'evidence.text': { contains: 'outage' } }, { 'service.health': 'incident' }]);
const healthAlone = smallSign('strong', [{ 'service.health': 'incident' }]);
const health = smallSign('conclusive', { 'service.health': 'incident' });
const outage = smallRule('outage', { signs: [words, health, wordsOfCall, either], 'counter-signs': [health, words] });
const silent = smallRule('silent');

describe('a rule without words', () => {
  it('lacks the signs and blocks that nothing but words can make hold, and keeps the others in their order', () => {
    expect(withoutWords(outage)).toEqual({ ...outage, signs: [health, healthAlone], 'counter-signs': [health] });
    expect(withoutWords(silent)).toEqual(silent);
  });

  it('is the whole rule again with what was left out, each sign and block in its place', () => {
    for (const rule of [outage, silent]) expect(withWords(withoutWords(rule), signsOfWords(rule))).toEqual(rule);
  });
});

describe('the rules that count', () => {
  const bare = toEvidence({ 'response.status': 403 }, { by: 'told' });
  const spoken = toEvidence({ 'evidence.text': 'an outage' }, { by: 'told' });

  it('look for words where a paste has some, and nowhere else', () => {
    const rules = [outage, silent];
    expect(rulesFor(rules, spoken)).toBe(rules);
    expect(rulesFor(rules, bare)).toEqual(rules.map(withoutWords));
    expect(rulesFor(rules, bare)).toBe(rulesFor(rules, bare));
  });

  it('are read from a book only in the form that is needed', () => {
    const read: string[] = [];
    const book: RuleBook = {
      get all() {
        read.push('all');
        return [outage];
      },
      get wordless() {
        read.push('wordless');
        return [silent];
      },
    };
    expect([rulesFor(book, bare), read]).toEqual([[silent], ['wordless']]);
    expect([rulesFor(book, spoken), read]).toEqual([[outage], ['wordless', 'all']]);
  });
});
