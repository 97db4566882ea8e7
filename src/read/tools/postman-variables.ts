import { type FoundJson, findJson, objectsOf, textField } from '../syntax/json.ts';

/** Values that stand for a variable in any text: nothing that would end a line or a quoted text. */
const PLAIN = /^[^"\\\n]{1,2000}$/;

const valuesIn = ({ value }: FoundJson): readonly (readonly [string, string])[] => {
  return objectsOf(value['values']).flatMap((variable) => {
    const [name, given] = [textField(variable, 'key'), textField(variable, 'value')];
    const isGiven = name !== undefined && given !== undefined && variable['enabled'] !== false && PLAIN.test(given);
    return isGiven ? [[name, given] as const] : [];
  });
};

/** The variables of the environments that were exported from Postman; one that two environments set says nothing. */
const variablesIn = (texts: readonly string[]): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  const doubtful = new Set<string>();
  const environments = texts
    .filter((text) => text.includes('_postman_variable_scope'))
    .flatMap(findJson)
    .filter(({ value }) => Object.hasOwn(value, '_postman_variable_scope'));
  for (const [name, value] of environments.flatMap(valuesIn)) {
    if ((values.get(name) ?? value) !== value) doubtful.add(name);
    values.set(name, value);
  }
  for (const name of doubtful) values.delete(name);
  return values;
};

/** The texts with the variables filled in that an exported environment among them sets. Lines stay lines. */
export const withVariables = (texts: readonly string[]): readonly string[] => {
  const values = variablesIn(texts);
  if (values.size === 0) return texts;
  return texts.map((text) =>
    text.replace(/\{\{([\w.-]{1,80})\}\}/g, (whole, name: string) => values.get(name) ?? whole),
  );
};
