import { describe, expect, it } from 'vitest';
import { goErrorReader } from './go-error.ts';

const LINE = '-'.repeat(80);
const block = (body: string, code = 'ERROR CODE: X1\n'): string =>
  `list: GET https://api.fabric.microsoft.com/v1/workspaces\n${LINE}\nRESPONSE 403: 403 Forbidden\n${code}${LINE}\n${body}`;
const piecesIn = (text: string) => goErrorReader.read(text, 0).map(({ piece }) => piece);

describe('an error of the Azure SDK for Go', () => {
  it('gives call, status, code and body, and calls no headers absent', () => {
    const pieces = piecesIn(block(`{\n  "a": 1\n}\n${LINE}\n`));
    expect(pieces).toMatchObject([
      { kind: 'request', method: 'GET', url: 'https://api.fabric.microsoft.com/v1/workspaces', complete: false },
      { kind: 'response', status: 403, body: '{\n  "a": 1\n}', complete: false, headers: [{ value: 'X1' }] },
    ]);
  });

  it('says that an answer had no body only where the SDK says it', () => {
    expect(piecesIn(block(`Response contained no body\n${LINE}\n`, 'ERROR CODE UNAVAILABLE\n'))[1]).toMatchObject({
      body: '',
    });
    expect(piecesIn(block('Response contained'))[1]).not.toHaveProperty('body');
  });
});
