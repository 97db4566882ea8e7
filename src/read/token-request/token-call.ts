import { GUID } from '../../facts/guid.ts';
import { MAY_HOLD_MORE } from '../syntax/command-line.ts';
import { placerOf } from '../text/place.ts';
import { type Found, lineBefore, type Reader } from '../text/text.ts';
import { type SettingAt, settingPiece } from './setting-at.ts';

/** A literal that names what the token is for: a URL, or a permission behind an application id. */
const SCOPE = `(?:[a-z]{2,6}://[^"'\`\\s]{3,200}|${GUID}/[^"'\`\\s]{1,80})`;
/** A scope that lost its API stands alone, and asks for Microsoft Graph. */
const LITERALS = `((?:["'\`](?:${SCOPE}|/?\\.default)["'\`],?\\s{0,40}){1,10})`;
const OPENS =
  '\\(\\s{0,40}(?:(?:Collections|Set|List)\\.\\w{1,20}\\(\\s{0,20}|new ?(?:\\w{1,20})?\\[\\]\\s{0,10}\\{\\s{0,40}|\\[\\s{0,40}|\\{\\s{0,40})?';

/**
 * Calls of the Microsoft authentication libraries that take scopes by place: Azure.Identity of all languages, MSAL for
 * Python, .NET and Java. Those that take them by name are read as settings.
 */
const SCOPE_CALL = new RegExp(
  `\\b(?:TokenRequestContext|get_?token(?:_?async)?|get_?bearer_?token_?provider|GraphServiceClient|TokenCredentialAuthenticationProvider|AzureIdentityAuthenticationProvider|addScopes?|(?:ClientCredential|OnBehalfOf|UserNamePassword|InteractiveRequest|Silent)Parameters\\s{0,5}\\.builder|acquire_token_(?!with_)\\w{3,40}|acquireToken(?!With|Async|SilentAsync)\\w{3,40})${OPENS}(?:[\\w.]{1,60}\\(?\\)?,\\s{0,20}(?:new ?(?:\\w{1,20})?\\[\\]\\s{0,10}\\{\\s{0,40}|\\[\\s{0,40})?)?${LITERALS}`,
  'gi',
);
/** ADAL takes the resource first; https://learn.microsoft.com/entra/identity-platform/migrate-python-adal-msal */
const RESOURCE_CALL = new RegExp(
  `\\b(?:acquire_token(?:_with_\\w{3,40})?|[aA]cquireToken(?:Silent)?(?:Async)?|GetAccessTokenAsync|acquireTokenWith\\w{3,40})\\(\\s{0,40}["'](${SCOPE})["']`,
  'g',
);

/** The short names of notebooks; https://learn.microsoft.com/fabric/data-engineering/notebook-utilities#get-token */
const NOTEBOOK =
  /\b(?:mssparkutils|notebookutils|dbutils)\.credentials\.getToken\(\s{0,10}(?:\w{1,20}\s{0,3}=\s{0,3})?["']([^"'\n]{2,200})["']/gi;
const NOTEBOOK_RESOURCES: ReadonlyMap<string, string> = new Map([
  ['pbi', 'https://analysis.windows.net/powerbi/api'],
  ['storage', 'https://storage.azure.com'],
  ['keyvault', 'https://vault.azure.net'],
  ['vault', 'https://vault.azure.net'],
  ['kusto', 'https://kusto.kusto.windows.net'],
  ['azuremanagement', 'https://management.azure.com'],
  ['dw', 'https://database.windows.net'],
]);

/** Commands that give a token for Azure Resource Manager where they name nothing else. */
const COMMANDS: readonly { readonly command: RegExp; readonly names: RegExp }[] = [
  {
    command: /(?<![\w-])az(?:\.cmd)?[ \t]{1,5}account[ \t]{1,5}get-access-token(?![\w-])/g,
    names: /--(?:resource|scope)/,
  },
  { command: /(?<![\w-])Get-AzAccessToken(?![\w-])/gi, names: /-Resource/i },
];
const KINDS = /(?:--resource-type|-ResourceTypeName)[ =]{1,3}["']?(ms-?graph|arm|resourcemanager)\b/i;
const RESOURCE =
  /(?:--resource|-ResourceUrl|-Resource)[ =]{1,3}\\?["']?([a-z]{2,6}:\/\/[^\s"'`)\\]{2,200}|[0-9a-f-]{36})/i;
const RESOURCE_OF_KIND: Readonly<Record<string, string>> = {
  msgraph: 'https://graph.microsoft.com',
  arm: 'https://management.azure.com',
  resourcemanager: 'https://management.azure.com',
};
const DEFAULT = 'https://management.azure.com';

/** A command in code: in brackets, at the start of a line, or behind `=`, a pipe or a prompt. */
const STARTS = /(?:^|[\n(=|;`$>&])[ \t]{0,20}$/;
/** What shows that its options were seen: it ends, or goes on with one. */
const GOES_ON = /^[ \t]{0,10}(?:-{1,2}[A-Za-z]|[)`'"|;\n]|$)/;
/** A sentence that says where the token comes from: `I get the token with: ...`, `Token hole ich mit ...`. */
const IS_SAID = /\btokens?\b[^.!?\n]{0,40}\b(?:with|via|from|by|using|mit|par|con|com)[ \t]{0,3}:?[ \t]{0,3}["'`]?$/i;
/** A denial, or an API that is named in other words. */
const NOT_SO = /\b(?:not|never|instead)\b|n't\b/i;
/** The sentence ends with the command. */
const ENDS = /^["'`]?[ \t]{0,5}(?:[.,;!]?[ \t]{0,5}(?:\r?\n|$)|[.;!][ \t])/;

/** Whether a sentence names a command, and nothing that it is given. */
const isSaid = (before: string, rest: string): boolean =>
  IS_SAID.test(before) && !NOT_SO.test(before) && ENDS.test(rest) && !/\bresource\b|--/.test(rest.slice(0, 100));

const span = ({ index, 0: all }: RegExpExecArray) => ({ from: index, to: index + all.length });

const listed = (literals: string): string =>
  [...literals.matchAll(/["'`]([^"'`]{1,300})["'`]/g)].map(([, text = '']) => text).join(' ');

const notebookTokens = (text: string): readonly SettingAt[] =>
  [...text.matchAll(NOTEBOOK)].flatMap((match): readonly SettingAt[] => {
    const [, value = ''] = match;
    if (/\/\.default$/i.test(value)) return [{ name: 'scope', value, ...span(match) }];
    const resource = value.includes('://') ? value : NOTEBOOK_RESOURCES.get(value.toLowerCase());
    return resource === undefined ? [] : [{ name: 'resource', value: resource, ...span(match) }];
  });

const commandTokens = (text: string): readonly SettingAt[] =>
  COMMANDS.flatMap(({ command, names }) =>
    [...text.matchAll(command)].flatMap((match): readonly SettingAt[] => {
      const { from, to } = span(match);
      const rest = text.slice(to, to + 600);
      const words = rest.slice(0, /(?<![\\^`\s])[ \t]{0,10}\r?\n|[|;)]/.exec(rest)?.index ?? rest.length);
      const kind = KINDS.exec(words)?.[1]?.toLowerCase().replace('-', '');
      if (kind !== undefined) return [{ name: 'resource', value: RESOURCE_OF_KIND[kind] ?? DEFAULT, from, to }];
      const named = RESOURCE.exec(words)?.[1];
      if (named !== undefined) return [{ name: 'resource', value: named, from, to }];
      const isCommand =
        (STARTS.test(text.slice(Math.max(0, from - 30), from)) && GOES_ON.test(rest)) ||
        isSaid(lineBefore(text, from, 120), rest);
      const isWhole = words.length < rest.length || to + words.length === text.length;
      return names.test(words) || MAY_HOLD_MORE.test(words) || !isCommand || !isWhole
        ? []
        : [{ name: 'resource', value: DEFAULT, from, to }];
    }),
  );

const tokenCalls = (text: string): readonly SettingAt[] => [
  ...[...text.matchAll(SCOPE_CALL)].map(
    (match): SettingAt => ({ name: 'scope', value: listed(match[1] ?? ''), ...span(match) }),
  ),
  ...[...text.matchAll(RESOURCE_CALL)].map(
    (match): SettingAt => ({ name: 'resource', value: match[1] ?? '', ...span(match) }),
  ),
  ...notebookTokens(text),
  ...commandTokens(text),
];

/**
 * Reads what the calls and commands of a text ask a token for: scopes and resources that they take by place or by
 * default. Commands stand in the header of a curl command as well, so it sees the whole text.
 */
export const tokenCallReader: Reader = {
  id: 'token-call',
  sees: 'all',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    return tokenCalls(text).map((at) => settingPiece(at, place));
  },
};
