import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { said } from './redaction/outputs.ts';
import { buildToken } from './support/token.ts';

const EVIL = 'https://evil.example/x';
const of = (...codes: readonly number[]): string => String.fromCodePoint(...codes);

/** What somebody may put into a text so that it does something where it is shown. */
const PAYLOADS: Readonly<Record<string, string>> = {
  'a colour and a cleared screen': `${of(27)}[31m${of(27)}[2Jred`,
  'a link of a terminal': `${of(27)}]8;;${EVIL}${of(7)}click${of(27)}]8;;${of(7)}`,
  'a title of a terminal': `${of(27)}]0;owned${of(7)}`,
  'escapes of one byte': `${of(0x9b)}31m${of(0x9d)}0;owned${of(0x9c)}`,
  'a turned order': `abc${of(0x202e)}fdp.exe${of(0x2066)}x${of(0x2069)}`,
  'letters that nobody sees': `ad${of(0x200b)}min${of(0xfeff)}${of(0x200f)}`,
  backspaces: `secret${of(8).repeat(6)}public`,
  NUL: `before${of(0)}after`,
  'a line that is written over': 'good\rbad ',
  'a script': '</td></code></pre></style><script>alert(1)</script>',
  'an image with a handler': '<img src=x onerror=alert(1)>',
  'a link of Markdown': `[click](${EVIL})`,
  'an image of Markdown': `![x](${EVIL}.png)`,
  'a link in brackets': `<${EVIL}>`,
  'a link of a script': '[x](javascript:alert(1))',
  'cells of a table': '| a | b |\n|---|---|\n| evil-cell | d |',
  'the end of a fence': `\`\`\`\n# evil-heading\n![x](${EVIL})\n\`\`\``,
  'a formula': `=HYPERLINK("${EVIL}","x")`,
  'a command of a spreadsheet': "@SUM(1+1)*cmd|' /C calc'!A0",
  'keys of every object': '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
};

/** A failing call that says it in every place that a report shows. */
const callWith = (payload: string): string => {
  const token = buildToken({
    aud: 'https://api.fabric.microsoft.com',
    name: payload,
    upn: payload,
    app_displayname: payload,
    scp: payload,
    appid: payload,
    ['__proto__']: payload,
    constructor: payload,
    exp: 1_772_370_000,
  });
  const header = payload.replace(/[\r\n\0]/g, ' ');
  return [
    `GET https://api.fabric.microsoft.com/v1/workspaces?x=${header}`,
    `Authorization: Bearer ${token}`,
    `x-note: ${header}`,
    '',
    'HTTP/1.1 403 Forbidden',
    `RequestId: ${header}`,
    'content-type: application/json',
    '',
    JSON.stringify({ errorCode: 'InsufficientScopes', message: payload, [payload]: payload }),
    '',
    // A file that holds NUL is none of text, and refused.
    payload.replaceAll('\0', ''),
  ].join('\n');
};

const withoutEvil = (html: string): void => {
  expect(html).not.toMatch(/<(?:script|img|iframe|object|svg)\b/i);
  expect(html).not.toMatch(/<[a-z][^>]{0,200}\s(?:on\w+|style)\s*=\s*["']?alert/i);
  expect(html).not.toMatch(/(?:href|src)\s*=\s*["']?(?:https:\/\/evil|javascript:)/i);
};

const parses = (text: string): void => {
  expect(JSON.parse(text)).toBeTruthy();
};

type Check = (output: string) => void;
const check = (...argv: readonly string[]) => ['check', '-', ...argv];

/** Every format, and what would show that something in it is alive. */
const FORMATS: Readonly<Record<string, readonly [argv: readonly string[], isInert: Check]>> = {
  text: [check(), (text) => expect(text).not.toMatch(/^\s{0,3}[=@](?:HYPERLINK|SUM)/m)],
  'text for screen readers': [check('--plain'), (text) => expect(text).toContain('403')],
  markdown: [
    check('--format', 'markdown'),
    (text) => {
      const html = marked.parse(text, { async: false });
      withoutEvil(html);
      expect(html).not.toMatch(/<h1[^>]*>evil-heading|<td[^>]*>evil-cell/);
    },
  ],
  html: [check('--format', 'html'), withoutEvil],
  json: [check('--format', 'json'), parses],
  jsonl: [check('--format', 'jsonl'), (text) => text.trim().split('\n').forEach(parses)],
  message: [check('--format', 'message'), (text) => expect(text).not.toMatch(/^[=@](?:HYPERLINK|SUM)/m)],
  case: [check('--format', 'case'), (text) => expect(text).toContain('403 Forbidden')],
  redact: [['redact', '-'], (text) => expect(text).toContain('403 Forbidden')],
  token: [['token', '-'], (text) => expect(text).toContain('https://api.fabric.microsoft.com')],
};

/** Control characters but line feed and tab, and characters that hide letters or change their order. */
const ALIVE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** What a command says on the first of its streams; what goes to the other one is judged with it for signs alone. */
const outOf = async (argv: readonly string[], text: string): Promise<string> => {
  let out = '';
  const both = await said(argv, text, { out: (part) => (out += part) });
  expect(ALIVE.exec(`${out}${both}`)?.index).toBeUndefined();
  return out;
};

describe.each(Object.entries(FORMATS))('%s makes inert', (_, [argv, isInert]) => {
  it.each(Object.entries(PAYLOADS))('%s', async (__, payload) => {
    isInert(await outOf(argv, callWith(payload)));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

it.each(['text', 'html', 'json'])(
  'a claim of a million letters makes no endless report: %s',
  { timeout: 60_000 },
  async (format) => {
    const [argv, isInert] = FORMATS[format] ?? [[], parses];
    const token = buildToken({
      aud: 'https://api.fabric.microsoft.com',
      name: 'A'.repeat(1_000_000),
      exp: 1_772_370_000,
    });
    const out = await outOf(argv, `Authorization: Bearer ${token}\n\nHTTP/1.1 403 Forbidden`);
    isInert(out);
    expect(out).toContain('403');
  },
);
