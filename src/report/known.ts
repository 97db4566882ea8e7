import type { FactPath } from '../facts/catalog.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { FactValue } from '../model/evidence.ts';
import { type Lines, labelled, section } from './layout.ts';
import type { Style } from './style.ts';

/** The facts that say most of a call, in the order in which a person would tell them, and what to call them. */
const TELLING = {
  'response.status': 'HTTP status',
  'response.code': 'Error code',
  'response.error-info': 'x-powerbi-error-info',
  'entra.code': 'Entra error',
  'call.api-name': 'API that was called',
  'caller.label': 'Caller',
  'credential.words': 'What was sent as credential',
  'token.resource-name': 'Token is for',
  'token.lifetime-words': 'Life of the token',
  'said.role': 'Role, as said',
  'said.done': 'Set up, as said',
  'said.missing': 'Missing, as said',
} as const satisfies Partial<Record<FactPath, string>>;

const inWords = (value: FactValue): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** What stands behind a label: the value, with what makes it a word of people rather than one of the tool. */
const wordsOf = (path: string, value: FactValue): string => {
  if (path === 'entra.code') return `AADSTS${inWords(value)}`;
  return path.startsWith('said.') ? inWords(value).replaceAll('-', ' ') : inWords(value);
};

/** What is known of a call that nothing explains yet, each with its label. */
export const knownRows = ({ facts }: Diagnosis): readonly { readonly label: string; readonly text: string }[] =>
  Object.entries(TELLING).flatMap(([path, label]) => {
    const fact = facts[path];
    if (fact?.state !== 'known') return [];
    return [{ label, text: wordsOf(path, fact.value) }];
  });

/** The same as lines. */
export const knownSection = (diagnosis: Diagnosis, style: Style): Lines =>
  section(
    'What is known',
    knownRows(diagnosis).flatMap(({ label, text }) => labelled(label, text, style)),
    style,
  );
