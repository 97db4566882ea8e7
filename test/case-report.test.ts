import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import type { Diagnosis } from '../src/model/diagnosis.ts';
import { sealPastes } from '../src/redact/seal.ts';
import { caseReport } from '../src/report/case.ts';
import { type Case, parseCase, readCases } from '../tools/cases/read-case.ts';
import { runCase } from '../tools/cases/run-case.ts';

const rules = loadRules('rules');

/** What a saved failure does not show any more: the letters behind a token, and what a variable was set to. */
const LOST = ['truncated-or-corrupt-token/copied-from-a-table', 'malformed-authorization-header/dotnet-without-scheme'];

/** A failure, what was said of it, and the same failure saved and read back. */
const saved = (one: Case) => {
  const answers = { ...one.identity, ...one.answers };
  const [diagnosis] = diagnose(one.pastes, { rules, now: one.now, answers });
  if (diagnosis === undefined) throw new Error(`${one.id} gives no diagnosis.`);
  const text = caseReport({ sealed: sealPastes(one.pastes), answers, diagnosis });
  return { id: one.id, diagnosis, text, back: parseCase(text, one.file) };
};

const verdictOf = (diagnosis: Diagnosis | undefined): string =>
  diagnosis?.conclusion.is === 'stops-at'
    ? `${diagnosis.conclusion.cause} (${diagnosis.conclusion.verdict})`
    : 'unexplained';

describe('a failure saved as a case', () => {
  const all = readCases('fixtures').map(saved);

  it('comes out the same when it is read back', () => {
    const changed = all.flatMap(({ id, diagnosis, back }) => {
      const [before, after] = [verdictOf(diagnosis), verdictOf(runCase(back, rules, back.answers))];
      return before === after || LOST.includes(id) ? [] : [`${id}: ${before}, then ${after}`];
    });
    expect(changed).toEqual([]);
  }, 120_000);

  it('expects the cause that was found', () => {
    const wrong = all.filter(({ diagnosis, back }) => {
      const said = diagnosis.conclusion.is === 'stops-at' ? diagnosis.conclusion.cause : undefined;
      return back.expect.cause !== said || back.expect.unexplained !== (said === undefined ? true : undefined);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('holds no token, no secret and no mail address', () => {
    const secret = `Kq8${'Q~'}${'x7Zp'.repeat(9)}`;
    const text = `POST https://login.microsoftonline.com/common/oauth2/v2.0/token\n\ngrant_type=client_credentials&client_id=a&client_secret=${secret}\n\nana.lopez@contoso.com called`;
    const written = saved({
      id: 'x',
      file: 'x',
      now: '2026-03-01T12:00:00Z',
      pastes: [{ text }],
      identity: {},
      answers: {},
      expect: {},
    }).text;
    expect(written).toContain('client secret');
    expect(written).not.toContain(secret.slice(0, 12));
    expect(written).not.toContain('ana.lopez');
    expect(all.filter((one) => /eyJ[\w-]{10,}\.eyJ/.test(one.text)).map(({ id }) => id)).toEqual([]);
  });
});
