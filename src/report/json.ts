import { factSpec, isFactPath } from '../facts/catalog.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Fact } from '../model/evidence.ts';
import type { Secret } from '../model/secret.ts';
import { unsealed } from '../redact/neutralise.ts';
import { mapTexts } from './readable.ts';

/** What is told of a secret: what it is, never what it holds. Claims that matter are facts. */
export type JsonSecret = Omit<Secret, 'head' | 'claims'>;

/** One failing call in the JSON report. */
export interface JsonDiagnosis extends Omit<Diagnosis, 'version' | 'now' | 'secrets'> {
  readonly secrets: readonly JsonSecret[];
}

/** The JSON report. `version` grows when a reader of the document would break. */
export interface JsonReport {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly now: string;
  readonly diagnoses: readonly JsonDiagnosis[];
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
export const jsonText = (document: object): string =>
  `${JSON.stringify(document, null, 2).replace(STEERING, escaped)}\n`;

/** All diagnoses as one document, with a line break at its end. */
export const jsonReport = (
  diagnoses: readonly Diagnosis[],
  { now, tool }: Pick<JsonReport, 'now' | 'tool'>,
): string => {
  const report: JsonReport = { version: 1, tool, now, diagnoses: diagnoses.map(jsonDiagnosis) };
  return jsonText(report);
};
