import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import type { Diagnosis } from '../src/model/diagnosis.ts';
import { htmlReport } from '../src/report/html.ts';
import { jsonLine, jsonReport } from '../src/report/json.ts';
import { markdownReport } from '../src/report/markdown.ts';
import { reportDocument } from '../src/report/report-document.ts';
import { textReports } from '../src/report/text.ts';
import { readCases } from '../tools/cases/read-case.ts';
import { outlineOfDocument, outlineOfMarkdown } from './support/outline.ts';
import { style } from './support/report-style.ts';
import { confirmedDiagnosis, unexplainedDiagnosis } from './support/sample-diagnosis.ts';

const tool = { name: 'fabric-auth-doctor', version: '0.0.0' } as const;
const now = '2026-03-01T12:00:00Z';

const schema = JSON.parse(readFileSync('docs/report.schema.json', 'utf8'));
const ajv = new Ajv2020({ strict: true, strictRequired: false });
ajv.addSchema(schema, 'report');
const faultsOf = (document: object, part = ''): readonly string[] =>
  ajv.validate(`report${part}`, document)
    ? []
    : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

/** All fixtures are diagnosed once for all formats. */
const all: { readonly id: string; readonly diagnoses: readonly Diagnosis[] }[] = [];
beforeAll(() => {
  const rules = loadRules('rules');
  for (const { id, pastes, now: at, answers } of readCases('fixtures')) {
    all.push({ id, diagnoses: diagnose(pastes, { rules, now: at, answers }) });
  }
}, 240_000);

const documents = () => all.map(({ id, diagnoses }) => ({ id, report: reportDocument(diagnoses, { tool, now }) }));

describe('the reports of all fixtures', () => {
  it('fit the published schema, as a document and as lines', { timeout: 60_000 }, () => {
    expect(all.length).toBeGreaterThan(400);
    const wrong = all.flatMap(({ id, diagnoses }) => {
      const whole = faultsOf(JSON.parse(jsonReport(diagnoses, { now, tool })));
      const lines = diagnoses.flatMap((one) => faultsOf(JSON.parse(jsonLine(one, tool)), '#/$defs/line'));
      return [...whole, ...lines].map((fault) => `${id}: ${fault}`);
    });
    expect(wrong).toEqual([]);
  });

  it('show no encoded token, in any format', { timeout: 60_000 }, () => {
    const wrong = all.filter(({ diagnoses }) => {
      const report = reportDocument(diagnoses, { tool, now });
      const texts = [textReports(diagnoses, style()), jsonReport(diagnoses, { now, tool })];
      return /eyJ[\w-]{12}/.test([...texts, markdownReport(report), htmlReport(report)].join('\n'));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('have in Markdown the structure that an independent parser reads from it', { timeout: 60_000 }, () => {
    const wrong = documents().filter(
      ({ report }) =>
        JSON.stringify(outlineOfMarkdown(markdownReport(report))) !== JSON.stringify(outlineOfDocument(report)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('hold in HTML no script, no handler and no address that a page would load', { timeout: 60_000 }, () => {
    const wrong = documents().filter(({ report }) =>
      /<(?:script|img|iframe|object|embed|link|form|base|svg)\b|<[^>]*\s(?:on\w+|src|style|srcset)=|href="(?!https:\/\/|#)/i.test(
        htmlReport(report),
      ),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('the published schema', () => {
  it('holds for the calls of a recording, counted', () => {
    const streamed = { entries: 5000, failures: 38, left: 0, isWhole: true };
    const text = jsonReport([confirmedDiagnosis(), unexplainedDiagnosis()], { now, tool, streamed }, [37, 1]);
    expect(faultsOf(JSON.parse(text))).toEqual([]);
  });

  it('says no to what is no report', () => {
    const report = JSON.parse(jsonReport([confirmedDiagnosis()], { now, tool }));
    const [diagnosis] = report.diagnoses;
    expect(faultsOf({ ...report, version: 2 })).toEqual(['/version must be equal to constant']);
    for (const change of [{ gates: [{ gate: 'moon' }] }, { facts: { 'no.fact': 1 } }, { call: 1 }, { secrets: [1] }]) {
      expect(faultsOf({ ...report, diagnoses: [{ ...diagnosis, ...change }] })).not.toEqual([]);
    }
    expect(faultsOf(report, '#/$defs/line')).not.toEqual([]);
  });
});
