import { describe, expect, it } from 'vitest';
import { statusesIn } from './status-words.ts';

const read = (text: string): readonly number[] => statusesIn(text).map(({ status }) => status);

describe('a status that stands before its body by name', () => {
  it.each([
    ['Forbidden({"error":{"code":"Denied","message":"no"}})', 403],
    ['ERROR: Bad Request({"errorCode":"InvalidInput","message":"no"})', 400],
    ['the tool said \'Not Found({"message":"no"})\'', 404],
    ['Exception: Unauthorized: {"message":"no"}', 401],
    ['HTTP 403 Forbidden: {"message":"no"}', 403],
  ])('%s', (text, status) => {
    expect(read(text)).toEqual([status]);
  });

  it.each([
    'throw new Forbidden({"code": 1})',
    'responses = { Forbidden: { description: "no" } }',
    'the answer is Forbidden({...})',
  ])('is none in %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
