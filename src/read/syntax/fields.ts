import type { Fields } from '../../model/incident.ts';

/** The pairs of a query or form, encoded as pasted. The first of several values of one name counts. */
export const formFields = (text: string): Fields => {
  const fields = new Map<string, string>();
  for (const pair of text.split(/[&\r\n]+/)) {
    const at = pair.indexOf('=');
    const name = (at === -1 ? pair : pair.slice(0, at)).trim();
    if (name !== '' && !fields.has(name)) fields.set(name, at === -1 ? '' : pair.slice(at + 1).trim());
  }
  return fields;
};

const PROPERTY =
  /(?:"([^"\\\n]{1,120})"|'([^'\\\n]{1,120})'|\b([A-Za-z_]\w{0,60}))\s{0,20}[:=]\s{0,20}(?:"((?:[^"\\\n]|\\.){0,4000})"|'((?:[^'\\\n]|\\.){0,4000})'|([^\s,;{}[\]"']{1,400}))/g;

/**
 * The pairs of a JSON object or of a literal in code: quotes may be single, names bare, commas missing. Pairs of inner
 * objects count too; the first of several values of one name counts.
 */
export const literalFields = (text: string): Fields => {
  const fields = new Map<string, string>();
  for (const match of text.matchAll(PROPERTY)) {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    if (!fields.has(name)) fields.set(name, match[4] ?? match[5] ?? match[6] ?? '');
  }
  return fields;
};

const NAME = /"([^"\\\n]{1,120})"\s{0,20}:|'([^'\\\n]{1,120})'\s{0,20}:/g;

/** Every property name of a JSON text, at any depth, each once; works for JSON that is cut off or not quite JSON. */
export const propertyNames = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(NAME)].map((match) => match[1] ?? match[2] ?? '')),
];
