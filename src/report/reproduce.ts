import type { Message } from '../model/diagnosis.ts';

/** Text in which nothing but variables of the shell, such as `$TENANT_ID`, means anything between double quotes. */
const ONLY_VARIABLES = /^(?:[\w.~:/?&=%,+@ -]|\$(?=[A-Z][A-Z\d_])|\$\{[A-Z][A-Z\d_]+\})+$/;

const quoted = (text: string): string =>
  text.includes('$') && ONLY_VARIABLES.test(text) ? `"${text}"` : `'${text.replaceAll("'", "'\\''")}'`;

/** What stands where a secret or a value that is not shown stood. */
const isLeftOut = (value: string): boolean => /^\[(?:secret-|masked)|^\(not shown\)$/.test(value.trim());

const variable = (name: string): string => `$${name.toUpperCase().replace(/\W+/g, '_')}`;

/** A field of a form: what was left out becomes a variable to fill. */
const field = (line: string): string => {
  const [name = '', ...rest] = line.replace(/^&/, '').split('=');
  const value = rest.join('=');
  if (!/^[\w.-]{1,80}$/.test(name)) return '';
  return isLeftOut(value) ? `--data-urlencode "${name}=${variable(name)}"` : `--data ${quoted(`${name}=${value}`)}`;
};

/** The file that the command takes a body from whose values are not shown. */
export const BODY_FILE = 'body.json';

const isForm = (body: string): boolean => /^[\w.-]{1,80}=/.test(body);

const bodyOptions = (body: string | undefined): readonly string[] => {
  if (body === undefined || body === '') return [];
  return isForm(body)
    ? body
        .split('\n')
        .map(field)
        .filter((option) => option !== '')
    : [`--data @${BODY_FILE}`];
};

/** Only what the API needs; the token stays out of the command and of the history of the shell. */
const headerOptions = ({ headers, body, is }: Message): readonly string[] => {
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  return [
    ...(is === 'request' ? ['--header "Authorization: Bearer $TOKEN"'] : []),
    ...(type === undefined || isForm(body ?? '') ? [] : [`--header ${quoted(`Content-Type: ${type}`)}`]),
  ];
};

/** The start of a message as its method and an address that curl can open. */
const target = ({ start }: Message): readonly [method: string, url: string] | undefined => {
  const [, method = 'GET', rest = ''] = /^(?:([A-Z]{3,7}) )?(.*)$/s.exec(start) ?? [];
  const url = rest.trim().replace(/\s+/g, '%20');
  if (/^https?:\/\//i.test(url)) return [method, url];
  return /^[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}\//.test(url) ? [method, `https://${url}`] : undefined;
};

/** The request as a curl command with places to fill for all that is secret; undefined where the address was not seen. */
export const reproduction = (message: Message): string | undefined => {
  const called = target(message);
  if (called === undefined) return undefined;
  const [method, url] = called;
  const globs = /[{}[\]]/.test(url) ? ['--globoff'] : [];
  const options = [...globs, ...headerOptions(message), ...bodyOptions(message.body)];
  return [`curl --include --request ${method} ${quoted(url)}`, ...options].join(' \\\n  ');
};
