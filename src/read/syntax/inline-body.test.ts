import { describe, expect, it } from 'vitest';
import { bodiesAsWords } from './inline-body.ts';

describe('a body between the words of a person', () => {
  it.each([
    [
      'we get a 404 {"code":"ItemNotFound","more":{"a":[1]}} since this morning',
      'we get a 404 QUOTE since this morning',
    ],
    [
      '{ "error": {"code": "X"} } is what the app gets, {"value":[]} what I get',
      'QUOTE is what the app gets, QUOTE what I get',
    ],
  ])('is a word: %s', (line, plain) => {
    expect(bodiesAsWords(line)).toBe(plain);
  });

  it.each([
    '{"errorCode":"ItemNotFound","message":"The requested item was not found"}',
    'requests.post(url, json={"name": "The report of my own team"})',
    'ERROR Response: {"error":{"code":"X"}}',
    'the app gets a 404 here {"code":"ItemNotFound"',
    'all of us use the groups/{groupId}/reports route',
  ])('is none where nobody speaks, or it has no end: %s', (line) => {
    expect(bodiesAsWords(line)).toBe(line);
  });
});
