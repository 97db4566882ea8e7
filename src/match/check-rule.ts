import { choicesOf, type FactPath, factSpec, isFactPath } from '../facts/catalog.ts';
import { slotsIn } from '../facts/words.ts';
import { type FactSpec, WHO } from '../model/fact.ts';
import { GATES, LIKELIHOODS, STRENGTHS } from '../model/rule.ts';
import { OPERATORS } from './test-fact.ts';

/** Something wrong in a rule: a stable code, where in the document, and what. */
export interface RuleProblem {
  readonly code:
    | 'RULE_MISSING_FIELD'
    | 'RULE_UNKNOWN_FIELD'
    | 'RULE_BAD_VALUE'
    | 'RULE_UNKNOWN_FACT'
    | 'RULE_UNKNOWN_OPERATOR'
    | 'RULE_WRONG_OPERATOR'
    | 'RULE_HIDDEN_SLOT';
  readonly at: readonly (string | number)[];
  readonly text: string;
}

type At = RuleProblem['at'];
type Check = (value: unknown, at: At) => readonly RuleProblem[];
type Shape = Readonly<Record<string, { readonly check: Check; readonly required?: true }>>;

const problem = (code: RuleProblem['code'], at: At, text: string): readonly RuleProblem[] => [{ code, at, text }];
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Check = (value, at) => {
  if (typeof value !== 'string' || value.trim() === '') return problem('RULE_BAD_VALUE', at, 'must be a text');
  return slotsIn(value).flatMap((path) => {
    if (!isFactPath(path)) return problem('RULE_UNKNOWN_FACT', at, `the slot {${path}} names no fact`);
    return factSpec(path).hidden
      ? problem('RULE_HIDDEN_SLOT', at, `{${path}} is hidden: it may be compared, never printed`)
      : [];
  });
};

const oneOf =
  (values: readonly string[]): Check =>
  (value, at) =>
    values.includes(value as string) ? [] : problem('RULE_BAD_VALUE', at, `must be one of ${values.join(', ')}`);

const listOf =
  (check: Check, least = 0): Check =>
  (value, at) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((item, i) => check(item, [...at, i]))
      : problem('RULE_BAD_VALUE', at, least > 0 ? 'must be a list that is not empty' : 'must be a list');

const objectOf =
  (shape: Shape): Check =>
  (value, at) => {
    if (!isObject(value)) return problem('RULE_BAD_VALUE', at, 'must be a map');
    const missing = Object.entries(shape).flatMap(([name, { required }]) =>
      required && value[name] === undefined ? problem('RULE_MISSING_FIELD', at, `${name} is missing`) : [],
    );
    const wrong = Object.entries(value).flatMap(([name, item]) => {
      const field = shape[name];
      return field
        ? field.check(item, [...at, name])
        : problem(
            'RULE_UNKNOWN_FIELD',
            [...at, name],
            `${name} is no field here; there are ${Object.keys(shape).join(', ')}`,
          );
    });
    return [...missing, ...wrong];
  };

const texts: Check = (value, at) =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, item]) => text(item, [...at, name]))
    : problem('RULE_BAD_VALUE', at, 'must be a map of texts');

const isList = ({ type }: FactSpec): boolean => type === 'list' || type === 'numbers';

const checkScalar = (value: unknown, spec: FactSpec, at: At): readonly RuleProblem[] => {
  const choices = choicesOf(spec);
  if (choices) return oneOf(choices)(value, at);
  const wanted =
    spec.type === 'flag' ? 'boolean' : spec.type === 'number' || spec.type === 'numbers' ? 'number' : 'string';
  return typeof value === wanted ? [] : problem('RULE_BAD_VALUE', at, `must be a ${wanted}`);
};

const checkOperator = (name: string, wanted: unknown, spec: FactSpec, at: At): readonly RuleProblem[] => {
  if (!(OPERATORS as readonly string[]).includes(name)) {
    return problem('RULE_UNKNOWN_OPERATOR', at, `${name} is no operator; there are ${OPERATORS.join(', ')}`);
  }
  if (name === 'known')
    return typeof wanted === 'boolean' ? [] : problem('RULE_BAD_VALUE', at, 'must be true or false');
  if ((name === 'has' || name === 'lacks') && !isList(spec)) {
    return problem('RULE_WRONG_OPERATOR', at, `${name} is for lists; use in or not-in`);
  }
  if ((name === 'in' || name === 'not-in') && isList(spec)) {
    return problem('RULE_WRONG_OPERATOR', at, `${name} is for single values; use has or lacks`);
  }
  const values = [wanted].flat();
  return ['in', 'not-in', 'has', 'lacks'].includes(name)
    ? values.flatMap((value) => checkScalar(value, spec, at))
    : values.every((value) => typeof value === 'string')
      ? []
      : problem('RULE_BAD_VALUE', at, 'must be a text, or a list of texts');
};

const checkTest = (path: FactPath, test: unknown, at: At): readonly RuleProblem[] => {
  const spec = factSpec(path);
  if (isObject(test))
    return Object.entries(test).flatMap(([name, wanted]) => checkOperator(name, wanted, spec, [...at, name]));
  if (isList(spec)) return problem('RULE_WRONG_OPERATOR', at, `${path} is a list; use has or lacks`);
  return [test].flat().flatMap((value) => checkScalar(value, spec, at));
};

const block: Check = (value, at) => {
  if (!isObject(value) || Object.keys(value).length === 0)
    return problem('RULE_BAD_VALUE', at, 'must be a map of tests by fact');
  return Object.entries(value).flatMap(([path, test]) =>
    isFactPath(path)
      ? checkTest(path, test, [...at, path])
      : problem('RULE_UNKNOWN_FACT', [...at, path], `${path} is no fact of the catalog`),
  );
};

const when: Check = (value, at) => (Array.isArray(value) ? listOf(block, 1)(value, at) : block(value, at));

const sign = objectOf({
  strength: { check: oneOf(STRENGTHS), required: true },
  when: { check: when, required: true },
  because: { check: text, required: true },
});

const step = objectOf({
  do: { check: text, required: true },
  who: { check: oneOf(WHO), required: true },
  where: { check: text },
  command: { check: texts },
  confirm: { check: when },
  when: { check: when },
  unless: { check: when },
});

const rule = objectOf({
  id: { check: text, required: true },
  title: { check: text, required: true },
  gate: { check: oneOf(GATES), required: true },
  likelihood: { check: oneOf(LIKELIHOODS), required: true },
  'possible-when': { check: when },
  signs: { check: listOf(sign, 1), required: true },
  'counter-signs': { check: listOf(sign) },
  explain: { check: text, required: true },
  fix: { check: listOf(step, 1), required: true },
  'mistaken-for': { check: listOf(text) },
  sources: { check: listOf(text, 1), required: true },
});

/** Everything that is wrong in a rule, by the catalog and the rule language. A document without problems is a `Rule`. */
export const checkRule = (document: unknown): readonly RuleProblem[] => rule(document, []);
