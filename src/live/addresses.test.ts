import { expect, it } from 'vitest';
import { isPrivate } from './addresses.ts';

it.each([
  ['0.0.0.0', true],
  ['10.1.2.3', true],
  ['100.64.0.1', true],
  ['127.0.0.1', true],
  ['169.254.169.254', true],
  ['172.16.0.1', true],
  ['172.31.255.254', true],
  ['192.168.1.1', true],
  ['198.19.0.1', true],
  ['224.0.0.1', true],
  ['255.255.255.255', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['fd00::1', true],
  ['64:ff9b::a00:1', true],
  ['fe80::1', true],
  ['9.255.255.255', false],
  ['100.128.0.1', false],
  ['172.15.255.255', false],
  ['172.32.0.1', false],
  ['20.42.65.92', false],
  ['2603:1030:20e:3::23c', false],
])('%s is private: %s', (address, expected) => {
  expect(isPrivate({ address, family: address.includes(':') ? 6 : 4 })).toBe(expected);
});
