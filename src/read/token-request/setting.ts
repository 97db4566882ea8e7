import type { Setting } from '../../model/incident.ts';
import { isAuthorizePath, isLoginHost, isTokenPath, tenantIn } from '../syntax/sign-in-host.ts';
import { percentDecoded, splitUrl } from '../syntax/url.ts';
import { urlsIn } from '../syntax/urls.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { authorityInParts, authorityInTemplate } from './code-authority.ts';
import { connectionSettings } from './connection-string.ts';
import { grantsNamed } from './grant.ts';
import { msalPsCommands } from './msal-ps.ts';
import { type SettingAt, settingPiece } from './setting-at.ts';
import { signInCommands } from './sign-in-command.ts';
import { terraformProvider } from './terraform-provider.ts';

/** Between a name and its value, with a type in between where the language has one; the value begins on the next line only where a quote or a bracket opens it. */
const VALUE = `["'\`]?(?::[ \\t]{0,3}[\\w<>[\\]]{1,40}(?=[ \\t]{0,3}=))?\\s{0,5}[:=]{1,2}>?(?:[ \\t]{0,20}|\\s{0,20}(?=["'\`[({]))`;
const QUOTED = `["'\`]([^"'\`\\n]{1,500})["'\`]`;
/** What makes a list of it: `new string[] {`, `new string[2] {`, `new[] {`, `new List<string> {`, `[]string{`, `@(`, `Set.of(`, `Collections.singletonList(`. */
const MADE = `(?:new\\b[\\w<>. \\t]{0,40}(?:\\[\\d{0,3}\\])?(?:\\(\\))?\\s{0,40}|\\[\\]string|@|(?:List|Set|Arrays|Collections|ImmutableList|ImmutableSet)\\.\\w{1,20}|(?:set|list|array)Of|Array\\.of)?`;
const LIST = `${MADE}[[({]\\s{0,80}((?:["'\`][^"'\`\\n]{0,300}["'\`],?\\s{0,80}){1,30})`;
const WORD = `([^\\s"'\`,;&<>()[\\]{}]{2,300}|[<{[][^<>{}[\\]\\n]{1,60}[>}\\]])`;
/** Scopes stand in one line with blanks between them; each has a dot or a slash in it, or is one of OpenID's. */
const SCOPES = `((?:(?:openid|profile|email|offline_access|[\\w:/-]{0,120}[./][\\w:/.%-]{0,300})[ \\t]{0,3}){1,20})`;

/** What stands before a name that is none of the request: another name, or what a page or a message says of the call. */
const NOT_ASKED =
  '(?<!\\b(?:resource|(?:required?|requires|missing|needed|necessary|documented)(?: (?:delegated|api|permission|the))?) )';

/** A word begins before anything else is asked: that is soon told. */
const named = (names: string, word = WORD): RegExp =>
  new RegExp(`\\b${NOT_ASKED}(?:${names})${VALUE}(?:${QUOTED}|${LIST}|${word})`, 'gi');

/** What a person says was asked for: `scope requested for the API: 'openid'`. */
const SAID_SCOPE = new RegExp(
  `\\b${NOT_ASKED}scopes?(?: (?:that |which )?(?:I|we|is|are|was|were))?(?: (?:am|is|are|was|were))? (?:requested|requesting|request|ask(?:ed|ing)?(?: for)?|used|using|use|sent|passed)(?: (?:for|from|by|in|to|with) (?:(?:the|my|our) )?[\\w.-]{1,30}(?: [\\w.-]{1,30})?)?:[ \\t]{0,3}(?:${QUOTED}((?:[ \\t]{0,3}(?:,|and)[ \\t]{0,3}["'\`][^"'\`\\n]{1,300}["'\`]){0,10})|${SCOPES})`,
  'gi',
);

/** A list that a log or a person puts right behind the word: `scopes ["User.Read", "api://..."]`. */
const LISTED_SCOPES =
  /\b(?<!\b(?:allowed|valid|supported|granted|consented|available|existing|cached|expected|required|missing|resource|no) )scopes?[ \t]{1,3}(?=\[)\[[ \t]{0,5}((?:["'`][^"'`\n]{1,300}["'`][, \t]{0,5}){1,10})\]/gi;

/** Names of settings in code and configuration, of any library. */
const NAMED: readonly { readonly name: Setting['name']; readonly pattern: RegExp; readonly may?: RegExp }[] = [
  // What is "in scope" of a tool, such as `item_type_in_scope`, is no scope of a token. Any word may begin one, which takes long.
  { name: 'scope', pattern: named('(?![a-z_]{0,20}in_scope)[a-z_]{0,20}scopes?', SCOPES), may: /scope/i },
  { name: 'resource', pattern: named('resource|resource_?ur[il]|token_?audience') },
  { name: 'tenant', pattern: named('(?:azure_?|aad_?)?tenant[ _]?(?:id)?') },
  { name: 'client-id', pattern: named('(?:azure_?|aad_?)?(?:client|application|app)[ _]?id') },
  { name: 'redirect-uri', pattern: named('redirect_?ur[il]|reply_?ur[il]') },
];

const OPTIONS: readonly { readonly name: Setting['name']; readonly pattern: RegExp }[] = [
  { name: 'resource', pattern: /(?:-ResourceUrl|--resource|-Resource)[ =]{1,3}["']?([^\s"'`)]{2,200})/gi },
  // PowerShell takes a list: `-Scopes 'a', 'b'`, `-Scopes @('a', 'b')`.
  {
    name: 'scope',
    pattern:
      /(?:--scope|-Scopes?)[ =]{1,3}(?:@\([ \t]{0,5})?((?:["'][^"'\n]{2,300}["'](?:[ \t]{0,5},\s{0,20}(?=["']))?){1,10})/gi,
  },
  { name: 'tenant', pattern: /(?:-TenantId|-Tenant|--tenant)[ =]{1,3}["']?([\w.-]{2,100})/gi },
  // Builders of .NET and Java: `.WithTenantId("...")`, `.tenantId("...")`.
  { name: 'tenant', pattern: /\.(?:With)?TenantId\(\s{0,10}["']([\w.-]{2,100})["']\s{0,10}\)/gi },
];

/** `<add key="TenantId" value="..."/>` and `<setting name="RedirectUrl"><value>...</value>` of .NET configuration. */
const XML =
  /\b(?:key|name)\s{0,3}=\s{0,3}"([\w:.-]{2,60})"[^<>\n]{0,60}(?:value\s{0,3}=\s{0,3}"|>\s{0,80}<value>)([^"<]{1,300})/gi;
const XML_NAMES: readonly (readonly [RegExp, Setting['name']])[] = [
  [/tenant_?(?:id)?$/i, 'tenant'],
  [/(?:client|application)_?id$/i, 'client-id'],
  [/redirect_?ur[il]$/i, 'redirect-uri'],
  [/resource(?:_?ur[il])?$/i, 'resource'],
  [/scopes?$/i, 'scope'],
];

const listed = (text: string): string =>
  [...text.matchAll(/["'`]([^"'`\n]{1,300})["'`]/g)].map(([, item = '']) => item).join(' ');

/** `scope=a%20b` without quotes is a form, and encoded as one; in quotes the library encodes once more. */
const bare = (whole: string, value: string): string => (/[^\s:=]=[^\s=]/.test(whole) ? percentDecoded(value) : value);

const namedSettings = (text: string): readonly SettingAt[] =>
  NAMED.filter(({ may }) => may?.test(text) !== false).flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].map(({ index, 0: all, 1: quoted, 2: list, 3: plain = '' }) => {
      const value = quoted ?? (list === undefined ? bare(all, plain) : listed(list));
      return { name, value: value.trim(), from: index, to: index + all.length };
    }),
  );

const listedScopes = (text: string): readonly SettingAt[] =>
  [...text.matchAll(LISTED_SCOPES)].map(({ index, 0: all, 1: list = '' }) => ({
    name: 'scope',
    value: listed(list),
    from: index,
    to: index + all.length,
  }));

const saidScopes = (text: string): readonly SettingAt[] => {
  if (!/scope/i.test(text)) return [];
  const told = [...text.matchAll(SAID_SCOPE)].map(
    ({ index, 0: all, 1: quoted, 2: more = '', 3: plain = '' }): SettingAt => ({
      name: 'scope',
      value: `${quoted ?? plain} ${listed(more)}`.trim(),
      from: index,
      to: index + all.length,
    }),
  );
  return [...listedScopes(text), ...told];
};

const optionSettings = (text: string): readonly SettingAt[] =>
  OPTIONS.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].map(({ index, 0: all, 1: value = '' }) => ({
      name,
      value: name === 'scope' ? listed(value) : value,
      from: index,
      to: index + all.length,
    })),
  );

const xmlSettings = (text: string): readonly SettingAt[] =>
  [...text.matchAll(XML)].flatMap(({ index, 0: all, 1: key = '', 2: value = '' }) => {
    const name = XML_NAMES.find(([pattern]) => pattern.test(key))?.[1];
    return name === undefined ? [] : [{ name, value: value.trim(), from: index, to: index + all.length }];
  });

/** Any URL of Entra ID that names a tenant and is neither a token nor an authorize URL. */
const authorities = (text: string): readonly SettingAt[] =>
  urlsIn(text).flatMap((at) => {
    const { from, to } = at;
    const url = authorityInTemplate(text, at) ?? authorityInParts(text, at)?.url ?? at.url;
    const { host, path } = splitUrl(url);
    const isAuthority = isLoginHost(host) && !isTokenPath(path) && !isAuthorizePath(path);
    return isAuthority && tenantIn(path) !== undefined ? [{ name: 'authority' as const, value: url, from, to }] : [];
  });

const grants = (text: string): readonly SettingAt[] =>
  grantsNamed(text).map(({ grant, from, to }) => ({ name: 'grant', value: grant, from, to }));

/** Where a role holds is called its scope as well: `Scope: workspaces/x/*`, `scope '/subscriptions/...'`. */
const OF_ROLES = /^\/?(?:workspaces|subscriptions|resourceGroups|providers|managementGroups)\//i;

/** Permissions that look like names: the first of Microsoft's own APIs, the next of the samples, the last of the sign-in. */
const PERMISSION = /^(?:user_impersonation|access_as_user|access_as_application|openid)$/;

/** A value that is a name in the code and not a value: `scopes = SCOPES`, `tenantId: process.env.TENANT`. */
const isName = ({ name, value }: SettingAt): boolean =>
  value === '' ||
  /^(?:process\.env|os\.|this\.|self\.|config\.|\$)/.test(value) ||
  (name === 'scope' &&
    !PERMISSION.test(value) &&
    /^(?:[A-Z_]{2,40}|self|organi[sz]ation|individual|workspace|tenant|\d+)$/i.test(value)) ||
  (name === 'scope' && OF_ROLES.test(value)) ||
  (name === 'resource' && !/[:.]|^[0-9a-f-]{36}$/i.test(value)) ||
  ((name === 'tenant' || name === 'client-id') &&
    /^[a-z]+(?:[A-Z]\w*|_\w+)?\)?$/.test(value) &&
    !/common|organizations|consumers/.test(value));

/** Reads settings of the token request in code, command lines and configuration. */
export const settingReader: Reader = {
  id: 'setting',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    const finders = [
      namedSettings,
      saidScopes,
      optionSettings,
      xmlSettings,
      authorities,
      grants,
      connectionSettings,
      signInCommands,
      msalPsCommands,
      terraformProvider,
    ];
    return finders
      .flatMap((find) => find(text))
      .filter((at) => !isName(at))
      .map((at) => settingPiece(at, place));
  },
};
