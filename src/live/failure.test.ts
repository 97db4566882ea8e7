import { expect, it } from 'vitest';
import { failureKind } from './failure.ts';

it('an error of the network is told by the first of its causes that is known', () => {
  const inner = Object.assign(new Error('x'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  expect(failureKind(new Error('fetch failed', { cause: inner }))).toBe('certificate-issuer');
  expect(failureKind(Object.assign(new Error('y'), { code: 'ENOTFOUND' }))).toBe('dns');
  expect(failureKind('nothing known')).toBe('reset');
});
