import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('the page of the library', () => {
  const page = readFileSync('docs/library.md', 'utf8');
  const code = [...page.matchAll(/```ts\n([\s\S]*?)\n```/g)]
    .map(([, block = '']) => block)
    .join('\n')
    .replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*|`[^`\n]*`|'[^'\n]*'|"[^"\n]*"/g, '');

  it('shows what each name is that its shapes use', () => {
    const declared = new Set([...code.matchAll(/^(?:type|interface|class|const) (\w+)/gm)].map(([, name]) => name));
    expect(declared.size).toBeGreaterThan(40);
    const known =
      /^(?:Error|Generator|Iterable|Promise|Partial|Pick|Omit|Readonly|ReadonlyMap|ReadonlySet|Record|FACTS|JSON)$/;
    const used = [...code.matchAll(/(?<![\w.'-])[A-Z][A-Za-z]+\b/g)].map(([name]) => name);
    expect([...new Set(used)].filter((name) => !declared.has(name) && !known.test(name))).toEqual([]);
  });

  it('has the functions that people come for, each with an example', () => {
    for (const name of ['diagnose', 'interview', 'explain', 'redact'])
      expect([name, new RegExp(`\`${name}\`[\\s\\S]{0,1200}?\`\`\`ts\n[^\`]*\\b${name}\\(`).test(page)]).toEqual([
        name,
        true,
      ]);
  });
});
