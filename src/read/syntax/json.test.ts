import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../model/secret.ts';
import { findJson } from './json.ts';

const values = (text: string): readonly JsonObject[] => findJson(text).map(({ value }) => ({ ...value }));

/** Objects as services send them: names are words, values are texts, numbers, flags, nothing. */
const answers = fc.dictionary(
  fc.stringMatching(/^[A-Za-z_][\w.-]{0,20}$/).filter((name) => name !== '__proto__'),
  fc.oneof(
    fc.string({ unit: 'grapheme-ascii' }).filter((text) => !/["'`{]/.test(text)),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.boolean(),
    fc.constant(null),
  ),
  { minKeys: 1, maxKeys: 6, noNullPrototype: true },
);
const noise = fc.string({ maxLength: 200 }).filter((text) => !/[{\\]/.test(text));

describe('findJson', () => {
  it('finds any object between any noise, where it stands', () => {
    fc.assert(
      fc.property(noise, answers, noise, (before, answer, after) => {
        const text = before + JSON.stringify(answer) + after;
        const found = findJson(text)[0];
        expect({ ...found?.value }).toEqual(answer);
        expect(text.slice(found?.from, found?.to)).toBe(JSON.stringify(answer));
        expect(found?.closed).toBe(true);
      }),
    );
  });

  it('finds an object that a logger wrote into a JSON string, once and twice over', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 2 }), (answer, times) => {
        let text = JSON.stringify(answer);
        for (let time = 0; time < times; time += 1) text = JSON.stringify(text);
        expect({ ...findJson(`log: ${text}`)[0]?.value }).toEqual(answer);
      }),
    );
  });

  it('never throws, and never reports a place outside of the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '\\',
      ':',
      ',',
      '\n',
      ' ',
      'a',
      '&quot;',
      '1',
      '\\"',
      '+',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 400 }), (parts) => {
        const text = parts.join('');
        for (const { from, to } of findJson(text)) {
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it.each(['{', '{"a":', '{"a":"x\n', '{\\"a\\":', '{"a":"x" y"', '{&quot;a&quot;:', '{"a":[', "{a:'x' + "])(
    'comes to the end of 200 KB of %j, and finds nothing beyond it',
    (part) => {
      const text = part.repeat(200_000 / part.length);
      expect(findJson(text).every(({ from, to }) => from < to && to <= text.length)).toBe(true);
    },
  );

  it('reads a Python dict', () => {
    expect(values(`[{'errorCode': 'A', 'message': "it's off", 'isRetriable': False, 'details': None}]`)).toEqual([
      { errorCode: 'A', message: "it's off", isRetriable: false, details: null },
    ]);
  });

  it('reads an object as Node prints it, with long strings in parts', () => {
    expect(values("{ error: 'invalid_scope', text: 'one ' +\n    'two', codes: [ 70011 ] }")).toEqual([
      { error: 'invalid_scope', text: 'one two', codes: [70011] },
    ]);
  });

  it('reads the fields before the place where an object was cut off', () => {
    const found = findJson('{"error":"invalid_resource","error_description":"AADSTS500011: The resource');
    expect(found[0]?.closed).toBe(false);
    expect(found[0]?.value['error_description']).toBe('AADSTS500011: The resource');
  });

  it('reads an object in quotes that nobody escaped', () => {
    expect(values('"errorMessage":"{"code":"WorkspaceNotFound","message":"gone"}"')).toEqual([
      { code: 'WorkspaceNotFound', message: 'gone' },
    ]);
  });

  it('reads an object with HTML quotes', () => {
    expect(values('<pre>{&quot;errorCode&quot;:&quot;A&quot;}</pre>')).toEqual([{ errorCode: 'A' }]);
  });
});
