import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, wrap } from './wrap.ts';

describe('wrap', () => {
  it('never makes a line wider than asked, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 20, max: 100 }), (text, width) => {
        for (const line of wrap(text, width, '  1. ')) expect(columns(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('loses no character but white space', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(wrap(text, 30).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('breaks an address behind a slash, so that its parts stay words', () => {
    const lines = wrap('https://api.fabric.microsoft.com/v1/workspaces', 40);
    expect(lines).toEqual(['https://api.fabric.microsoft.com/v1/', 'workspaces']);
  });

  it('keeps an id of an address in one piece where the line has room for it', () => {
    const id = '12121212-3434-4545-8686-787878787878';
    const lines = wrap(`https://api.powerbi.com/v1.0/myorg/groups/${id}/reports/${id}/ExportTo`, 76);
    expect(lines.filter((line) => line.includes(id))).toHaveLength(2);
  });

  it('stays quick on one very long word', () => {
    expect(wrap('a'.repeat(20_000), 40)).toHaveLength(500);
  });
});
