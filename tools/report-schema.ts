import { choicesOf, FACT_PATHS, type FactPath, factSpec } from '../src/facts/catalog.ts';
import { VERDICTS } from '../src/model/diagnosis.ts';
import { WHO } from '../src/model/fact.ts';
import { GATES, LIKELIHOODS, STRENGTHS } from '../src/model/rule.ts';

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: 'string' };
const NUMBER: Schema = { type: 'number' };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const FLAG: Schema = { type: 'boolean' };

const list = (items: Schema): Schema => ({ type: 'array', items });
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** Documents may get more properties within a version, so that a reader has to bear with names that it does not know. */
const object = (
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

const VALUES: Readonly<Record<string, Schema>> = {
  text: TEXT,
  time: TEXT,
  number: NUMBER,
  flag: FLAG,
  list: list(TEXT),
  numbers: list(NUMBER),
};

/** A fact with values of this kind, or known to be absent. */
const factOf = (value: Schema): Schema => ({
  oneOf: [object({ state: { const: 'known' }, value, origin: ref('origin') }), ref('absentFact')],
});

const factSchema = (path: FactPath): Schema => {
  const spec = factSpec(path);
  const choices = choicesOf(spec);
  const schema = choices === undefined ? ref(`${spec.type}Fact`) : factOf({ enum: choices });
  return { description: spec.meaning, ...schema };
};

const factKinds = (): Readonly<Record<string, Schema>> => ({
  absentFact: object({ state: { const: 'absent' }, origin: ref('origin') }),
  ...Object.fromEntries(Object.entries(VALUES).map(([kind, value]) => [`${kind}Fact`, factOf(value)])),
});

const shownFacts = (): Schema => ({
  type: 'object',
  description: 'What is known, by path; what is not there is unknown.',
  properties: Object.fromEntries(
    FACT_PATHS.filter((path) => !factSpec(path).hidden).map((path) => [path, factSchema(path)]),
  ),
  additionalProperties: false,
});

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one table.
const parts = (): Readonly<Record<string, Schema>> => ({
  gate: { enum: GATES },
  place: object({ paste: COUNT, line: { type: 'integer', minimum: 1 }, what: TEXT }),
  origin: object({ by: TEXT }, { place: ref('place'), from: list(TEXT) }),
  reason: object({ strength: { enum: STRENGTHS }, text: TEXT, facts: list(TEXT), rests: list(TEXT) }),
  step: object(
    { do: TEXT, who: { enum: WHO } },
    { where: TEXT, command: { type: 'object', additionalProperties: TEXT }, confirm: TEXT },
  ),
  finding: object({
    cause: TEXT,
    title: TEXT,
    gate: ref('gate'),
    verdict: { enum: VERDICTS },
    likelihood: { enum: LIKELIHOODS },
    explain: TEXT,
    for: list(ref('reason')),
    against: list(ref('reason')),
    open: list(TEXT),
    fix: list(ref('step')),
    mistakenFor: list(TEXT),
    sources: list(TEXT),
  }),
  gateState: object({
    gate: ref('gate'),
    asks: TEXT,
    state: { enum: ['passed', 'failed', 'unknown', 'not-reached'] },
    because: TEXT,
  }),
  question: object({
    fact: TEXT,
    question: TEXT,
    why: TEXT,
    where: TEXT,
    who: { enum: WHO },
    cost: TEXT,
    answers: list(object({ value: TEXT, label: TEXT })),
    settles: list(TEXT),
  }),
  message: object(
    {
      is: { enum: ['token-request', 'token-answer', 'request', 'answer'] },
      start: TEXT,
      headers: list(object({ name: TEXT, value: TEXT })),
      withheld: list(TEXT),
    },
    { body: TEXT },
  ),
  secret: object(
    { id: COUNT, kind: TEXT, rivals: list(TEXT), fields: list(TEXT), length: COUNT, integrity: TEXT },
    { mask: TEXT },
  ),
  notice: object({ code: TEXT, text: TEXT }, { place: ref('place') }),
  conclusion: {
    oneOf: [
      object({
        is: { const: 'stops-at' },
        gate: ref('gate'),
        cause: TEXT,
        verdict: { enum: ['confirmed', 'likely'] },
      }),
      object({ is: { const: 'unexplained' } }),
    ],
  },
});

const diagnosis = (): Schema =>
  object(
    {
      call: TEXT,
      recognised: list(object({ what: TEXT, place: ref('place') })),
      messages: list(ref('message')),
      conclusion: ref('conclusion'),
      findings: { description: 'Causes, best first.', ...list(ref('finding')) },
      gates: list(ref('gateState')),
      facts: ref('facts'),
      secrets: { description: 'What was redacted: kind and length, never a value.', ...list(ref('secret')) },
      notices: list(ref('notice')),
    },
    {
      calls: { description: 'How many calls failed alike; this is the first of them.', type: 'integer', minimum: 1 },
      question: ref('question'),
    },
  );

/** What every document starts with. */
const HEAD: Readonly<Record<string, Schema>> = {
  version: { const: 1 },
  tool: object({ name: TEXT, version: TEXT }),
  now: { description: 'Time of the diagnosis, ISO 8601.', ...TEXT },
};

/** The JSON Schema of the report: of `--format json` as a whole, and of a line of `--format jsonl` under `$defs/line`. */
export const reportSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A report of fabric-auth-doctor',
  ...object(
    { ...HEAD, diagnoses: list(ref('diagnosis')) },
    {
      streamed: object({ entries: COUNT, failures: COUNT, left: COUNT, isWhole: FLAG }),
    },
  ),
  $defs: {
    ...parts(),
    ...factKinds(),
    facts: shownFacts(),
    diagnosis: diagnosis(),
    line: { allOf: [ref('diagnosis'), object(HEAD)] },
  },
});
