import { describe, expect, it } from 'vitest';
import { fillGeneral } from './general-words.ts';

describe('a sentence about a condition', () => {
  it('names the value that the condition asks for, or each of them', () => {
    expect(fillGeneral('(AADSTS{entra.code})', { 'entra.code': 50013 })).toBe('(AADSTS50013)');
    expect(fillGeneral('The answer is {response.status}.', { 'response.status': { in: [502, 503, 504] } })).toBe(
      'The answer is 502, 503 or 504.',
    );
    expect(fillGeneral('It is {credential.integrity}.', { 'credential.integrity': ['cut-off', 'altered'] })).toBe(
      'It is cut off or altered.',
    );
  });

  it('takes the values of the list that a code was picked from, and of every block', () => {
    const when = [{ 'response.codes': { has: 'First' } }, { 'response.code': ['Second', 'First'] }];
    expect(fillGeneral('Answered {response.code}.', when)).toBe('Answered First or Second.');
  });

  it('counts what is too much for a sentence', () => {
    const when = { 'entra.code': [1, 2, 3, 4, 5, 6, 7, 8] };
    expect(fillGeneral('{entra.code}', when)).toBe('1, 2, 3, 4, 5 or one of 3 others');
    expect(fillGeneral('{entra.code}', { 'entra.code': [1, 2, 3, 4, 5, 6] })).toBe('1, 2, 3, 4, 5 or 6');
  });

  it('names no value where the condition leaves it open, excludes it, or one block does without it', () => {
    const general = 'The code <code> speaks.';
    for (const when of [
      { 'call.api': 'fabric' },
      { 'response.code': { known: true, 'not-in': ['A'] } },
      [{ 'response.code': 'A' }, { 'response.status': 403 }],
    ])
      expect(fillGeneral('The code {response.code} speaks.', when)).toBe(general);
  });

  it('keeps the words of a report where those read well in general', () => {
    expect(fillGeneral('{caller.label} has no role.', {})).toBe('the caller has no role.');
  });
});
