import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText, withText } from '../../test/support/hostile.ts';
import { outlineOfDocument, outlineOfMarkdown } from '../../test/support/outline.ts';
import {
  confirmedDiagnosis,
  finding,
  likelyDiagnosis,
  unexplainedDiagnosis,
} from '../../test/support/sample-diagnosis.ts';
import { markdownReport } from './markdown.ts';
import { inline } from './markdown-text.ts';
import { reportDocument } from './report-document.ts';

const context = {
  tool: { name: 'fabric-auth-doctor', version: '1.2.3' },
  now: '2026-03-01T12:00:00.000Z',
} as const;
const several = [confirmedDiagnosis(), unexplainedDiagnosis(), likelyDiagnosis()];
const streamed = { entries: 5000, failures: 40, left: 1, isWhole: true };
const document = reportDocument(several, { ...context, calls: [37, 2, 1], streamed });

describe('a report as Markdown', () => {
  it('has the structure that was meant, by an independent parser', () => {
    for (const report of [document, reportDocument([confirmedDiagnosis()], context), reportDocument([], context)]) {
      expect(outlineOfMarkdown(markdownReport(report))).toEqual(outlineOfDocument(report));
    }
  });

  it('keeps that structure whatever the texts in it are: no link, image, HTML, table or heading but ours', () => {
    const meant = outlineOfDocument(document);
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(outlineOfMarkdown(markdownReport(withText(document, text)))).toEqual(meant);
      }),
      { numRuns: 300 },
    );
  });

  it('calls nobody: mentions, issues, emoji and mail addresses stand in code', () => {
    const text = inline('ask @octocat or a@b.example about #12, GH-13, a/b#14, !15 and :tada:');
    expect(text).toBe('ask `@octocat` or `a@b.example` about `#12`, `GH-13`, `a/b#14`, `!15` and `:tada:`');
  });

  it('leaves plain sentences as they are', () => {
    const text = 'Entra admin center > App registrations > the app (at 12:30:15): it is 50 % done - "really".';
    expect(inline(text)).toBe(text);
    expect(inline('put `.default`, or <tenant id>, there')).toBe('put `.default`, or `<tenant id>`, there');
  });

  it('keeps a gap to fill in one piece of code, with what it stands in', () => {
    expect(inline('the app <application (client) id>, as')).toBe('the app `<application (client) id>`, as');
    expect(inline('Put /groups/<workspace id>/ or /groups/{workspace id} in.')).toBe(
      'Put `/groups/<workspace id>/` or `/groups/{workspace id}` in.',
    );
    expect(inline('GET https://a.example/items?<suppressed 1 parameter(s)> failed')).toBe(
      'GET `https://a.example/items?<suppressed 1 parameter(s)>` failed',
    );
  });

  it('links only to addresses of rules, and to none with odd characters', () => {
    const sources = ['https://learn.microsoft.com/fabric', 'https://x/) [a](b', 'javascript:alert(1)', 'https://x/<b>'];
    const main = finding({ cause: 'made-up', verdict: 'confirmed', sources });
    const conclusion = { is: 'stops-at', gate: 'token', cause: 'made-up', verdict: 'confirmed' } as const;
    const text = markdownReport(reportDocument([{ ...confirmedDiagnosis(), conclusion, findings: [main] }], context));
    expect(text.match(/<https:[^>]*>/g)).toEqual(['<https://learn.microsoft.com/fabric>']);
    expect(outlineOfMarkdown(text).filter((word) => word === 'link')).toHaveLength(1);
  });

  it('says which command is which where a step has several', () => {
    const step = {
      do: 'Give it.',
      who: 'workspace-admin',
      command: { curl: 'curl a', 'curl-powerbi': 'curl b' },
    } as const;
    const sample = likelyDiagnosis();
    const findings = sample.findings.map((each) => ({ ...each, fix: [step] }));
    const text = markdownReport(reportDocument([{ ...sample, findings }], context));
    expect(text).toContain('   curl, Power BI API:\n\n   ```shell\n   curl b\n');
  });

  it('says how many calls failed alike, and lists several failures first', () => {
    const text = markdownReport(document);
    expect(text).toMatch(/^# 3 failures, 3 reports\n\n1\. ✗ Stops at credential: .*\(37 calls, same cause\)$/m);
    expect(text).toContain('- **How often**: 37 calls, same cause');
    expect(text).toContain('40 of 5,000 entries are failing calls, of 3 kinds.');
  });
});
