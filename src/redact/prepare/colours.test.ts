import { describe, expect, it } from 'vitest';
import { redact } from '../redact.ts';
import { sealPastes } from '../seal.ts';
import { withoutColours } from './colours.ts';

const SECRET = `Sup3r${'S3cret'}!x`;
const sealed = (text: string): string => sealPastes([{ text }]).texts.join();

describe('colours of a terminal in a copy', () => {
  it('are taken away where the escape character was lost or is written out, and no square brackets of a text', () => {
    expect(withoutColours('[36mAuthorization[39;49;00m: [33mBearer x[39;49;00m')).toBe('Authorization: Bearer x');
    expect(withoutColours('␛[31mERROR␛[0m \\u001b[31mERROR\\u001b[0m')).toBe('ERROR ERROR');
    expect(withoutColours('rate(calls[5m]) over [10m')).toBe('rate(calls[5m]) over [10m');
  });

  it('hide no secret from its name', () => {
    const text = `[36mpassword[39;49;00m: [33m${SECRET}[39;49;00m`;
    expect(sealed(text)).not.toContain(SECRET);
    expect(redact(text).text).not.toContain(SECRET);
  });
});

describe('cookies', () => {
  it('are found in the fields of a log and below their name in the network tab', () => {
    const value = `ESTSAUTH=${SECRET}; path=/`;
    for (const text of [
      `Host=a Set-Cookie="${value}" tf_x=1`,
      `cookie\n${value}\naccept\n*/*`,
      `Cookie:\n  ${value}`,
    ]) {
      expect(sealed(text)).not.toContain(SECRET);
      expect(redact(text).text).not.toContain(SECRET);
    }
  });
});
