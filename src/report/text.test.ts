import { describe, expect, it } from 'vitest';
import { style } from '../../test/support/report-style.ts';
import {
  confirmedDiagnosis,
  finding,
  likelyDiagnosis,
  unexplainedDiagnosis,
} from '../../test/support/sample-diagnosis.ts';
import { textReport, textReports } from './text.ts';

describe('text report', () => {
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

  it('shows a command in the language of the paste, says where the others are, and shows all where it cannot tell', () => {
    const sample = confirmedDiagnosis();
    const cause = finding({
      ...sample.findings[0],
      fix: [{ do: 'Ask again.', who: 'caller', command: { curl: 'curl x', python: 'get(x)' } }],
    });
    const from = { by: 'read', place: { paste: 0, line: 1, what: 'text' } } as const;
    const facts = { ...sample.facts, 'client.tools': { state: 'known', value: ['msal'], origin: from } } as const;
    const own = textReport({ ...sample, findings: [cause], facts }, style());
    const all = textReport({ ...sample, findings: [cause] }, style());
    expect([own.includes('curl x'), own.includes('get(x)'), own.includes('json has it for curl')]).toEqual([
      false,
      true,
      true,
    ]);
    expect([all.includes('curl x'), all.includes('get(x)')]).toEqual([true, true]);
  });

  it('names the first weak signs behind better ones and counts the rest, and names all where there is nothing better', () => {
    const sign = (strength: 'strong' | 'weak', text: string) =>
      ({ strength, text, facts: [], rests: ['paste'] }) as const;
    const weak = ['one', 'two', 'three', 'four'].map((word) => sign('weak', `It is weak sign ${word}.`));
    const shown = (signs: readonly ReturnType<typeof sign>[]): string => {
      const sample = likelyDiagnosis();
      const findings = sample.findings.map((each) => ({ ...each, for: signs }));
      return textReport({ ...sample, findings }, style({ width: 200 }));
    };
    const behind = shown([sign('strong', 'It is strong.'), ...weak]);
    expect([behind.includes('sign two'), behind.includes('sign three')]).toEqual([true, false]);
    expect(behind).toContain('Weak signs: 2 more; --format json says which.');
    expect(shown(weak)).toContain('sign four');
  });

  it('leaves an address to open in one piece, in a line of its own', () => {
    const where = 'https://login.microsoftonline.com/<tenant id>/oauth2/v2.0/authorize?client_id=1&scope=a/.default';
    const sample = likelyDiagnosis();
    const findings = sample.findings.map((each) => ({
      ...each,
      fix: [{ do: 'Sign in.', who: 'caller', where } as const],
    }));
    expect(textReport({ ...sample, findings }, style())).toContain(`     Where:\n       ${where}\n`);
  });

  it('says of an open tenant setting that it is one: its name alone could be anything', () => {
    const sample = likelyDiagnosis();
    const other = finding({ title: 'The setting leaves the caller out', open: ['setting.sp-admin-read'] });
    const text = textReport({ ...sample, findings: [...sample.findings, other] }, style({ width: 120 }));
    expect(text).toContain('Open: the tenant setting "Service principals can access read-only admin APIs".');
  });

  it('goes on in small letters behind the dash, whatever word a title starts with', () => {
    const sample = likelyDiagnosis();
    const findings = sample.findings.map((each) => ({ ...each, title: 'What was sent is no id' }));
    expect(textReport({ ...sample, findings }, style())).toMatch(/^✗ Stops at: token — what was sent is no id \(/);
  });

  it('says that a likely cause is not certain', () => {
    expect(textReport(likelyDiagnosis(), style())).toMatch(
      /^✗ Stops at: token — the token has expired \(likely\)\n {2}Not certain yet/,
    );
  });

  it('never names a cause that was ruled out, only how many there were', () => {
    const text = textReport(confirmedDiagnosis(), style());
    expect(text).not.toContain('The network refused it');
    expect(text).toContain('Ruled out\n  One cause;');
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

  it('shows no way of the call where nothing was recognised and nothing is known of it', () => {
    const { gates, recognised, ...rest } = unexplainedDiagnosis();
    const unknown = gates.map((gate) => ({ ...gate, state: 'unknown' as const }));
    expect(textReport({ ...rest, gates: unknown, recognised: [] }, style())).not.toContain('The way of the call');
    expect(textReport({ ...rest, gates: unknown, recognised }, style())).toContain('The way of the call');
    expect(textReport({ ...rest, gates, recognised: [] }, style())).toContain('The way of the call');
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
    expect(textReport({ ...rest, facts: {}, recognised: [] }, style())).toMatch(
      /^\? Not explained yet\n {2}No request/,
    );
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
