import type { Grant } from './grant.ts';
import type { SettingAt } from './setting-at.ts';

/**
 * Who signs in with a connection string of SQL clients:
 * https://learn.microsoft.com/sql/connect/ado-net/sql/azure-active-directory-authentication
 */
const GRANT_OF_METHOD: Readonly<Record<string, Grant>> = {
  serviceprincipal: 'client-credentials',
  password: 'password',
  interactive: 'interactive',
  devicecodeflow: 'device-code',
  msi: 'managed-identity',
  managedidentity: 'managed-identity',
};
const METHOD =
  /\bAuthentication["']?\s{0,5}[=:]\s{0,5}["']?Active ?Directory ?(Service ?Principal|Password|Interactive|Device ?Code ?Flow|MSI|Managed ?Identity)\b/gi;
/** `authentication: ServicePrincipal` of dbt. */
const PLAIN_METHOD = /\bauthentication["']?\s{0,3}:\s{0,3}["']?(ServicePrincipal)\b/gi;

/** An app in a connection string of Analysis Services: `app:<client id>@<tenant id>`. */
const APP_USER = /\b(?:User ?ID|UID|User)\s{0,5}=\s{0,5}["']?app:([^\s@;"'`]{1,80})(?:@([^\s;"'`]{1,100}))?/gi;

/** No person has a GUID for a user name: it is the client id of an app. */
const GUID_USER =
  /\b(?:UID|User ?ID|User ?Name|User)\s{0,5}=\s{0,5}["'{]?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/gi;

const methods = (text: string): readonly SettingAt[] =>
  [...text.matchAll(METHOD), ...text.matchAll(PLAIN_METHOD)].flatMap(
    ({ index, 0: all, 1: method = '' }): readonly SettingAt[] => {
      const grant = GRANT_OF_METHOD[method.toLowerCase().replaceAll(' ', '')];
      return grant === undefined ? [] : [{ name: 'grant', value: grant, from: index, to: index + all.length }];
    },
  );

const appUsers = (text: string): readonly SettingAt[] =>
  [...text.matchAll(APP_USER)].flatMap((match): readonly SettingAt[] => {
    const span = { from: match.index, to: match.index + match[0].length };
    const [, client = '', tenant] = match;
    return [
      { name: 'grant', value: 'client-credentials' satisfies Grant, ...span },
      { name: 'client-id', value: client, ...span },
      ...(tenant === undefined ? [] : [{ name: 'tenant' as const, value: tenant, ...span }]),
    ];
  });

const guidUsers = (text: string): readonly SettingAt[] =>
  [...text.matchAll(GUID_USER)].map(({ index, 0: all, 1: value = '' }) => ({
    name: 'client-id',
    value,
    from: index,
    to: index + all.length,
  }));

/** What connection strings of SQL and Analysis Services clients say of the sign-in. */
export const connectionSettings = (text: string): readonly SettingAt[] => [
  ...methods(text),
  ...appUsers(text),
  ...guidUsers(text),
];
