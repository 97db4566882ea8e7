import type { Header, Request } from '../../model/incident.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { concatenated } from '../syntax/concatenation.ts';
import { withoutLostNames } from '../syntax/powershell-variables.ts';
import { isLoginHost } from '../syntax/sign-in-host.ts';
import { maskVariables, splitUrl, type UrlParts } from '../syntax/url.ts';
import { type UrlAt, urlsIn } from '../syntax/urls.ts';
import { type Placer, placerOf } from '../text/place.ts';
import { type Found, lineBefore, type Reader } from '../text/text.ts';
import { methodAround } from './method-around.ts';
import { isSaidToWork } from './said-to-work.ts';
import { onlyAuthorization } from './script-authorization.ts';
import { lacksVersion } from './without-version.ts';

/**
 * Hosts of APIs with the paths that are calls. Audiences and scopes are URLs of the same hosts
 * (https://api.fabric.microsoft.com/Item.Read.All), so the path decides.
 */
const CALLS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /^api\.(?:fabric|powerbi)\./, path: /^\/{1,3}(?:v\d|beta|myorg|<|\{)/i },
  { host: /^api\.(?:powerbigov|high\.powerbigov|mil\.powerbigov)\.us$/, path: /^\/{1,3}v\d/i },
  { host: /\.analysis\.(?:windows|usgovcloudapi|chinacloudapi)\.net$/, path: /./ },
  { host: /onelake\.(?:dfs|blob)\.(?:pbidedicated|fabric)\./, path: /./ },
  { host: /^graph\.microsoft\./, path: /^\/(?:v1\.0|beta)\//i },
  { host: /^management\.(?:azure|usgovcloudapi|chinacloudapi)\./, path: /^\/(?:subscriptions|providers|tenants)/i },
  { host: /^app\.powerbi/, path: /^\/(?:report|dashboard|tile|qna|rdl)Embed/i },
];

/** Whether the parts are those of the URL of an API call. */
export const isCallAt = ({ scheme, host, path }: Pick<UrlParts, 'scheme' | 'host' | 'path'>): boolean =>
  scheme === 'powerbi' ||
  lacksVersion(host, path) ||
  CALLS.some((call) => call.host.test(host) && call.path.test(path));

/** Whether a URL is that of an API call. */
export const isCallUrl = (url: string): boolean => isCallAt(splitUrl(url));

/** A text in double quotes that PowerShell or PHP fills in: `$url = "`, `-Uri "`. */
const FILLED = /(?:\$[\w:]{1,60}[ \t]{0,20}=|-ur[il]:?)[ \t]{0,20}"$/i;

const sighting = (text: string, at: UrlAt, headers: readonly Header[], place: Placer): Found => {
  const method = methodAround(text, at);
  const quote = text.charAt(at.from - 1);
  const quoted = /["'`|]/.test(quote);
  const isParted = /["'`]/.test(quote) && text.charAt(at.to) === quote;
  const isFilled = quote === '"' && FILLED.test(lineBefore(text, at.from, 100));
  const written = isFilled ? withoutLostNames(text, at.url) : at.url;
  const url = isParted ? `${written}${concatenated(text, at.to + 1).rest}` : written;
  const piece: Request = {
    kind: 'request',
    place: place(at.from, 'URL'),
    complete: false,
    url: quoted ? maskVariables(url) : url,
    headers,
    ...authorizationIn(headers, false),
    ...(method === undefined ? {} : { method }),
    ...(isSaidToWork(text, at) && { works: true as const }),
  };
  return { piece, from: at.from, to: at.to };
};

/**
 * A URL that is the value of an option such as `--target-id` names a thing, and `@odata.context` the form of an answer;
 * nobody calls them.
 */
const namesThing = (text: string, { from }: UrlAt): boolean =>
  /(?:@odata\.context\\{0,3}["']?\s{0,5}[:=]\s{0,5}\\{0,3}|-[a-z-]{0,31}(?:id|resource|scope|audience)[ =]{1,3})["']?$/i.test(
    text.slice(Math.max(0, from - 50), from),
  );

/** The line of an error record of PowerShell that shows the command, cut to the width of the window. */
const SHOWN_LINE = /^[ \t]{0,10}(?:\+|\d{0,6} {0,3}\|)[ \t]/;
const isCutOff = (text: string, { from, to }: UrlAt): boolean =>
  /^ ?(?:\.{3}|…)[ \t]{0,5}\r?(?:\n|$)/.test(text.slice(to, to + 12)) && SHOWN_LINE.test(lineBefore(text, from, 200));

/** The name of a workspace in an XMLA address may hold blanks: it ends with a quote, semicolon or line. */
const wholeXmla = (text: string, at: UrlAt): UrlAt => {
  if (!at.url.toLowerCase().startsWith('powerbi://')) return at;
  const to = at.from + (/^[^"';,\r\n]{1,300}/.exec(text.slice(at.from, at.from + 300))?.[0].trimEnd().length ?? 0);
  return { url: text.slice(at.from, to), from: at.from, to };
};

const SQL_HOST = /\.(?:datawarehouse|database)\.(?:fabric\.microsoft\.com|pbidedicated\.windows\.net)/gi;

/** Hosts of SQL endpoints stand in connection strings, without a scheme. */
const sqlHosts = (text: string): readonly UrlAt[] =>
  [...text.matchAll(SQL_HOST)].map((match) => {
    const to = match.index + match[0].length;
    const before =
      /(?<![\w.*-])[\w.*-]{1,150}$/.exec(text.slice(Math.max(0, match.index - 150), match.index))?.[0] ?? '';
    const from = match.index - before.length;
    return { url: text.slice(from, to), from, to };
  });

/** The method right before an address, with or without brackets, makes it a call, whatever the host. */
const METHOD_BEFORE = /(?<![\w.-])(?:GET|POST|PUT|PATCH|DELETE)\]? $/;
const isSent = (text: string, { url, from }: UrlAt): boolean =>
  METHOD_BEFORE.test(text.slice(Math.max(0, from - 10), from)) && !isLoginHost(splitUrl(url).host);

/** Reads the URLs of API calls wherever they stand: logs, exceptions, code. Links to documentation are no calls. */
export const apiUrlReader: Reader = {
  id: 'api-url',
  sees: 'rest',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    const urls = urlsIn(text).filter((at) => !namesThing(text, at) && !isCutOff(text, at));
    const ours = urls.filter(({ url }) => isCallUrl(url));
    const calls = ours.length > 0 ? ours : urls.filter((at) => isSent(text, at));
    const all = [...calls.map((at) => wholeXmla(text, at)), ...sqlHosts(text)];
    const headers = all.length === 0 ? [] : onlyAuthorization(text);
    return all.map((at) => sighting(text, at, headers, place));
  },
};
