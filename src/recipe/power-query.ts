import type { Recipe } from './model.ts';
import { type Lines, titleOf } from './script.ts';

/** `TENANT_ID` as `TenantId`. */
const camel = (name: string): string =>
  name
    .toLowerCase()
    .split('_')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A path as an expression: texts and parameters in turn. */
const pathExpression = (path: string): string =>
  path
    .slice(1)
    .split(/(\$[A-Z_]+)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('$') ? camel(part.slice(1)) : quoted(part)))
    .join(' & ');

const fieldsOf = ({ parameters }: Recipe): string =>
  parameters.map(({ name, value, from }) => `${name} = ${from === 'text' ? quoted(value) : camel(value)}`).join(', ');

const callLines = ({ call, shows }: Recipe): Lines => {
  if (call === undefined) return [`    Result = Answer[access_token] // ${shows}`];
  const headers = Object.entries(call.headers).map(([name, value]) => `#"${name}" = ${quoted(value)}`);
  const body = Object.entries(call.body ?? {}).map(
    ([name, value]) => `${name} = ${value.startsWith('$') ? camel(value.slice(1)) : quoted(value)}`,
  );
  return [
    '    Result = Json.Document(Web.Contents(Api, [',
    `        RelativePath = ${pathExpression(call.path)},`,
    `        Headers = [${['Authorization = "Bearer " & Answer[access_token]', ...headers].join(', ')}]${body.length > 0 ? ',' : ''}`,
    ...(body.length > 0 ? [`        Content = Json.FromValue([${body.join(', ')}])`] : []),
    '    ]))',
  ];
};

/**
 * The recipe as a function of Power Query. M cannot read the environment, so what is secret is an argument: it must
 * come from a parameter that is not saved with the query.
 */
export const writePowerQuery = (recipe: Recipe): string => {
  const wanted = recipe.variables.filter(({ value }) => value === undefined);
  const known = recipe.variables.filter(({ value }) => value !== undefined);
  return [
    `// ${titleOf(recipe)}`,
    '// Power Query cannot read the environment: the secret comes in as an argument. Never write it into the query,',
    '// which is saved with the report. Better where it can be: a connection with the app as its credential.',
    '// Where Power Query asks how to sign in to these addresses, choose Anonymous: the headers hold the token.',
    `(${wanted.map(({ name }) => `${camel(name)} as text`).join(', ')}) =>`,
    'let',
    ...known.map(({ name, value = '' }) => `    ${camel(name)} = ${quoted(value)},`),
    '    Answer = Json.Document(Web.Contents(Authority, [',
    '        RelativePath = TenantId & "/oauth2/v2.0/token",',
    '        Headers = [#"Content-Type" = "application/x-www-form-urlencoded"],',
    `        Content = Text.ToBinary(Uri.BuildQueryString([${fieldsOf(recipe)}]))`,
    '    ])),',
    ...callLines(recipe),
    'in',
    '    Result',
    '',
  ].join('\n');
};
