import { expect, it } from 'vitest';
import { entryKind } from './entry-kind.ts';

const LINE = '{"level":30,"time":1,"msg":"x"}';

it.each([
  ['{"log":{"version":"1.2"', 'har'],
  ['\uFEFF{\r\n  "log" : {', 'har'],
  [`${LINE}\n${LINE}\n`, 'json-lines'],
  [`\n${LINE}\n\n${LINE}`, 'json-lines'],
  [LINE, 'text'],
  ['{"error":{"code":"x"}}\n{"access_token":"x"}\n', 'text'],
  ['{\n  "error": {\n', 'text'],
  [`${LINE}\nGET https://api.powerbi.com 401\n`, 'text'],
  ['curl https://api.powerbi.com\n{"log":{}}', 'text'],
  ['{"log":"a word"}', 'text'],
  ['', 'text'],
  ['{', 'text'],
])('a whole input that starts with %j is %s', (text, kind) => {
  expect(entryKind(text, true)).toBe(kind);
});

it('says nothing of a beginning that is too short to tell, and never changes its mind', () => {
  for (const whole of [
    '{"log":{"version":"1.2"',
    `${LINE}\n${LINE}\n`,
    '{"error":1}\n{"error":2}\n',
    'GET https://x\n'.repeat(60),
  ]) {
    const told = new Set<string>();
    for (let end = 0; end <= whole.length; end += 1) {
      const kind = entryKind(whole.slice(0, end), false);
      if (kind !== undefined) told.add(kind);
      else expect(told.size).toBe(0);
    }
    expect([...told]).toEqual([entryKind(whole, true)]);
  }
});
