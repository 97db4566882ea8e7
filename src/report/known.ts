import { type FactPath, factSpec } from '../facts/catalog.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Fact, FactValue } from '../model/evidence.ts';
import { labelled, type Lines, section } from './layout.ts';
import type { Style } from './style.ts';

/** The facts that say most of a call, in the order in which a person would tell them. */
const TELLING = [
  'response.status',
  'response.code',
  'response.error-info',
  'entra.code',
  'caller.label',
  'credential.words',
  'token.resource-name',
  'token.lifetime-words',
  'call.api-name',
] as const satisfies readonly FactPath[];

const inWords = (value: FactValue): string => (Array.isArray(value) ? value.join(', ') : String(value));

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const knownLine = (path: FactPath, fact: Fact | undefined, style: Style): Lines =>
  fact?.state === 'known' && !factSpec(path).hidden
    ? labelled(sentence(factSpec(path).meaning), inWords(fact.value), style)
    : [];

/** What is known of a call that nothing explains yet. */
export const knownSection = ({ facts }: Diagnosis, style: Style): Lines =>
  section('What is known', TELLING.flatMap((path) => knownLine(path, facts[path], style)), style);
