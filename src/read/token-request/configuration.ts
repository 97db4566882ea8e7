import { GUID } from '../../facts/guid.ts';
import type { Setting } from '../../model/incident.ts';
import { isLoginHost, tenantIn } from '../syntax/sign-in-host.ts';
import { splitUrl } from '../syntax/url.ts';
import { onlyOne } from '../text/only-one.ts';
import { placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';
import type { Grant } from './grant.ts';
import { settingPiece } from './setting-at.ts';

/** What a name in a configuration sets; `instance` is the host of the authority without the tenant. */
type Meaning =
  | Exclude<Setting['name'], 'granted-scopes' | 'default-tenant'>
  | 'instance'
  | 'mode'
  | 'managed-identity'
  | 'federated';

/** Names that tools put in front of their settings, such as `FABRIC_CLIENT_ID`, `ARM_TENANT_ID`, `spn_id`, `ida:ClientId`. */
const OWNERS =
  /^(?:azuread|azuredevops|azure|aad|arm|fabric|fab|powerbi|pbie|pbi|entra|spn|sp|msal|ida|oauth2?|azurerm|tfvar|dbt|msft|ms|app|service|my)/;

/** Names without owner, in lower case and without signs between the words. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  tenantid: 'tenant',
  tenant: 'tenant',
  directoryid: 'tenant',
  clientid: 'client-id',
  applicationid: 'client-id',
  appid: 'client-id',
  principalid: 'client-id',
  scope: 'scope',
  scopes: 'scope',
  scopebase: 'scope',
  defaultscope: 'scope',
  resource: 'resource',
  resourceurl: 'resource',
  resourceuri: 'resource',
  resourceid: 'resource',
  redirecturi: 'redirect-uri',
  redirecturl: 'redirect-uri',
  replyurl: 'redirect-uri',
  instance: 'instance',
  authorityhost: 'instance',
  aadinstance: 'instance',
  logininstance: 'instance',
  authenticationmode: 'mode',
  authmode: 'mode',
  usemsi: 'managed-identity',
  usemanagedidentity: 'managed-identity',
  useoidc: 'federated',
};
/** Names that mean something only with their owner: `spn_id` of dbt and Terraform. */
const WITH_OWNER: Readonly<Record<string, Meaning>> = {
  spnid: 'client-id',
  spid: 'client-id',
  aadinstance: 'instance',
};

/** Names that other readers of settings know already, in whatever they stand. */
const KNOWN_ELSEWHERE =
  /^(?:azure_?|aad_?)?(?:tenant[ _]?(?:id)?|(?:client|application|app)[ _]?id)$|^(?:(?!.*(?:^|_)in_scope)[a-z_]{0,20}scopes?|resource|resource_?ur[il]|redirect_?ur[il]|reply_?ur[il])$/i;

/** What a value must look like: a name in code and a variable are no values. */
const SHAPES: Readonly<Record<Meaning, RegExp>> = {
  tenant: new RegExp(
    `^(?:${GUID}|common|organizations|consumers|[\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,4}|<[^<>]{1,60}>)$`,
    'i',
  ),
  'client-id': new RegExp(`^(?:${GUID}|<[^<>]{1,60}>)$`, 'i'),
  scope:
    /^(?:(?:https?|api):\/\/\S{3,200}(?: (?:https?|api):\/\/\S{3,200}){0,10}|[0-9a-f-]{36}\/\.default|\.default)$/i,
  resource: new RegExp(`^(?:https?://\\S{3,200}|${GUID})$`, 'i'),
  'redirect-uri': /^[a-z][\w+.-]{1,20}:\/\/\S{1,300}$/i,
  instance: /^https:\/\/[\w.-]{4,100}\/?(?:\{0\})?\/?$/i,
  mode: /^(?:service ?principal|master ?user)$/i,
  'managed-identity': /^true$/i,
  federated: /^true$/i,
  authority: /^https:\/\/\S{4,200}$/i,
  grant: /^$/,
  'embed-token-type': /^$/,
};

interface Entry extends Line {
  readonly name: string;
  /** As written: with its quotes, and what stands behind it. */
  readonly raw: string;
  /** The value stands on a line of its own, which no other reader joins with the name. */
  readonly isApart?: true;
}

const meaningOf = ({ name, isApart }: Entry): Meaning | undefined => {
  if (isApart !== true && KNOWN_ELSEWHERE.test(name)) return undefined;
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (Object.hasOwn(WITH_OWNER, plain)) return WITH_OWNER[plain];
  const bare = plain.replace(OWNERS, '');
  const own = [plain, bare, bare.replace(OWNERS, '')].find((one) => Object.hasOwn(MEANINGS, one));
  return own === undefined ? undefined : MEANINGS[own];
};

const ENTRY =
  /^[ \t]{0,60}(?:(?:export|set|setx|ENV|ARG|local|-|\$env:|\$)[ \t]{0,4}){0,2}["']?([A-Za-z][\w.:-]{1,60}?)["']?[ \t]{0,20}(?:=|:)[ \t]{0,20}(\S.{0,500})$/;
const XML_ENTRY =
  /^[ \t]{0,60}<(?:add|setting|entry)[ \t]{1,10}(?:key|name)[ \t]{0,3}=[ \t]{0,3}"([\w.:-]{2,60})"[ \t]{1,10}value[ \t]{0,3}=[ \t]{0,3}"([^"]{1,500})"/i;
/** `- name: X` with `value: Y` in the next line, as of Kubernetes and pipelines; Postman says `key`. */
const NAME_LINE =
  /^[ \t]{0,60}-?[ \t]{0,10}["']?(?:name|key)["']?[ \t]{0,5}:[ \t]{0,5}["']?([A-Za-z][\w.:-]{1,60})["']?,?$/;
const VALUE_LINE = /^[ \t]{0,60}["']?value["']?[ \t]{0,5}:[ \t]{0,5}(\S.{0,500})$/;

/** What every name with a meaning has some of: most lines of a log are told from it to set nothing. */
const MAY_SET =
  /tenant|client|app|scope|resource|redirect|reply|host|instance|mode|director|principal|spn?\W?_?id|msi|identity|oidc/i;

/** `app=x` */
const SHORTEST = 5;

/** A value without its quotes, its list, and what stands behind it. */
const valueIn = (raw: string): string => {
  const text = raw.replace(/^\[\s{0,10}/, '');
  const quoted = /^(["'`])([^"'`]{0,500})\1/.exec(text)?.[2];
  return (quoted ?? text.replace(/\s{1,20}(?:#|\/\/).{0,500}$/, '').replace(/[;,\]\s]{1,20}$/, '')).trim();
};

/** The name of a value that stands below it; the settings of an Azure app have one more line between. */
const nameAbove = (lines: readonly Line[], index: number): string | undefined => {
  const above = lines[index - 1]?.text ?? '';
  const name = above.includes('slotSetting') ? (lines[index - 2]?.text ?? '') : above;
  return NAME_LINE.exec(name)?.[1];
};

const entryAt = (lines: readonly Line[], line: Line, index: number): Entry | undefined => {
  const below = line.text.includes('value') ? VALUE_LINE.exec(line.text)?.[1] : undefined;
  const above = below === undefined ? undefined : nameAbove(lines, index);
  if (above !== undefined && below !== undefined) return { name: above, raw: below, isApart: true, ...line };
  if (!MAY_SET.test(line.text)) return undefined;
  const entry = (line.text.includes('<') ? XML_ENTRY.exec(line.text) : null) ?? ENTRY.exec(line.text);
  const [, name, raw = ''] = entry ?? [];
  return name === undefined ? undefined : { name, raw, ...line };
};

const entriesIn = (lines: readonly Line[]): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const [index, line] of lines.entries()) {
    const entry = line.text.length < SHORTEST ? undefined : entryAt(lines, line, index);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
};

const MODES: Readonly<Record<string, Grant>> = { serviceprincipal: 'client-credentials', masteruser: 'password' };

/** The setting that an entry makes; the instance alone names no tenant, so one from elsewhere in the file completes it. */
const settingOf = (meaning: Meaning, value: string): readonly (readonly [Setting['name'], string])[] => {
  if (!SHAPES[meaning].test(value)) return [];
  if (meaning === 'mode') return [['grant', MODES[value.toLowerCase().replace(' ', '')] ?? 'other']];
  if (meaning === 'managed-identity') return [['grant', 'managed-identity' satisfies Grant]];
  if (meaning === 'federated') return [['grant', 'client-credentials' satisfies Grant]];
  if (meaning === 'instance') return [];
  return [[meaning, value]];
};

const TENANT_NAME = /tenant_?(?:id)?$/i;

/** The only tenant that a configuration names. */
const onlyTenant = (entries: readonly Entry[]): string | undefined => {
  const named = entries.filter(({ name }) => TENANT_NAME.test(name)).map(({ raw }) => valueIn(raw));
  return onlyOne(named.filter((value) => SHAPES.tenant.test(value)));
};

/** The authority that the instance and the tenant of a configuration make together. */
const authorityOf = (instance: string, tenant: string | undefined): string | undefined => {
  const { host, path } = splitUrl(instance);
  const isBare = tenantIn(path) === undefined || path.includes('{0}');
  return isLoginHost(host) && isBare && tenant !== undefined ? `https://${host}/${tenant}` : undefined;
};

/**
 * Reads settings of the sign-in in configurations of any kind: `.env`, YAML, JSON, TOML, Terraform, web.config. Names
 * that stand in code as well belong to the reader of settings; this one knows those with an owner.
 */
export const configurationReader: Reader = {
  id: 'configuration',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    const entries = entriesIn(linesOf(text));
    const meant = entries.map((entry) => ({ entry, meaning: meaningOf(entry) }));
    // Nothing else asks for it.
    const tenant = meant.some(({ meaning }) => meaning === 'instance') ? onlyTenant(entries) : undefined;
    return meant.flatMap(({ entry, meaning }): readonly Found[] => {
      if (meaning === undefined) return [];
      const value = valueIn(entry.raw);
      const authority = meaning === 'instance' ? authorityOf(value, tenant) : undefined;
      const settings = authority === undefined ? settingOf(meaning, value) : [['authority', authority] as const];
      return settings.map(([name, set]) => settingPiece({ name, value: set, from: entry.from, to: entry.to }, place));
    });
  },
};
