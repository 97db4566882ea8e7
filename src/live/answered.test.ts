import { describe, expect, it } from 'vitest';
import { answered } from '../../test/support/answered.ts';
import { isRefusal, rowsOf } from './answered.ts';

describe('the rows of a list', () => {
  const row = { id: 'a' };

  it.each(['value', 'tenantSettings', 'accessDetails'])('are read under the name that the API has for it: %s', (name) =>
    expect(rowsOf(answered({ [name]: [row, 'no row', null] }))).toEqual({ rows: [row], isWhole: true }),
  );

  it.each(['continuationUri', 'continuationToken', '@odata.nextLink'])(
    'are not all where a further page is named: what is not among them may stand there (%s)',
    (name) => {
      expect(rowsOf(answered({ value: [row], [name]: 'more' }))?.isWhole).toBe(false);
      expect(rowsOf(answered({ value: [row], [name]: null }))?.isWhole).toBe(true);
    },
  );

  it('are not all where the answer was too long to be read to its end', () => {
    expect(rowsOf(answered({ value: [row] }, { isCut: true }))?.isWhole).toBe(false);
  });

  it('are none of a body that holds no list', () => {
    for (const body of ['', '<html>', '[]', { value: 'x' }, {}]) expect(rowsOf(answered(body))).toBeUndefined();
  });
});

it.each([
  [401, 'application/json', true],
  [403, 'application/json', true],
  [404, 'application/json', true],
  [400, 'application/json', false],
  [500, 'application/json', false],
  [403, 'text/html; charset=utf-8', false],
])('an answer %i as %s refuses the caller: %s', (status, type, refuses) => {
  expect(isRefusal(answered('', { status, headers: [['Content-Type', type]] }))).toBe(refuses);
});
