import { describe, expect, it } from 'vitest';
import { redact } from '../redact.ts';

const MESSAGE = 'Access has been blocked by Conditional Access policies';

describe('a message behind the word password', () => {
  it.each([
    `After I typed my password:\n"${MESSAGE}"`,
    `Once I have entered the password:\n\n  '${MESSAGE}.'`,
    'When I enter my password:\n"Your account is locked, contact your administrator."',
  ])('stays: %s', (text) => {
    expect(redact(text).text).toBe(text);
  });

  it.each([
    ['a passphrase', 'After I typed my password:\n"I have been to the moon with you"'],
    ['on the same line', `After I typed my password: "${MESSAGE}"`],
    ['in a file', `password:\n  "${MESSAGE}"`],
    ['with a number', 'After I typed my password:\n"Access 4 me and the blocked user x9"'],
    ['few words', 'After I typed my password:\n"Access blocked"'],
    ['no sentence', 'After I typed my password:\n"Access-has-been-blocked-by-policies"'],
  ])('goes where it may be one: %s', (_, text) => {
    expect(redact(text).text).not.toBe(text);
  });
});
