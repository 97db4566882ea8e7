import fc from 'fast-check';
import type { ReportDocument } from '../../src/report/document.ts';

/** Pieces that mean something in Markdown, HTML or one of the places that show them. */
const PIECES = [
  '[x](https://evil.example)',
  '![x](https://evil.example/a.png)',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</code></pre>',
  '<!--',
  '-->',
  '<https://evil.example>',
  'https://evil.example/a?b=c',
  'http://e',
  'www.evil.example',
  'ftp://e.example',
  'a@evil.example',
  '@octocat',
  '#1',
  'a/b#2',
  '!3',
  ':smile:',
  '$x$',
  '[x]: https://evil.example',
  '[^1]',
  '[ ] ',
  '&lt;b&gt;',
  '&#124;',
  '&',
  '|',
  '||',
  '\\',
  '\\|',
  '`',
  '``',
  '```',
  '~~~',
  '~~',
  '*',
  '**',
  '_',
  '__',
  '#',
  '# ',
  '> ',
  '- ',
  '+ ',
  '1. ',
  '12) ',
  '---',
  '===',
  '"',
  "'",
  '(',
  ')',
  '<',
  '>',
  ' ',
  '  ',
  '    ',
  '\n',
  '\n\n',
  '\n# x\n',
  '\n| a | b |\n| - | - |\n',
  'word',
  'x',
  '.',
  ':',
] as const;

/** Text of somebody who wants a report to do more than show it. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary-ascii', maxLength: 4 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '');

/** Names of fields that give structure; addresses come from rules. */
const STRUCTURE = new Set(['is', 'state', 'stand', 'language', 'name', 'urls']);

/** A document with this text in place of every text. */
export const withText = (report: ReportDocument, text: string): ReportDocument => {
  const walk = (value: unknown, key = ''): unknown => {
    if (STRUCTURE.has(key)) return value;
    if (typeof value === 'string') return value === '' ? '' : text;
    if (Array.isArray(value)) return value.map((one) => walk(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
  };
  return walk(report) as ReportDocument;
};
