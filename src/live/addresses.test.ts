import { expect, it } from 'vitest';
import { isPrivate } from './addresses.ts';

it.each([
  ['10.1.2.3', true],
  ['127.0.0.1', true],
  ['169.254.169.254', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['fd00::1', true],
  ['64:ff9b::a00:1', true],
  ['20.42.65.92', false],
  ['2603:1030:20e:3::23c', false],
])('%s is private: %s', (address, expected) => {
  expect(isPrivate({ address, family: address.includes(':') ? 6 : 4 })).toBe(expected);
});
