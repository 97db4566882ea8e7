import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { redact } from '../redact.ts';
import { sealPastes } from '../seal.ts';
import { withoutMailSource } from './mail-source.ts';

const token = buildToken({ aud: 'https://graph.microsoft.com', scp: 'User.Read' });
const HEAD = 'From: Ada <ada@contoso.com>\nMIME-Version: 1.0\nContent-Type: text/plain; charset="utf-8"\n';
const written = `GET https://api.fabric.microsoft.com/v1/items?a=1\nAuthorization: Bearer ${token}\n\n401 – gone`;

/** Quoted-printable: https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
const quotedPrintable = (text: string): string =>
  text
    .replaceAll('=', '=3D')
    .replaceAll('–', '=E2=80=93')
    .split('\n')
    .map((line) => (line.match(/.{1,75}/g) ?? []).join('=\n'))
    .join('\n');

const quoted = quotedPrintable(written);
const base64 = (
  Buffer.from(written)
    .toString('base64')
    .match(/.{1,76}/g) ?? []
).join('\n');

/** Empty lines that keep the number of lines say nothing. */
const shown = (text: string): string =>
  withoutMailSource(text)
    .trim()
    .replace(/\n{3,}/g, '\n\n');

describe('the source of a mail', () => {
  it.each([
    ['quoted-printable', quoted],
    ['base64', base64],
  ])('in %s is read as it was written', (encoding, body) => {
    expect(shown(`${HEAD}Content-Transfer-Encoding: ${encoding}\n\n${body}\n`)).toBe(written);
  });

  it('is read as it was written without its fields', () => {
    expect(quoted).toContain('=\n');
    expect(shown(quoted)).toBe(written);
  });

  it('gives its text once where it has it as HTML too', () => {
    const part = (type: string, body: string) =>
      `--_000_x_\nContent-Type: text/${type}\nContent-Transfer-Encoding: quoted-printable\n\n${body}\n`;
    const mail = `Content-Type: multipart/alternative; boundary="_000_x_"\n\n${part('plain', quoted)}${part('html', `<p>${quoted}</p>`)}--_000_x_--`;
    expect(withoutMailSource(mail).split(token)).toHaveLength(2);
  });

  it('keeps its lines as many', () => {
    expect(withoutMailSource(`${quoted}\n\n`).split('\n')).toHaveLength(`${quoted}\n\n`.split('\n').length);
  });

  it('leaves alone what is no text, and code whose lines end in an equals sign', () => {
    const picture = `Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n${'iVBORw0K'.repeat(9)}`;
    expect(withoutMailSource(picture)).toContain('iVBORw0K'.repeat(9));
    const code = `const theTokenThatWasTakenFromTheAnswerOfTheSignInPageOfThisTenant =\n  answer['a'] === 'b=3D';`;
    expect(withoutMailSource(code)).toBe(code);
  });

  it.each([
    ['sealed', (text: string) => sealPastes([{ text }]).texts[0] ?? ''],
    ['redacted', (text: string) => redact(text).text],
  ])('shows no part of a token that the encoding broke: %s', (_, cleaned) => {
    const text = cleaned(`${HEAD}Content-Transfer-Encoding: quoted-printable\n\n${quoted}`);
    for (let at = 0; at + 16 < token.lastIndexOf('.'); at += 16) expect(text).not.toContain(token.slice(at, at + 16));
  });

  it('keeps the number of lines, of hundreds of thousands too', () => {
    const text = `${HEAD}Content-Transfer-Encoding: quoted-printable\n\n${'a=\n'.repeat(150_000)}\n\nend`;
    expect(withoutMailSource(text).split('\n')).toHaveLength(text.split('\n').length);
  });
});
