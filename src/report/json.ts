import { factSpec, isFactPath } from '../facts/catalog.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Fact } from '../model/evidence.ts';
import type { Secret } from '../model/secret.ts';
import { unsealed } from '../redact/neutralise.ts';
import { mapTexts } from './readable.ts';
import type { StreamedWords } from './streamed.ts';

/** What is told of a secret: what it is, never what it holds. Claims that matter are facts. */
export type JsonSecret = Omit<Secret, 'head' | 'claims'>;

/** One failing call in the JSON report. */
export interface JsonDiagnosis extends Omit<Diagnosis, 'version' | 'now' | 'secrets'> {
  /** How many calls of a log or a recording failed alike; this is the first of them. */
  readonly calls?: number;
  readonly secrets: readonly JsonSecret[];
}

/** The JSON report. `version` grows when a reader of the document would break. */
export interface JsonReport {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly now: string;
  readonly diagnoses: readonly JsonDiagnosis[];
  /** What was read of recordings and logs. */
  readonly streamed?: StreamedWords;
}

const isShown = (path: string): boolean => isFactPath(path) && !factSpec(path).hidden;

const shownFacts = (facts: Readonly<Record<string, Fact>>): Readonly<Record<string, Fact>> =>
  Object.fromEntries(Object.entries(facts).filter(([path]) => isShown(path)));

const description = ({ head: _head, claims: _claims, ...rest }: Secret): JsonSecret => rest;

const jsonDiagnosis = ({ version: _version, now: _now, ...diagnosis }: Diagnosis): JsonDiagnosis => {
  const named = mapTexts(diagnosis, (text) => unsealed(text, diagnosis.secrets));
  return { ...named, facts: shownFacts(named.facts), secrets: named.secrets.map(description) };
};

/** Characters that steer a terminal or turn the direction of text; `JSON.stringify` leaves them as they are. */
const STEERING = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A document as it is printed, with a line break at its end. */
const jsonText = (document: object): string => `${JSON.stringify(document, null, 2).replace(STEERING, escaped)}\n`;

/** Any answer as a versioned document. `version` grows when a reader of it would break. */
export const jsonDocument = (tool: JsonReport['tool'], answer: object): string =>
  jsonText({ version: 1, tool, ...answer });

/** One diagnosis as one line of JSON lines, with the line break at its end. */
export const jsonLine = (diagnosis: Diagnosis, tool: JsonReport['tool']): string => {
  const line = { version: 1, tool, now: diagnosis.now, ...jsonDiagnosis(diagnosis) };
  return `${JSON.stringify(line).replace(STEERING, escaped)}\n`;
};

/** All diagnoses as one document, with a line break at its end. `calls` counts those that failed alike, in their order. */
export const jsonReport = (
  diagnoses: readonly Diagnosis[],
  { now, tool, streamed }: Pick<JsonReport, 'now' | 'tool' | 'streamed'>,
  calls: readonly number[] = [],
): string => {
  const counted = diagnoses.map((diagnosis, i) => ({
    ...(calls[i] !== undefined && { calls: calls[i] }),
    ...jsonDiagnosis(diagnosis),
  }));
  const report: JsonReport = { version: 1, tool, now, diagnoses: counted, ...(streamed && { streamed }) };
  return jsonText(report);
};
