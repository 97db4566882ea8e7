import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { readJwt } from './jwt.ts';

const HEAD = { alg: 'RS256', typ: 'JWT' };
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('what is seen of a token', () => {
  it('is the whole members of its claims where it breaks off, whatever stands in their quotes', () => {
    const whole = buildToken({ name: 'a "b", {c', roles: ['x', 'y'], aud: 'z'.repeat(60) }, HEAD);
    const claims = { name: 'a "b", {c', roles: ['x', 'y'] };
    const [head = '', body = ''] = whole.split('.');
    expect(readJwt(`${head}.${body.slice(0, -12)}`)).toEqual({ parts: 2, integrity: 'cut-off', head: HEAD, claims });
    expect(readJwt(`${head}.${body.slice(0, -12)}...`)).toMatchObject({ integrity: 'cut-off', claims });
    expect(readJwt(`${head}.${body.slice(0, 6)}`)).toEqual({ parts: 2, integrity: 'cut-off', head: HEAD });
  });

  it('is only the header of an encrypted one, which has five parts', () => {
    const head = { alg: 'RSA-OAEP', enc: 'A256GCM' };
    const parts = [part(head), 'k'.repeat(60), 'i'.repeat(16), 'c'.repeat(80), 't'.repeat(22)];
    expect(readJwt(parts.join('.'))).toEqual({ parts: 5, integrity: 'whole', head });
    expect(readJwt(`${parts.join('.')}...`)).toEqual({ parts: 5, integrity: 'cut-off', head });
    expect(readJwt(parts.slice(0, 3).join('.'))).toEqual({ parts: 3, integrity: 'cut-off', head });
  });

  it('is that its claims were taken out, where nothing stands between the dots', () => {
    expect(readJwt(`${part(HEAD)}..${'s'.repeat(342)}`)).toEqual({ parts: 3, integrity: 'altered', head: HEAD });
  });

  it('is how long its signature must be only for an algorithm that is known', () => {
    const signed = (alg: string, length: number) => readJwt(`${part({ alg })}.${part({})}.${'s'.repeat(length)}`);
    expect(signed('RS256', 200).integrity).toBe('cut-off');
    expect(signed('RS256', 342).integrity).toBe('whole');
    expect(signed('toString', 200).integrity).toBe('whole');
  });
});
