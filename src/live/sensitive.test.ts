import { expect, it } from 'vitest';
import { Sensitive } from './sensitive.ts';

const SECRET = ['this', 'must', 'never', 'be', 'printed'].join('-');

it('a secret is its words wherever it is printed', () => {
  const secret = new Sensitive(SECRET, 'client secret, 26 characters');
  expect(`${secret} ${JSON.stringify({ secret })} ${String(new Error(`${secret}`))}`).not.toContain(SECRET);
  expect(secret.reveal()).toBe(SECRET);
});
