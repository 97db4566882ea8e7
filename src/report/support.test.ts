import { describe, expect, it } from 'vitest';
import { confirmedDiagnosis, finding, unexplainedDiagnosis } from '../../test/support/sample-diagnosis.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Fact, FactValue } from '../model/evidence.ts';
import { supportSection } from './support.ts';

const known = (value: FactValue): Fact => ({ state: 'known', value, origin: { by: 'derived', from: [] } });

const facts = (values: Readonly<Record<string, FactValue>>): Pick<Diagnosis, 'facts'> => ({
  facts: Object.fromEntries(Object.entries(values).map(([path, value]) => [path, known(value)])),
});

const rowsOf = (diagnosis: Diagnosis): Readonly<Record<string, string>> => {
  const [first] = supportSection(diagnosis).blocks;
  if (first?.is !== 'rows') throw new Error('no rows');
  return Object.fromEntries(first.rows.map(({ label, text }) => [label, text]));
};

describe('what Microsoft support needs', () => {
  it('goes to Entra where no token was issued, with the sign-in log to look at first', () => {
    const rows = rowsOf({
      ...unexplainedDiagnosis(),
      ...facts({ 'call.refused-by': 'entra', 'entra.code': 7000215, 'caller.kind': 'service-principal' }),
    });
    expect(rows['Team']).toMatch(/^Microsoft Entra/);
    expect(rows['Look first at']).toMatch(/Sign-in logs > Service principal sign-ins$/);
  });

  it('names the log of an id, and has no column for logs where nothing is looked up in one', () => {
    const headOf = (values: Readonly<Record<string, FactValue>>) =>
      supportSection({ ...unexplainedDiagnosis(), ...facts(values) }).blocks.flatMap((block) =>
        block.is === 'table' ? [block.head, block.rows] : [],
      );
    expect(headOf({ 'response.status': 403 })).toEqual([['What', 'Value'], [['HTTP status', { code: '403' }]]]);
    expect(headOf({ 'response.request-id': 'x' })[0]).toEqual(['What', 'Value', 'Found in']);
  });

  it('goes to Power BI and Fabric where the API refused', () => {
    expect(rowsOf(confirmedDiagnosis())['Team']).toBe('Power BI and Fabric: the API itself refused.');
  });

  it('goes to nobody at Microsoft where the call never arrived', () => {
    const findings = [finding({ cause: 'made-up', gate: 'reach', verdict: 'confirmed' })];
    const conclusion = { is: 'stops-at', gate: 'reach', cause: 'made-up', verdict: 'confirmed' } as const;
    expect(rowsOf({ ...confirmedDiagnosis(), findings, conclusion })['Team']).toMatch(/^Your own network team/);
  });

  it('claims no team where nothing is known', () => {
    expect(rowsOf({ ...unexplainedDiagnosis(), facts: {} })['Team']).toMatch(/^Not clear yet/);
  });

  it('lists ids with the log that has them, and asks for those that are missing', () => {
    const diagnosis = confirmedDiagnosis();
    const [, table] = supportSection(diagnosis).blocks;
    expect(table).toMatchObject({
      rows: [
        ['Request id', { code: '8f49a868-987f-4716-80fd-600edd835419' }, 'log of the service that answered'],
        ['HTTP status', { code: '401' }, ''],
        ['Error code', { code: 'InvalidToken' }, ''],
      ],
    });
    expect(rowsOf(diagnosis)['Please add']).toBe(
      'the time of the call in UTC, to the second (header Date); the tenant id.',
    );
  });

  it('gives the id under which the sign-in log lists a token', () => {
    const [, table] = supportSection({
      ...confirmedDiagnosis(),
      ...facts({ 'token.uti': 'AAAAAAAAAAAAAAAAAAAAAA' }),
    }).blocks;
    expect(JSON.stringify(table)).toContain('"Sign-in request id",{"code":"00000000-0000-0000-0000-000000000000"}');
  });
});
