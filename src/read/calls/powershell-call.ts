import type { Header, Request } from '../../model/incident.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { headerValue } from '../syntax/header-value.ts';
import type { PowerShellValue, TableEntry } from '../syntax/powershell-value.ts';
import { filledIn, type Resolved, resolved, withoutLostNames } from '../syntax/powershell-variables.ts';
import { isLoginHost } from '../syntax/sign-in-host.ts';
import { maskVariables, splitUrl } from '../syntax/url.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { isCallUrl } from './api-url.ts';
import { powerBiBase } from './powerbi-cmdlets.ts';
import { type PowerShellCommand, powerShellCommands } from './powershell-command.ts';
import { onlyAuthorization } from './script-authorization.ts';
import { CALL_IN_SCRIPT } from './script-call.ts';

/** Where a relative URL of a cmdlet starts; these cmdlets get the token by themselves. */
const BASES: Readonly<Record<string, (text: string) => string>> = {
  'invoke-powerbirestmethod': powerBiBase,
  'invoke-fabricapirequest': () => 'https://api.fabric.microsoft.com/v1/',
  'invoke-fabricrestmethod': () => 'https://api.fabric.microsoft.com/v1/',
};

/** Parameters by which a cmdlet gets a credential from elsewhere. */
const CREDENTIALS = [
  'credential',
  'usedefaultcredentials',
  'authentication',
  'token',
  'websession',
  'certificate',
  'certificatethumbprint',
];

const textOf = ({ value }: Resolved): string | undefined => (value.is === 'text' ? value.text : undefined);

const textIn = (value: PowerShellValue): string | undefined =>
  value.is === 'text' ? value.text : value.is === 'variable' ? `$${value.name}` : undefined;

const jsonOf = (value: PowerShellValue): unknown =>
  value.is === 'table'
    ? Object.fromEntries(value.entries.map(({ name, value: own }) => [name, jsonOf(own)]))
    : (textIn(value) ?? null);

const formOf = (entries: readonly TableEntry[]): string =>
  entries.map(({ name, value }) => `${name}=${textIn(value) ?? '<value>'}`).join('&');

/** The body as it is sent; a table becomes a form, unless the script turns it into JSON. */
const bodyOf = ({ value, json }: Resolved): { readonly body?: string; readonly known: boolean } => {
  if (value.is === 'text') return { body: value.text, known: true };
  if (value.is !== 'table') return { known: false };
  return { body: json ? JSON.stringify(jsonOf(value)) : formOf(value.entries), known: value.closed };
};

/** The values of a command, each with the variables in it looked up. */
const lookUp = (text: string, { from, parameters }: PowerShellCommand) => {
  const own = new Map([...parameters].map(([name, given]) => [name, resolved(text, from, given)]));
  return (...names: readonly string[]): Resolved | undefined => {
    const name = names.find((one) => own.has(one));
    return name === undefined ? undefined : own.get(name);
  };
};

type Parts = Pick<Request, 'method' | 'url' | 'headers' | 'body'> & { readonly whole: boolean };

const headersOf = (given: Resolved | undefined): { readonly headers: readonly Header[]; readonly known: boolean } => {
  if (given === undefined) return { headers: [], known: true };
  if (given.value.is !== 'table') return { headers: [], known: false };
  const headers = given.value.entries.flatMap(({ name, value }): readonly Header[] => {
    const text = textIn(value);
    return text === undefined ? [] : [{ name, value: text }];
  });
  return { headers, known: given.value.closed && headers.length === given.value.entries.length };
};

/** The type that the cmdlets send where nobody names one, for a method that has a body. */
const FORM = 'application/x-www-form-urlencoded';

const typeOf = (given: Resolved | undefined, sends: boolean): string | undefined =>
  given === undefined ? (sends ? FORM : undefined) : textOf(given);

/** The text of a parameter, without the end of the sentence that a command may stand in. */
const wordOf = (given: Resolved): string | undefined => textOf(given)?.replace(/[,.]$/, '');

const partsOf = (text: string, command: PowerShellCommand): Parts | undefined => {
  const value = lookUp(text, command);
  const raw = value('uri', 'url');
  const written = raw === undefined ? undefined : wordOf(raw);
  if (written === undefined) return undefined;
  const address = withoutLostNames(text, written);
  const base = address.includes('://') ? undefined : BASES[command.cmdlet]?.(text);
  const url = maskVariables(
    filledIn(text, command.from, base === undefined ? address : `${base}${address.replace(/^\//, '')}`),
  );
  const named = value('method');
  const method = named === undefined ? (command.cut ? undefined : 'GET') : wordOf(named)?.toUpperCase();
  const { headers, known } = headersOf(value('headers'));
  const given = value('body');
  const body = given === undefined ? { known: value('infile', 'form') === undefined } : bodyOf(given);
  const isSent = body.body !== undefined && method !== 'GET';
  const type =
    headerValue(headers, 'content-type') === undefined
      ? typeOf(value('contenttype'), isSent && BASES[command.cmdlet] === undefined)
      : undefined;
  const signs = CREDENTIALS.every((name) => value(name) === undefined) && BASES[command.cmdlet] === undefined;
  return {
    ...(method === undefined ? {} : { method }),
    url: isSent || body.body === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}${body.body}`,
    headers: type === undefined ? headers : [...headers, { name: 'Content-Type', value: type }],
    ...(isSent && body.body !== undefined ? { body: body.body } : {}),
    whole: command.whole && known && body.known && signs && method !== undefined,
  };
};

const isWanted = (url: string): boolean => isCallUrl(url) || isLoginHost(splitUrl(url).host);

/**
 * Reads the calls of PowerShell: `Invoke-RestMethod`, `Invoke-WebRequest` and their like, with the tables, texts and
 * variables that the script sets before. Whole is a command whose headers were all seen.
 */
export const powerShellCallReader: Reader = {
  id: 'powershell-call',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    return powerShellCommands(text).flatMap((command): readonly Found[] => {
      const parts = partsOf(text, command);
      if (parts?.url === undefined || !isWanted(parts.url)) return [];
      const { whole, ...own } = parts;
      const isToken = isLoginHost(splitUrl(parts.url).host);
      const apart = whole || isToken || headerValue(own.headers, 'authorization') !== undefined;
      const request = apart ? own : { ...own, headers: [...own.headers, ...onlyAuthorization(text)] };
      const piece: Request = {
        kind: 'request',
        place: place(command.from, CALL_IN_SCRIPT),
        complete: whole,
        ...request,
        ...authorizationIn(request.headers, whole && !isToken),
      };
      return [{ piece, from: command.from, to: command.to }];
    });
  },
};
