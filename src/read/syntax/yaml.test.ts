import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseYaml } from './yaml.ts';

describe('YAML', () => {
  it('has maps in lists in maps', () => {
    expect(parseYaml("a:\n  - b: 1\n    c:\n      - d\n      - \"e: f\"\n  - g: 'it''s'\nh: true").value).toEqual({
      a: [{ b: '1', c: ['d', 'e: f'] }, { g: "it's" }],
      h: true,
    });
  });

  it('has lists that are not indented', () => {
    expect(parseYaml('a:\n- b: 1\n- c: 2\nd: 3').value).toEqual({ a: [{ b: '1' }, { c: '2' }], d: '3' });
  });

  it('has texts of several lines, also such with colons and dashes', () => {
    expect(parseYaml('a: |-\n  x: 1\n    - y\n\n  z\nb: c').value).toEqual({ a: 'x: 1\n  - y\n\nz', b: 'c' });
  });

  it('has texts that go on in the next line', () => {
    expect(parseYaml('a: one\n  two\nb: c').value).toEqual({ a: 'one two', b: 'c' });
  });

  it('ends at a line that it does not know', () => {
    expect(parseYaml('a: 1\n401 Unauthorized\nb: 2')).toEqual({ value: { a: '1' }, to: 5 });
  });

  it('is read as it was written', () => {
    const text = fc.stringMatching(/^[a-z][a-z: #"'{}-]{0,12}[a-z]$/);
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('tree'), { minKeys: 1, maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tree, { minKeys: 1, maxKeys: 4 }), (value) => {
        expect(parseYaml(stringify(value)).value).toEqual(value);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => parseYaml(text).to <= text.length));
  });
});
