import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withLazyConstants } from './lazy-constants.ts';

/** What a script says of itself when it has run. */
const ran = (code: string): unknown => runInNewContext(`const log = [];${code}`);

describe('lazy constants', () => {
  it('are made when they are first used, once, and in the order of their uses', () => {
    const code = `
      const first = make('first');
      const second = [make('second'), first];
      function make(name) { log.push(name); return { name }; }
      const use = () => [second, second, first].flat().map(({ name }) => name);
      log.push('start'); use().concat(log).join(' ')`;
    expect(ran(code)).toBe('second first second first first first second start');
    expect(ran(withLazyConstants(code))).toBe('second first second first first start second first');
  });

  it('mean the same as keys, members, classes to make, defaults and parts of templates', () => {
    const code = `
      const WORD = /b+/g;
      const TABLE = { WORD, other: { WORD: [WORD] } };
      const Kind = pick(class { constructor() { this.is = TABLE.other.WORD[0]; } });
      function pick(it) { return it; }
      const read = ({ text = 'abba'.replace(WORD, '-') } = {}) => \`\${text} \${WORD.source} \${new Kind().is === TABLE.WORD}\`;
      const { keys } = Object;
      [read(), read({ text: 'WORD' }), keys(TABLE)].join(' ')`;
    const lazy = withLazyConstants(code);
    expect(lazy).toContain('function WORD()');
    expect(ran(code)).toBe('a-a b+ true WORD b+ true WORD,other');
    expect(ran(lazy)).toBe(ran(code));
  });

  it('are left as they are where the name has another meaning somewhere, or a value takes no time', () => {
    const shadowed =
      'const WORD = /a/; const fits = (text, WORD) => WORD.test(text); [fits("b", /b/), WORD.test("a")].join()';
    expect(withLazyConstants(shadowed)).toBe(shadowed);
    expect(ran(shadowed)).toBe('true,true');
    const quick = "const one = 1, two = () => one; const text = 'a'; let later = /a/; two() + text + later";
    expect(withLazyConstants(quick)).toBe(quick);
  });

  it('are modules of Node and other files too, and none that something else is put in the place of', () => {
    const code =
      'let fs = require(`node:fs`); let mine = require("./mine.js"); let path = require("node:path"); path = fix(path);';
    const lazy = withLazyConstants(code);
    for (const name of ['fs', 'mine']) expect(lazy).toContain(`function ${name}()`);
    expect(lazy).toContain('let path = require("node:path");');
  });

  it('are texts that are made of others, which would ask for these at once', () => {
    const code = `const make = () => (log.push("made"), "b"); const part = make(); const whole = \`a\${part}\`; log.join()`;
    expect(ran(code)).toBe('made');
    expect(ran(withLazyConstants(code))).toBe('');
    expect(ran(withLazyConstants(`${code} + whole`))).toBe('ab');
  });

  it('are tables that a module imports, which a bundle has as variables', () => {
    const code = 'var table_default = JSON.parse(log.push("read") && "[1]"); log.join()';
    expect(ran(code)).toBe('read');
    expect(ran(withLazyConstants(code))).toBe('');
    expect(ran(withLazyConstants(`${code} + table_default`))).toBe('1');
  });
});
