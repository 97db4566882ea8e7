import { describe, expect, it } from 'vitest';
import { style } from '../../test/support/report-style.ts';
import {
  confirmedDiagnosis,
  finding,
  likelyDiagnosis,
  unexplainedDiagnosis,
} from '../../test/support/sample-diagnosis.ts';
import { GATES } from '../model/rule.ts';
import type { Painter } from './style.ts';
import { textReport } from './text.ts';
import { columns } from './wrap.ts';

const SAMPLES = { confirmed: confirmedDiagnosis(), likely: likelyDiagnosis(), unexplained: unexplainedDiagnosis() };

/** Commands and addresses must stay whole to be copied. */
const isCopied = (line: string): boolean => /^\s*(?:curl |-d |https:\/\/|--answer )/.test(line);

const ESC = String.fromCharCode(27);

describe('the layout of a text report', () => {
  for (const [name, diagnosis] of Object.entries(SAMPLES)) {
    for (const width of [40, 60, 80, 100]) {
      it(`keeps within ${width} columns (${name})`, () => {
        const lines = textReport(diagnosis, style({ width })).split('\n');
        expect(lines.filter((line) => !isCopied(line) && columns(line) > width)).toEqual([]);
      });
    }

    for (const plain of [false, true]) {
      it(`names every gate exactly once in the checklist (${name}, ${plain ? 'plain' : 'with marks'})`, () => {
        const text = textReport(diagnosis, style({ plain }));
        const checklist = text.slice(text.indexOf('The way of the call')).split('\n\n')[0] ?? '';
        const words = checklist.split(/[\s,:]+/);
        for (const gate of GATES) expect(words.filter((word) => word === gate)).toEqual([gate]);
      });
    }
  }

  it('leaves commands as they are, line by line, however narrow the terminal', () => {
    const text = textReport(confirmedDiagnosis(), style({ width: 40 }));
    const written = Object.values(confirmedDiagnosis().findings[0]?.fix[0]?.command ?? {}).join('\n');
    expect(written).not.toBe('');
    for (const line of written.split('\n')) expect(text).toContain(`${line}\n`);
  });

  it('leaves no blanks at the end of a line', () => {
    for (const diagnosis of Object.values(SAMPLES)) expect(textReport(diagnosis, style())).not.toMatch(/[ \t]$/m);
  });

  it('says once what several unknown gates wait for', () => {
    const text = textReport(unexplainedDiagnosis(), style());
    expect(text.match(/Nobody said whether/g)).toHaveLength(1);
  });

  it('uses no character beyond ASCII where the terminal has none', () => {
    const odd = { ...likelyDiagnosis(), call: 'GET “x” — 401 …' };
    expect(textReport(odd, style({ unicode: false }))).toMatch(/^[\x20-\x7e\n]*$/);
    expect(textReport(confirmedDiagnosis(), style({ unicode: false }))).toMatch(/^x Stops at/);
  });

  it('reads as labelled lines when plain: states are words, and no line starts with a blank or a mark', () => {
    const { fix: _fix, ...cause } = confirmedDiagnosis().findings[0] ?? finding();
    const text = textReport({ ...confirmedDiagnosis(), findings: [{ ...cause, fix: [] }] }, style({ plain: true }));
    expect(text).toContain('credential: failed.');
    expect(text).toContain('token: not reached.');
    expect(text).not.toMatch(/^[ ·✓✗!+]/m);
  });

  it('means the same without colour: the paint adds nothing but paint', () => {
    const mark = (text: string): string => `<${text}>`;
    const painted: Painter = { strong: mark, good: mark, bad: mark, warn: mark, dim: mark, code: mark };
    const strip = (text: string): string => text.replace(/[<>]/g, '');
    for (const diagnosis of Object.values(SAMPLES)) {
      const bare = textReport(diagnosis, style());
      expect(strip(textReport(diagnosis, style({ colour: painted })))).toBe(strip(bare));
    }
  });

  it('lets nothing from a paste steer the terminal, wherever it stands', () => {
    const evil = `${ESC}[2J${ESC}]0;title\u0007\u009b31m\u202e`;
    const sample = confirmedDiagnosis();
    const cause = { ...finding(), ...sample.findings[0], title: `T${evil}`, explain: evil };
    const text = textReport(
      {
        ...sample,
        call: `GET ${evil}`,
        findings: [{ ...cause, fix: [{ do: evil, who: 'caller', command: { curl: `curl ${evil}\n${evil}` } }] }],
        recognised: [{ what: evil, place: { paste: 0, line: 1, what: evil } }],
        notices: [{ code: 'cut-off', text: evil }],
      },
      style(),
    );
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });
});
