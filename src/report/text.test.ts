import { describe, expect, it } from 'vitest';
import { confirmedDiagnosis, finding, unexplainedDiagnosis } from '../../test/support/sample-diagnosis.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { GATES } from '../model/rule.ts';
import { noPaint, type Painter, type Style } from './style.ts';
import { textReport, textReports } from './text.ts';
import { columns } from './wrap.ts';

const style = (changes: Partial<Style> = {}): Style => ({
  width: 80,
  colour: noPaint,
  unicode: true,
  plain: false,
  ...changes,
});

const likely = (): Diagnosis => ({
  ...unexplainedDiagnosis(),
  conclusion: { is: 'stops-at', gate: 'token', cause: 'made-up', verdict: 'likely' },
  findings: [finding({ verdict: 'likely' })],
});

const SAMPLES = { confirmed: confirmedDiagnosis(), likely: likely(), unexplained: unexplainedDiagnosis() };

/** Commands and addresses must stay whole to be copied. */
const isCopied = (line: string): boolean => /^\s*(?:curl |-d |https:\/\/|--answer )/.test(line);

const ESC = String.fromCharCode(27);

describe('text report', () => {
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

  it('gives the answer first: where it stops, why, how sure, who acts', () => {
    const [first = '', second = '', third = ''] = textReport(confirmedDiagnosis(), style({ width: 100 })).split('\n');
    expect(first).toBe('✗ Stops at: credential — an authorization code was sent as the bearer token (confirmed)');
    expect(second).toContain('Who acts: You (the caller), then Owner of the app registration');
    expect(third).toContain('GET https://api.fabric.microsoft.com/v1/workspaces -> 401');
  });

  it('explains before it mends, and mends before it names other causes', () => {
    const text = textReport(confirmedDiagnosis(), style());
    const order = [
      'The way of the call',
      'Why',
      'What shows it',
      'How to fix it',
      'What else it could be',
      'For support',
    ];
    const places = order.map((heading) => text.indexOf(`\n${heading}\n`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('puts the strongest evidence first', () => {
    const text = textReport(confirmedDiagnosis(), style());
    expect(text.indexOf('Proof: The bearer starts')).toBeLessThan(text.indexOf('Strong sign: The service says'));
    expect(text).toContain('Weak sign: No redirect');
  });

  it('names who acts once for steps in a row of the same person', () => {
    const fix = textReport(confirmedDiagnosis(), style()).split('How to fix it')[1] ?? '';
    expect(fix.match(/You \(the caller\)/g)).toHaveLength(1);
    expect(fix.indexOf('Owner of the app registration')).toBeLessThan(fix.indexOf('3. Check'));
  });

  it('leaves commands as they are, line by line, however narrow the terminal', () => {
    const text = textReport(confirmedDiagnosis(), style({ width: 40 }));
    const written = Object.values(confirmedDiagnosis().findings[0]?.fix[0]?.command ?? {}).join('\n');
    expect(written).not.toBe('');
    for (const line of written.split('\n')) expect(text).toContain(`${line}\n`);
  });

  it('says that a likely cause is not certain', () => {
    expect(textReport(likely(), style())).toMatch(
      /^✗ Stops at: token — the token has expired \(likely\)\n {2}Not certain yet/,
    );
  });

  it('never names a cause that was ruled out, only how many there were', () => {
    const text = textReport(confirmedDiagnosis(), style());
    expect(text).not.toContain('The network refused it');
    expect(text).toContain('One cause was ruled out');
  });

  it('names at most four other causes, and how many more there are', () => {
    const text = textReport(unexplainedDiagnosis(), style());
    expect(text.match(/Cause \w+ is behind it/g)).toHaveLength(4);
    expect(text).toContain('and 2 more');
  });

  it('admits it when nothing explains the call, and asks before it guesses', () => {
    const text = textReport(unexplainedDiagnosis(), style());
    expect(text).toMatch(/^\? Not explained yet\n/);
    expect(text).not.toContain('Stops at');
    expect(text.indexOf('Which role does the caller have')).toBeLessThan(text.indexOf('What it could be'));
  });

  it('shows every answer as the option to type, and that one may not know', () => {
    for (const width of [40, 80]) {
      const text = textReport(unexplainedDiagnosis(), style({ width }));
      for (const value of ['none', 'viewer', 'contributor', 'cannot-tell']) {
        expect(text).toMatch(new RegExp(`^\\s+--answer workspace\\.role=${value}(?: |$)`, 'm'));
      }
    }
  });

  it('shows a free answer without characters that a shell takes for its own', () => {
    const { question, ...rest } = unexplainedDiagnosis();
    if (!question) throw new Error('the sample has a question');
    const text = textReport({ ...rest, question: { ...question, fact: 'response.status', answers: [] } }, style());
    expect(text).toContain('--answer response.status=NUMBER');
    expect(text).not.toMatch(/--answer \S*[<>|&;$]/);
  });

  it('says that nothing is wrong only where no failure was seen', () => {
    const { facts: _facts, ...rest } = unexplainedDiagnosis();
    expect(textReport({ ...rest, facts: {} }, style())).toMatch(/^✓ Nothing wrong found/);
    expect(textReport({ ...rest, facts: {}, recognised: [] }, style())).toMatch(/^\? Not explained yet/);
  });

  it('uses no character beyond ASCII where the terminal has none', () => {
    const odd = { ...likely(), call: 'GET “x” — 401 …' };
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

  it('names a sealed secret for what it is, and never prints its claims or a hidden fact', () => {
    const text = textReport(confirmedDiagnosis(), style());
    expect(text).toMatch(/the bearer \[secret-1: authorization code/);
    expect(text).not.toMatch(/[\uE000\uE001]/);
    expect(text).not.toContain('Ada Lovelace');
    expect(text).not.toContain('Access token is invalid');
  });

  it('gives support the ids of the call', () => {
    expect(textReport(confirmedDiagnosis(), style())).toMatch(/Request id\s+8f49a868-987f-4716-80fd-600edd835419/);
  });

  it('numbers the calls only where there are several', () => {
    const one = textReports([confirmedDiagnosis()], style());
    const two = textReports([confirmedDiagnosis(), unexplainedDiagnosis()], style());
    expect(one).not.toContain('Call 1');
    expect(two.indexOf('Call 1 of 2')).toBeLessThan(two.indexOf('Call 2 of 2'));
  });
});
