import { describe, expect, it } from 'vitest';
import { statusesIn } from './status-words.ts';

const statuses = (text: string) => statusesIn(text).map(({ status }) => status);

describe('a status with a line of its own', () => {
  it.each([
    'irm $uri\n403\n',
    'r.status_code\nOut[3]: 403\n',
    'Ann [2:04 PM]\n403',
    'call\n[403]\nend',
    '> 403\n> what now',
  ])('is one: %j', (text) => {
    expect(statuses(text)).toEqual([403]);
  });

  it.each(['Forbidden\n', 'GET /x\n\n  "Forbidden".\n\nnext', '```text\nForbidden\n```'])(
    'is one by its reason alone: %j',
    (text) => {
      expect(statuses(text)).toEqual([403]);
    },
  );

  it.each(['Forbidden zones\n', 'roles\nForbidden\nAllowed\n', 'x\n\nForbidden\nwords'])(
    'is none by a word among others: %j',
    (text) => {
      expect(statuses(text)).toEqual([]);
    },
  );

  it.each([
    'rooms\n402\n403\n404\n',
    '402\nconst x\n403\nconst y\n404\n',
    'page\n404\nend',
    'x\n403 y z\n',
    'x\n4033\n',
  ])('is none: %j', (text) => {
    expect(statuses(text)).toEqual([]);
  });
});
