import { choicesOf, FACT_PATHS, type FactPath, factSpec } from '../src/facts/catalog.ts';
import { WHO } from '../src/model/fact.ts';
import { GATES, LIKELIHOODS, STRENGTHS } from '../src/model/rule.ts';

type Schema = Readonly<Record<string, unknown>>;

const oneOrMore = (item: Schema): Schema => ({ anyOf: [item, { type: 'array', minItems: 1, items: item }] });
const TEXT: Schema = { type: 'string' };

type Kind = 'text' | 'number' | 'boolean';

const SCALAR: Readonly<Record<Kind, Schema>> = { text: TEXT, number: { type: 'number' }, boolean: { type: 'boolean' } };
const KIND_OF: Readonly<Record<string, Kind>> = { number: 'number', numbers: 'number', flag: 'boolean' };

const SHARED: Schema = {
  'starts-with': { $ref: '#/$defs/texts' },
  contains: { $ref: '#/$defs/texts' },
  matches: { $ref: '#/$defs/texts' },
  before: TEXT,
  after: TEXT,
  known: { type: 'boolean' },
};

const operators = (own: Schema): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: { ...own, ...SHARED },
});

const singleTest = (value: Schema): Schema => {
  const values = { type: 'array', items: value };
  return { anyOf: [value, values, operators({ in: values, 'not-in': values })] };
};

/** One definition for each kind of fact that has no values of its own. */
const testDefinitions = (): Schema => ({
  texts: oneOrMore(TEXT),
  ...Object.fromEntries(Object.entries(SCALAR).map(([kind, value]) => [`${kind}-test`, singleTest(value)])),
  ...Object.fromEntries(
    Object.entries(SCALAR).map(([kind, value]) => [
      `${kind}-list-test`,
      operators({ has: oneOrMore(value), lacks: oneOrMore(value) }),
    ]),
  ),
});

const testSchema = (path: FactPath): Schema => {
  const spec = factSpec(path);
  const choices = choicesOf(spec);
  if (choices) {
    const value = { enum: choices };
    return {
      description: spec.meaning,
      anyOf: [value, { type: 'array', items: value }, { $ref: '#/$defs/text-test' }],
    };
  }
  const list = spec.type === 'list' || spec.type === 'numbers';
  const kind = KIND_OF[String(spec.type)] ?? 'text';
  return { description: spec.meaning, $ref: `#/$defs/${kind}${list ? '-list' : ''}-test` };
};

const object = (properties: Schema, required: readonly string[]): Schema => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

/** The JSON Schema of a rule file, made from the fact catalog, so that an editor underlines a fact that is none. */
export const ruleSchema = (): Schema => {
  const block = {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: Object.fromEntries(FACT_PATHS.map((path) => [path, testSchema(path)])),
  };
  const when = { $ref: '#/$defs/when' };
  const sign = object({ strength: { enum: STRENGTHS }, when, because: TEXT }, ['strength', 'when', 'because']);
  const step = object(
    {
      do: TEXT,
      who: { enum: WHO },
      where: TEXT,
      command: { type: 'object', additionalProperties: TEXT },
      confirm: when,
      when,
      unless: when,
    },
    ['do', 'who'],
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A cause of fabric-auth-doctor',
    ...object(
      {
        id: TEXT,
        title: TEXT,
        gate: { enum: GATES },
        likelihood: { enum: LIKELIHOODS },
        'possible-when': when,
        signs: { type: 'array', minItems: 1, items: { $ref: '#/$defs/sign' } },
        'counter-signs': { type: 'array', items: { $ref: '#/$defs/sign' } },
        explain: TEXT,
        fix: { type: 'array', minItems: 1, items: { $ref: '#/$defs/step' } },
        'mistaken-for': { type: 'array', items: TEXT },
        sources: { type: 'array', minItems: 1, items: TEXT },
      },
      ['id', 'title', 'gate', 'likelihood', 'signs', 'explain', 'fix', 'sources'],
    ),
    $defs: { ...testDefinitions(), block, when: oneOrMore({ $ref: '#/$defs/block' }), sign, step },
  };
};
