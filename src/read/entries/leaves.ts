import type { Json } from '../../model/secret.ts';
import { isObject } from '../syntax/json.ts';

/** A value of a document that is no object, with the names above it, in lower case without `_`, `-` and `.`. */
export interface Leaf {
  readonly path: readonly string[];
  /** The last name as written. */
  readonly name: string;
  readonly value: string;
}

const DEEPEST = 7;
const MOST = 400;

const plain = (name: string): string => name.toLowerCase().replace(/[\s_@.-]/g, '');

/** The names of a dotted field, as OpenTelemetry and ECS write them: `http.response.status_code`. */
const namesOf = (name: string): readonly string[] => name.split('.').map(plain);

const childrenOf = (value: Json): readonly (readonly [string, Json])[] =>
  Array.isArray(value) ? value.map((each: Json) => ['', each] as const) : isObject(value) ? Object.entries(value) : [];

/** Values that are a document themselves are kept whole where the name says that they are a body. */
const isBody = (name: string): boolean =>
  /^(?:body|data|payload|content|responsebody|requestbody|responsetext)$/.test(plain(name));

/** Fields in which Application Insights keeps a document as text. */
const PACKED = /^(?:customdimensions|properties)$/;

const unpacked = (name: string, value: Json): Json => {
  if (typeof value !== 'string' || !value.startsWith('{') || !PACKED.test(plain(name))) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
};

const simple = (value: Json): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** The texts and numbers of a document, the first of them, with their paths. */
export const leavesOf = (document: Json): readonly Leaf[] => {
  const leaves: Leaf[] = [];
  const walk = (given: Json, name: string, path: readonly string[]): void => {
    const value = unpacked(name, given);
    if (leaves.length >= MOST || path.length > DEEPEST) return;
    const text = simple(value);
    if (text !== undefined) leaves.push({ path, name, value: text });
    if (text === undefined && isBody(name)) leaves.push({ path, name, value: JSON.stringify(value) });
    for (const [key, child] of childrenOf(value)) walk(child, key, key === '' ? path : [...path, ...namesOf(key)]);
  };
  walk(document, '', []);
  return leaves;
};
