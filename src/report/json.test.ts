import { describe, expect, it } from 'vitest';
import { confirmedDiagnosis, unexplainedDiagnosis } from '../../test/support/sample-diagnosis.ts';
import { jsonReport } from './json.ts';

const context = { now: '2026-03-01T12:00:00.000Z', tool: { name: 'fabric-auth-doctor', version: '1.2.3' } } as const;

describe('JSON report', () => {
  it('is one versioned document with every diagnosis', () => {
    const report = JSON.parse(jsonReport([confirmedDiagnosis(), unexplainedDiagnosis()], context));
    expect(Object.keys(report)).toEqual(['version', 'tool', 'now', 'diagnoses']);
    expect(report).toMatchObject({ version: 1, ...context });
    expect(report.diagnoses.map((d: { conclusion: unknown }) => d.conclusion)).toEqual([
      { is: 'stops-at', gate: 'credential', cause: 'code-as-bearer', verdict: 'confirmed' },
      { is: 'unexplained' },
    ]);
  });

  it('drops hidden facts and keeps the others', () => {
    const [diagnosis] = JSON.parse(jsonReport([confirmedDiagnosis()], context)).diagnoses;
    expect(Object.keys(diagnosis.facts)).toEqual(['response.code', 'response.request-id', 'response.status']);
  });

  it('describes secrets without anything they hold', () => {
    const text = jsonReport([confirmedDiagnosis()], context);
    const [diagnosis] = JSON.parse(text).diagnoses;
    expect(diagnosis.secrets).toEqual([
      {
        id: 1,
        kind: 'authorization-code',
        rivals: ['refresh-token'],
        fields: ['bearer'],
        length: 322,
        integrity: 'whole',
      },
    ]);
    expect(text).not.toContain('Ada Lovelace');
    expect(text).not.toMatch(/[\uE000\uE001]/);
  });

  it('keeps odd characters of a paste as escapes, so that printing it steers no terminal', () => {
    const call = `GET /x${String.fromCharCode(27)}[2J\u009b31m\u202e`;
    const text = jsonReport([{ ...confirmedDiagnosis(), call }], context);
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    expect(JSON.parse(text).diagnoses[0].call).toBe(call);
  });
});
