import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

const ADDRESS = 'https://api.powerbi.com/v1.0/myorg/admin/groups';
const linesOf = (text: string): number => text.split('\n').length;

describe('plainText', () => {
  it('gives the address that Outlook and Proofpoint wrapped', () => {
    const safe = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(ADDRESS)}&data=05%7C02&reserved=0`;
    expect(plainText(`GET ${safe} gives 403`)).toBe(`GET ${ADDRESS} gives 403`);
    expect(plainText(`GET https://urldefense.com/v3/__${ADDRESS}__;!!abc$ gives 403`)).toBe(`GET ${ADDRESS} gives 403`);
    expect(plainText(`GET ${ADDRESS}<${ADDRESS}> gives 403`)).toBe(`GET ${ADDRESS} gives 403`);
  });

  it('keeps a status line apart from an address that ends where a terminal would', () => {
    const call = `GET ${ADDRESS}?`.padEnd(80, 'x');
    expect(plainText(`${call}\nHTTP/1.1 403 Forbidden`)).toBe(`${call}\nHTTP/1.1 403 Forbidden`);
  });

  it('puts lines together that a terminal broke, and keeps their number', () => {
    const whole = `HTTP 403\n${'{"errorCode":"InsufficientPrivileges","message":"The caller does not have sufficient permissions to access this"}'.padEnd(190, '!')}\nend`;
    const broken = whole.replace(/[^\n]{80}/g, '$&\n');
    expect(plainText(broken)).toContain('InsufficientPrivileges');
    expect(plainText(`${broken}\n\nlater`).split('\n').indexOf('later')).toBe(broken.split('\n').length + 1);
    expect(linesOf(plainText(broken))).toBe(linesOf(broken));
  });

  it('goes on with an address whose host the end of a line cut, and not with the words below one', () => {
    const start = 'requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://api.';
    expect(plainText(`${start}\npowerbi.com/v1.0/myorg/groups`)).toContain('https://api.powerbi.com/v1.0/myorg/groups');
    const call = `GET ${ADDRESS}`;
    expect(plainText(`${call}\nAuthorization: Bearer x`)).toBe(`${call}\nAuthorization: Bearer x`);
  });

  it('leaves lines of hyphens and lists of equal length alone', () => {
    const rulers = `${'-'.repeat(80)}\nRESPONSE 403\n${'-'.repeat(80)}\n${'-'.repeat(80)}\nbody`;
    expect(plainText(rulers)).toBe(rulers);
  });

  it('puts hundreds of thousands of lines together, and keeps as many', () => {
    const text = `${`${'word '.repeat(16)}\n`.repeat(150_000)}\nend`;
    expect(linesOf(plainText(text))).toBe(linesOf(text));
  });
});
