import type { Header, Request } from '../model/incident.ts';
import { isCallUrl } from './api-url.ts';
import { authorizationIn } from './authorization.ts';
import { placerOf } from './place.ts';
import { powerBiBase } from './powerbi-cmdlets.ts';
import { isLoginHost } from './sign-in-host.ts';
import type { Found, Reader } from './text.ts';
import { maskVariables, splitUrl } from './url.ts';

/** The place of a request that stands in code, where braces hold variables and not masks. */
export const CALL_IN_SCRIPT = 'call in a script';

interface Call {
  readonly method: string;
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

const POWERSHELL =
  /\b(Invoke-RestMethod|Invoke-WebRequest|irm|iwr|Invoke-PowerBIRestMethod|Invoke-FabricRestMethod|Invoke-FabricAPIRequest)(?=[ \t`])/gi;
const ARGUMENT = `["']?((?<=")[^"\\n]{1,2000}|(?<=')[^'\\n]{1,2000}|[^\\s"'\`]{1,2000})`;
const URI = new RegExp(`-(?:Uri|Url)[ \\t:]{1,5}${ARGUMENT}`, 'i');
const METHOD = /-Method[ \t:]{1,5}["']?(GET|POST|PUT|PATCH|DELETE|HEAD)\b/i;

/** The longest command that is read, and the most calls in one paste: more is a program. */
const LONGEST = 4000;
const MOST = 100;

/** Where a relative URL of a cmdlet starts, by the cmdlet in lower case. */
const BASES: Readonly<Record<string, string>> = {
  'invoke-fabricapirequest': 'https://api.fabric.microsoft.com/v1/',
  'invoke-fabricrestmethod': 'https://api.fabric.microsoft.com/v1/',
};

const baseOf = (cmdlet: string, text: string): string =>
  cmdlet === 'invoke-powerbirestmethod' ? powerBiBase(text) : (BASES[cmdlet] ?? '');

const escaped = (name: string): string => name.replace(/[^\w]/g, '\\$&');

/** The text that a variable is set to in this paste, the last one before `at`. */
const assigned = (text: string, name: string, at: number): string | undefined => {
  const pattern = new RegExp(
    `(?<![\\w.$])\\$?${escaped(name)}[ \\t]{0,20}=[ \\t]{0,20}[frb$@]{0,2}(["'\`])([^"'\`\\n]{1,2000})\\1`,
    'g',
  );
  return [...text.slice(Math.max(0, at - 8000), at).matchAll(pattern)].at(-1)?.[2];
};

const resolved = (text: string, argument: string, at: number): string | undefined => {
  if (/^\$[A-Za-z_]\w{0,60}$/.test(argument)) return assigned(text, argument.slice(1), at);
  return argument;
};

/** A command of PowerShell: its line, and those after it that a backtick continues. */
const commandEnd = (text: string, from: number): number => {
  const near = text.slice(from, from + LONGEST);
  return from + (/(?<![`\s])[ \t]{0,20}\r?\n/.exec(near)?.index ?? near.length);
};

/** The cmdlets that start a command; one named within a command before it starts none. */
const cmdletsIn = (
  text: string,
): readonly { readonly cmdlet: string; readonly from: number; readonly to: number }[] => {
  const found: { cmdlet: string; from: number; to: number }[] = [];
  let end = 0;
  for (const match of text.matchAll(POWERSHELL)) {
    if (match.index < end) continue;
    end = commandEnd(text, match.index);
    found.push({ cmdlet: (match[1] ?? '').toLowerCase(), from: match.index, to: end });
    if (found.length === MOST) break;
  }
  return found;
};

const powershellCalls = (text: string): readonly Call[] =>
  cmdletsIn(text).flatMap(({ cmdlet, from, to }): readonly Call[] => {
    const command = text.slice(from, to);
    const argument = URI.exec(command)?.[1];
    const url = argument === undefined ? undefined : resolved(text, argument, from);
    if (url === undefined) return [];
    const base = url.includes('://') ? '' : baseOf(cmdlet, text);
    const method = METHOD.exec(command)?.[1]?.toUpperCase() ?? 'GET';
    return [{ method, url: `${base}${base === '' ? url : url.replace(/^\//, '')}`, from, to }];
  });

const CODE =
  /\.(get|post|put|patch|delete)(?:Async|StringAsync|AsJsonAsync)?\(\s{0,40}(?:(?:url|uri)\s{0,3}=\s{0,3})?(?:[frb$@]{0,2}(["'`])([^"'`\n]{1,2000})\2|([A-Za-z_]\w{0,60}))/gi;

/** Relative URLs belong to the client of the notebook library: https://learn.microsoft.com/python/api/semantic-link-sempy/sempy.fabric */
const notebookBase = (text: string): string =>
  text.includes('PowerBIRestClient')
    ? 'https://api.powerbi.com/'
    : text.includes('FabricRestClient')
      ? 'https://api.fabric.microsoft.com/'
      : '';

const codeCalls = (text: string): readonly Call[] => {
  const base = notebookBase(text);
  return [...text.matchAll(CODE)].slice(0, MOST).flatMap((match): readonly Call[] => {
    const [whole, method = '', , literal, name] = match;
    const url = literal ?? (name === undefined ? undefined : assigned(text, name, match.index));
    if (url === undefined) return [];
    const absolute = url.includes('://')
      ? url
      : /^\/?v1/.test(url) && base !== ''
        ? `${base}${url.replace(/^\//, '')}`
        : url;
    return [{ method: method.toUpperCase(), url: absolute, from: match.index, to: match.index + whole.length }];
  });
};

const AUTHORIZATION = /["']?\bAuthorization["']?\]?\s{0,10}[:=,]\s{0,10}[frb$@]{0,2}(["'`])([^"'`\n]{0,2000})\1/gi;

/** The `Authorization` header in the code of this paste, where there is just one. */
const headersIn = (text: string): readonly Header[] => {
  const values = new Set([...text.matchAll(AUTHORIZATION)].map((match) => match[2] ?? ''));
  const [value] = values;
  return values.size === 1 && value !== undefined ? [{ name: 'Authorization', value }] : [];
};

const isWanted = ({ url }: Call): boolean => isCallUrl(url) || isLoginHost(splitUrl(url).host);

/** Reads calls in scripts: cmdlets of PowerShell, `requests`, `axios`, `HttpClient` and the clients of notebooks. */
export const scriptCallReader: Reader = {
  id: 'script-call',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const calls = [...powershellCalls(text), ...codeCalls(text)]
      .map((call) => ({ ...call, url: maskVariables(call.url) }))
      .filter(isWanted);
    if (calls.length === 0) return [];
    const place = placerOf(text, paste);
    const headers = headersIn(text);
    return calls.map(({ method, url, from, to }) => {
      const own = isLoginHost(splitUrl(url).host) ? [] : headers;
      const at = place(from, CALL_IN_SCRIPT);
      const piece: Request = {
        kind: 'request',
        place: at,
        complete: false,
        method,
        url,
        headers: own,
        ...authorizationIn(own, false),
      };
      return { piece, from, to };
    });
  },
};
