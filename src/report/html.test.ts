import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText, withText } from '../../test/support/hostile.ts';
import { confirmedDiagnosis, likelyDiagnosis } from '../../test/support/sample-diagnosis.ts';
import { htmlReport } from './html.ts';
import { STYLE, STYLE_HASH } from './html-style.ts';
import { reportDocument } from './report-document.ts';

const context = { tool: { name: 'fabric-auth-doctor', version: '1.2.3' }, now: '2026-03-01T12:00:00.000Z' } as const;
const document = reportDocument([confirmedDiagnosis(), likelyDiagnosis()], { ...context, calls: [37, 1] });

/** The tags of a page with the names of their attributes. Words set in code may be more or fewer: they are harmless. */
const tagsOf = (page: string): readonly string[] =>
  [...page.replace(STYLE, '').matchAll(/<(\/?[a-z]\w*)([^<>]*)>/gi)]
    .map(([, name, attributes = '']) => `${name} ${(attributes.match(/ [a-z-]+(?==")/g) ?? []).join('')}`)
    .filter((tag) => !/^\/?code $/.test(tag));

describe('a report as HTML', () => {
  it('allows its own look and nothing else', () => {
    expect(createHash('sha256').update(STYLE).digest('base64')).toBe(STYLE_HASH);
    expect(STYLE).not.toMatch(/<\/|url\(|@import/i);
    const page = htmlReport(document);
    expect(page).toContain(`<style>${STYLE}</style>`);
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  it('has the same tags and attributes whatever the texts in it are', () => {
    const meant = tagsOf(htmlReport(withText(document, 'calm')));
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(tagsOf(htmlReport(withText(document, text)))).toEqual(meant);
      }),
      { numRuns: 300 },
    );
  });

  it('marks the gate at which the call stops, and says it in words too', () => {
    const page = htmlReport(document);
    expect(page).toMatch(
      /<li class="failed stop"><span class="mark" aria-hidden="true">✗<\/span><div><b>credential<\/b><span class="spoken"> failed<\/span><p>The call stops here\.<\/p>/,
    );
  });

  it('lists several failures first, with how often each came', () => {
    expect(htmlReport(document)).toMatch(
      /<h1>2 failures<\/h1><ol><li class="bad"><a href="#failure-1">Stops at credential: [^<]*<\/a> <span class="tag">37 calls, same cause<\/span>/,
    );
  });
});
