import { describe, expect, it } from 'vitest';
import { toPaste } from '../src/cli/input.ts';
import { diagnose } from '../src/index.ts';
import { buildToken } from './support/token.ts';

const token = buildToken({ aud: 'https://graph.microsoft.com', scp: 'User.Read' });
const NOW = new Date().toISOString();

/** The token in parts of so many characters, with something between them. */
const broken = (length: number, by: string): string => (token.match(new RegExp(`.{1,${length}}`, 'g')) ?? []).join(by);

const message = (bearer = token): string =>
  [
    'GET https://api.fabric.microsoft.com/v1/workspaces HTTP/1.1',
    `Authorization: Bearer ${bearer}`,
    '',
    'HTTP/1.1 401 Unauthorized',
    'Content-Length: 0',
    '',
  ].join('\n');

const SMART = `curl “https://api.fabric.microsoft.com/v1/workspaces” -H “Authorization: Bearer ${token}”\n\n401 Unauthorized`;

const confirmed = (text: string): string | undefined => {
  const [first] = diagnose([{ text }], { now: NOW })[0]?.findings ?? [];
  return first?.verdict === 'confirmed' ? first.cause : undefined;
};

const utf16 = (text: string, isLittle: boolean, mark = '\uFEFF'): Uint8Array => {
  const bytes = Buffer.from(`${mark}${text}`, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};

describe('the same failure is found', () => {
  const whole = confirmed(message());

  it('at all', () => {
    expect(whole).toBeDefined();
  });

  it.each([
    ['with the line ends of Windows', message().replaceAll('\n', '\r\n')],
    ['with carriage returns alone', message().replaceAll('\n', '\r')],
    ['behind a byte order mark', `\uFEFF${message()}`],
    ['with non-breaking spaces', message().replaceAll(' ', '\u00A0')],
    ['with smart quotes', SMART],
    ['with zero-width spaces in the token', message(broken(40, '\u200B'))],
    ['with word joiners in the token', message(broken(76, '\u2060'))],
    ['with soft hyphens in the token', message(broken(60, '\u00AD'))],
    ['with a token over several lines', message(broken(76, '\n'))],
    ['with a token over several lines of Windows', message(broken(76, '\r\n'))],
    ['with a token over several indented lines', message(broken(76, '\n    '))],
  ])('%s', (_, text) => {
    expect(confirmed(text)).toBe(whole);
  });

  it.each([
    ['UTF-16, little end first', true],
    ['UTF-16, big end first', false],
  ])('in a file in %s', (_, isLittle) => {
    expect(confirmed(toPaste(utf16(message(), isLittle), 'call.txt').text)).toBe(whole);
    expect(confirmed(toPaste(utf16(message(), isLittle, ''), 'call.txt').text)).toBe(whole);
  });
});
