import { describe, expect, it } from 'vitest';
import { withoutMailSource } from './mail-source.ts';

const base64 = (text: string, width = 76): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(new RegExp(`.{1,${width}}`, 'g')) ?? []
  ).join('\n');
const field = (encoding: string): string => `Content-Transfer-Encoding: ${encoding}\n\n`;
const lineOf = (text: string, word: string): number => text.split('\n').findIndex((line) => line.includes(word));

describe('the parts of a mail', () => {
  const LONG_LINE = 'GET https://api.fabric.microsoft.com/v1/workspaces?continuationToken=next page';

  it('stand where they stood, so that their lines keep their numbers', () => {
    const mail = `Subject: x\n${field('quoted-printable')}first =\nand=\n second\n\nthird =\nline\n\n=\n\nlast=20line`;
    const plain = withoutMailSource(mail);
    expect(plain.split('\n')).toEqual([
      '',
      '',
      '',
      'first and second',
      '',
      '',
      '',
      'third line',
      '',
      '',
      '',
      '',
      'last line',
    ]);
    expect(lineOf(plain, 'third')).toBe(lineOf(mail, 'third'));
    expect(lineOf(plain, 'last')).toBe(lineOf(mail, 'last'));
  });

  it('end with what is left where the source is cut off in a line that goes on', () => {
    const plain = withoutMailSource(`${field('quoted-printable')}done\nbegun=3D=\nand cut off=\n`);
    expect(plain.trim()).toBe('done\nbegun=and cut off');
    expect(withoutMailSource(`${field('quoted-printable')}begun=3D=`).trim()).toBe('begun=');
  });

  it('are read in the letters of the West where they are no UTF-8', () => {
    expect(withoutMailSource(`${field('quoted-printable')}Zugriff f=FCr alle =E9tudes`).trim()).toBe(
      'Zugriff für alle études',
    );
    expect(withoutMailSource(`${field('quoted-printable')}f=C3=BCr =f0=9f=94=91`).trim()).toBe('für 🔑');
  });

  it('are read up to the next boundary, whose fields are none of them', () => {
    const mail = `--_001_\n${field('base64')}${base64(LONG_LINE)}\n--_001_\nContent-Type: text/plain\n\nas it is = here\n--_001_--`;
    const plain = withoutMailSource(mail);
    expect(plain).toContain(`${LONG_LINE}\n`);
    expect(plain.split('\n').slice(-4)).toEqual(mail.split('\n').slice(-4));
    expect(lineOf(plain, 'as it is')).toBe(lineOf(mail, 'as it is'));
  });

  it('are read one by one, each in its own encoding', () => {
    const mail = `--_001_\n${field('base64')}${base64('first part')}\n--_001_\n${field('quoted-printable')}second=20part\n--_001_--`;
    const plain = withoutMailSource(mail);
    expect(plain.replace(/\n+/g, '\n')).toBe('--_001_\nfirst part\n--_001_\nsecond part\n--_001_--');
    expect(lineOf(plain, 'second')).toBe(lineOf(mail, 'second'));
  });

  it('lose all of their fields, also those over several lines', () => {
    const fields = `X-Mailer: a\nContent-Type: text/plain;\n\tcharset="utf-8"\nContent-Transfer-Encoding:  Base64 \nX-Last: b\n\n`;
    const plain = withoutMailSource(`before: it\n\n${fields}${base64('hello')}`);
    expect(plain.replace(/\n+/g, '\n').trim()).toBe('before: it\nhello');
    expect(plain.split('\n')).toHaveLength(9);
  });

  it('stay where somebody wrote them into the text of another', () => {
    const inner = `${field('base64')}${base64('inside of the mail')}`;
    const mail = `${field('quoted-printable')}see=20this\n${inner}\nend`;
    expect(withoutMailSource(mail).trim()).toBe(`see this\n${inner}\nend`);
  });
});

describe('base64 in a mail', () => {
  it('gives each of its lines, more than the source has or fewer', () => {
    expect(withoutMailSource(`${field('base64')}${base64('a\r\nb\rc\nd')}`).trim()).toBe('a\nb\nc\nd');
    const plain = withoutMailSource(`--_001_\n${field('base64')}${base64('x'.repeat(200))}\n--_001_--`);
    expect(plain.split('\n').filter((line) => line !== '')).toEqual(['--_001_', 'x'.repeat(200), '--_001_--']);
    expect(lineOf(plain, '--_001_--')).toBe(7);
  });

  it('is read though blanks stand around its lines', () => {
    const indented = base64('a text of several lines of base64', 20).replaceAll('\n', '  \n    ');
    expect(withoutMailSource(`${field('base64')}${indented}`).trim()).toBe('a text of several lines of base64');
  });

  it.each([
    ['no base64', 'this is: not base64!'],
    ['no text', base64('PK\u0003\u0004\u0000\u0000 in a file')],
  ])('stays as it is where it is %s', (_, body) => {
    expect(withoutMailSource(`${field('base64')}${body}`)).toBe(`\n\n${body}`);
  });
});

describe('a mail in HTML', () => {
  const part = (type: string, body: string): string =>
    `--_000_x_\nContent-Type: text/${type}\n${field('quoted-printable')}${body}\n`;
  const mail = (kind: string, ...parts: readonly string[]): string =>
    `Content-Type: multipart/${kind}; boundary="_000_x_"\n\n${parts.join('')}--_000_x_--`;

  it('is shown where it has no other text', () => {
    expect(withoutMailSource(mail('alternative', part('html', '<p>only=20here</p>')))).toContain('<p>only here</p>');
  });

  it('is shown beside a plain text that is another part of the mail', () => {
    const both = withoutMailSource(mail('mixed', part('plain', 'one=20text'), part('html', '<p>another=20one</p>')));
    expect(both).toContain('one text');
    expect(both).toContain('<p>another one</p>');
  });

  it('is left out beside the same as plain text, with its lines', () => {
    const source = mail('alternative', part('plain', 'the=20text'), part('html', '<p>the=20text</p>\n<br>'));
    const plain = withoutMailSource(source);
    expect(plain).toContain('the text');
    expect(plain).not.toContain('<p>');
    expect(plain).not.toContain('<br>');
    expect(plain.split('\n')).toHaveLength(source.split('\n').length);
  });

  it('gives plain text twice where it has two of them', () => {
    const plain = withoutMailSource(mail('alternative', part('plain', 'the=20text'), part('plain', 'a=20note')));
    expect(plain).toContain('the text');
    expect(plain).toContain('a note');
  });

  it('is shown beside a file, which stays as it is', () => {
    const picture = `--_000_x_\nContent-Type: image/png\n${field('base64')}${base64('a picture')}\n`;
    const plain = withoutMailSource(mail('alternative', picture, part('html', '<p>the=20text</p>')));
    expect(plain).toContain(base64('a picture'));
    expect(plain).toContain('<p>the text</p>');
  });
});

describe('a body of a mail without its fields', () => {
  const LONG = `${'word '.repeat(13)}and=20=\nmore`;

  it('is told by a long line that goes on and a byte that is written out', () => {
    expect(withoutMailSource(LONG).trim()).toBe(`${'word '.repeat(13)}and more`);
  });

  it.each([
    ['short lines', 'a =\nb=20c'],
    ['no byte that is written out', `${'word '.repeat(13)}and =\nmore`],
    ['an equals sign of its own', `${LONG} a = b`],
    ['an address', `${LONG} https://x.example/?name=value`],
    ['lines that do not go on', `${'word '.repeat(13)}and=20 \nmore`],
  ])('is none with %s', (_, text) => {
    expect(withoutMailSource(text)).toBe(text);
  });
});
