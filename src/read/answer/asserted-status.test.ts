import { describe, expect, it } from 'vitest';
import { statusesIn } from './status-words.ts';

const statuses = (text: string): readonly number[] => statusesIn(text).map(({ status }) => status);

describe('a status in what a test says', () => {
  it.each([
    'AssertionError: expected 401 to equal 200',
    'AssertionError: expected 401 to be 200 // Object.is equality',
    'E       assert 401 == 200',
    'Expected status code <200> but was <401>.',
    "Expected status code is: '200' but the actual status code is: '401')",
    'expected 200 "OK", got 401 "Unauthorized"',
    'Expected: 200\nReceived: 401',
    '    Expected: 200\n    Actual:   401',
    '401 != 200',
    'status code was: 401, expected: 200, response time in milliseconds: 222',
  ])('is read: %s', (text) => {
    expect(statuses(text)).toEqual([401]);
  });

  it.each([
    'Expected 200 rows but was 401 rows.',
    'expected 401 to be below 500',
    'assert len(rows) == 401',
    'expected 200 items and 401 others',
  ])('is none: %s', (text) => {
    expect(statuses(text)).toEqual([]);
  });
});
