import { describe, expect, it } from 'vitest';
import { redact } from '../redact.ts';
import { joinedView } from './joined-lines.ts';

/** The text with its lines put together; the same where none belong together. */
const joined = (text: string): string => joinedView(text)?.text ?? text;
/** Words of so many letters in all, which no random value would be. */
const words = (length: number): string => 'correcthorsebatterystaple'.repeat(9).slice(0, length);
/** Letters in no order. */
const random = (length: number): string =>
  Array.from({ length }, (_, i) => 'kQ7zPw3RtX9bLm5Y'[(i * 7 + (i >> 3)) % 16]).join('');

describe('lines that a terminal broke', () => {
  it.each([38, 44, 97])('are put together where two of the same width follow each other: %i', (width) => {
    const text = `${words(width)}\n${words(width)}\nrest`;
    expect(joined(text)).toBe(`${words(width)}${words(width)}rest`);
  });

  it('are put together at the end of a text too', () => {
    expect(joined(`x\n${words(44)}\n${words(44)}`)).toBe(`x\n${words(44)}${words(44)}`);
  });

  it.each([72, 76, 78, 79, 80, 100, 120, 132])('are put together at a usual width, of one line too: %i', (width) => {
    expect(joined(`begin\n${words(width)}\nrest of it\nend`)).toBe(`begin\n${words(width)}rest of it\nend`);
  });

  it.each([20, 37])('are none where they are as narrow as those of a list: %i', (width) => {
    expect(joined(`${words(width)}\n${words(width)}\nrest`)).toBe(`${words(width)}\n${words(width)}\nrest`);
  });

  it.each([43, 71, 81])('are none where only one is so long: %i', (width) => {
    const text = `${words(10)}\n${words(width)}\n${words(12)}`;
    expect(joined(text)).toBe(text);
  });

  it('are put together without what a quote or a frame puts before them', () => {
    const [a, b] = [words(80), words(9)];
    for (const mark of ['> ', '>> ', '| ', '│ ', '    ']) expect(joined(`${a}\n${mark}${b}`)).toBe(a + b);
    expect(joined(`${a}  \r\n${b}`)).toContain(a);
  });

  it('end before an answer and an address', () => {
    for (const next of ['HTTP/1.1 401 Unauthorized', 'https://x.example/v1', 'http://x.example']) {
      const text = `${words(80)}\n${next}`;
      expect(joined(text)).toBe(text);
    }
  });

  it('are told anew for each text', () => {
    const [broken, plain] = [`${words(80)}\nrest`, 'two\nlines'];
    for (const text of [broken, plain, plain, broken, broken, plain])
      expect(joined(text)).toBe(text === broken ? `${words(80)}rest` : plain);
  });
});

describe('a value that goes on in the next line', () => {
  const [HEAD, TAIL] = [random(30), random(61).slice(30)];

  it.each([
    ['where it begins behind a name', `token=${HEAD}\n${TAIL}`],
    ['indented', `token: ${HEAD}\n      ${TAIL}`],
    ['in a quoted mail', `> token: ${HEAD}\n> ${TAIL}`],
    ['where it begins in the next line', `access_token=\n${TAIL}`],
  ])('is put together: %s', (_, text) => {
    expect(joined(text)).toContain(text.includes(HEAD) ? HEAD + TAIL : `=${TAIL}`);
  });

  it.each([
    ['behind a sentence', `the answer said invalid\n${TAIL}`],
    ['behind a word', `invalid\n${TAIL}`],
    ['behind a full stop', `${HEAD}.\n${TAIL}`],
    ['behind a bracket', `(${HEAD})\n${TAIL}`],
    ['where the next line has a name of its own', `a=${HEAD}\nclient_secret=${TAIL}`],
    ['where the next line has words', `a=${HEAD}\nconfigurationsettings`],
    ['where the next line is short', `a=${HEAD}\n${TAIL.slice(0, 11)}`],
    ['behind an empty line', `a=${HEAD}\n\n${TAIL}`],
  ])('is not put together: %s', (_, text) => {
    expect(joined(text)).toBe(text);
  });

  it.each(['"', "'", '`'])('is one up to the quote that it was begun with, of words too: %s', (quote) => {
    const text = `set ${quote}token=${HEAD}\nconfigurationsettings${quote} there`;
    expect(joined(text)).toBe(text.replace('\n', ''));
    const closed = `set ${quote}a${quote} token=${HEAD}\nconfigurationsettings${quote} there`;
    expect(joined(closed)).toBe(closed);
    const other = `it${quote}s\ntoken=${HEAD}\nconfigurationsettings${quote}`;
    expect(joined(other)).toBe(other);
  });

  it('is one in a string of JSON in a string', () => {
    const text = `{\\"token\\": \\"${HEAD}\nconfigurationsettings\\"}`;
    expect(joined(text)).toBe(text.replace('\n', ''));
  });

  it('is taken out of a text whole, and its next line stays', () => {
    const { text } = redact(`client_secret=${HEAD}\n${TAIL}\nnext line of the log`);
    expect(text).toMatch(/^client_secret=secret-1_client-secret_\d+-characters\n\n?next line of the log$/);
  });
});

describe('a value that a program lays out', () => {
  it.each([
    ['a string of three quotes', 'token = """\nabc"""', 'token = "abc"'],
    ['one of three single quotes', "token = '''abc'''", "token = 'abc'"],
    ['a block of YAML', 'token: |\n  abc', 'token: abc'],
    ['a folded block of YAML', 'token: >-\n    abc', 'token: abc'],
    ['a block behind an equals sign', 'token = |2\n  abc', 'token = abc'],
    ['strings with a plus', '"abc" +\n    "def"', '"abcdef"'],
    ['strings with a plus before the next', '"abc"\n    + "def"', '"abcdef"'],
    ['strings with a stroke', "'abc' \\\n  'def'", "'abcdef'"],
    ['strings with an underscore', '"abc" _\n  & "def"', '"abcdef"'],
    ['strings with a sign and an underscore', '"abc" & _\n  "def"', '"abcdef"'],
    ['strings under each other', '("abc"\n "def")', '("abcdef")'],
    ['strings with a plus on one line', '"abc" + "def"', '"abcdef"'],
    ['a text of PowerShell', "@'\nabc'@", "'abc'@"],
    ['one with variables', '@"\nabc\n"@', '"abc\n"@'],
  ])('is one: %s', (_, text, whole) => {
    expect(joined(text)).toBe(whole);
  });

  it.each([
    ['strings of a list', '["abc",\n "def"]'],
    ['strings in other quotes', `"abc" + 'def'`],
    ['an empty string behind a string', '"abc" + ""'],
    ['the stroke of a table', 'a | b\n  c'],
    ['two properties', '{"a": "abc"\n}'],
  ])('is not: %s', (_, text) => {
    expect(joined(text)).toBe(text);
  });
});

describe('a command over lines', () => {
  it.each([
    ['of a shell', 'curl x \\\n  -H y', 'curl x -H y'],
    ['of PowerShell', 'irm x `\n  -Headers y', 'irm x -Headers y'],
    ['of Windows', 'curl x ^\n  -H y', 'curl x -H y'],
    ['in a quoted mail', 'see\n> curl x \\\n> -H y', 'see\ncurl x -H y'],
    ['in a quoted answer to one', 'see\n> > curl x \\\n> > -H y', 'see\ncurl x -H y'],
  ])('is one: %s', (_, text, whole) => {
    expect(joined(text)).toBe(whole);
  });

  it('of a mail is one without the signs of its encoding', () => {
    const line = `curl ${words(60)}`;
    expect(joined(`${line}=\n -d a=3Db -d c=\r\nd`)).toBe(`${line} -d a=b -d cd`);
    expect(joined(`${words(40)}=\n -d a=3Db`)).toBe(`${words(40)}=\n -d a=3Db`);
  });

  it('leads back to every place of the paste, through all that was taken out', () => {
    const text = 'see\n> curl x \\\n> -H "abc" +\n> "def" end';
    const view = joinedView(text);
    for (const word of ['see', 'curl', '-H', 'abc', 'end']) {
      const at = view?.text.indexOf(word) ?? -1;
      expect(text.slice(...(view?.spanOf(at, at + word.length) ?? [0, 0]))).toBe(word);
      expect(view?.placeOf(text.indexOf(word))).toBe(at);
    }
    const places = (view?.edited ?? []).map(([start]) => start);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('a value that goes on in lines with something in front of each', () => {
  const value = Array.from({ length: 60 }, (_, at) => `k${at}Qz${(at * 7) % 10}Wp`).join('');
  it.each([
    ['numbers', (at: number) => `  ${at + 9}  `],
    ['numbers and a stroke', (at: number) => ` ${at + 9} | `],
    ['numbers and a colon', (at: number) => `${at + 9}:`],
    ['numbers and a tab', (at: number) => `     ${at + 9}\t`],
    ['signs of comments', () => '// '],
    ['signs of other comments', () => '# '],
    ['stars', () => ' * '],
  ])('%s', (_, margin) => {
    const lines = (value.match(/.{1,70}/g) ?? []).map(
      (line, at) => `${margin(at)}${at === 0 ? 'refresh_token=' : ''}${line}`,
    );
    const { text } = redact(lines.join('\n'));
    for (const line of value.match(/.{1,12}/g) ?? []) expect(text).not.toContain(line);
  });
});
