import { describe, expect, it } from 'vitest';
import { diagnose } from '../index.ts';

const read = (text: string): readonly string[] =>
  diagnose([{ text }], { now: '2026-03-01T12:00:00Z' })
    .flatMap(({ recognised }) => recognised)
    .map(({ what }) => what);
const call = (token: string) =>
  `GET https://api.fabric.microsoft.com/v1/workspaces\nAuthorization: Bearer ${token}\n\nHTTP/1.1 401\n`;

describe('what was read of a credential that is not there', () => {
  it.each(['$TOKEN', ['$', '{accessToken}'].join(''), '{{access_token}}', '%TOKEN%'])(
    'is that a program fills it in: %s',
    (token) => {
      expect(read(call(token)).join()).toContain('from a variable or a command');
    },
  );

  it.each(['[access token]', '***', '<token>'])('is that somebody masked it: %s', (token) => {
    expect(read(call(token)).join()).toContain(', masked');
  });
});
