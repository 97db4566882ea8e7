import { describe, expect, it } from 'vitest';
import { sealPastes } from '../seal.ts';
import { withoutCarets } from './carets.ts';

const secret = `Ab8Q~${'x1Y'.repeat(10)}`;

describe('a command as browsers copy it for cmd.exe', () => {
  it('becomes what a person types, and still goes on behind its line ends', () => {
    const text =
      'curl ^"https://h.example/p?a=1^&b=2^" ^\n  --data-raw ^"^{^\\^"a^\\^":^\\^"50^%^\\^"^}^"\nset X=^"y^"';
    expect(withoutCarets(text)).toBe(
      'curl "https://h.example/p?a=1&b=2" ^\n  --data-raw "{\\"a\\":\\"50%\\"}"\nset X=^"y^"',
    );
  });

  it('keeps a caret that was meant', () => {
    expect(withoutCarets('curl ^"https://h.example/a^^b^"')).toBe('curl "https://h.example/a^b"');
  });

  it('shows no secret', () => {
    const text = `curl ^"https://h.example^" ^\n --data-raw ^"^{^\\^"client_secret^\\^":^\\^"${secret}^\\^"^}^"`;
    expect(sealPastes([{ text }]).texts[0]).not.toContain(secret);
  });
});
