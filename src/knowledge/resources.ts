import { isGuid } from '../facts/guid.ts';
import type { Cloud } from './clouds.ts';
import { decoded } from './decoded.ts';
import { OTHER_SERVICES, PUBLIC_SERVICES } from './other-services.ts';
import { type Audience, type NamedResource, RESOURCE_TABLE, type Resource } from './resource-table.ts';

/** The API that a name belongs to, and the cloud where the name tells it. */
export interface ResourceMatch {
  readonly resource: Resource;
  readonly cloud?: Cloud;
}

/**
 * Further names of the Power BI application, which the REST hosts are not known to take; they are neither right nor
 * a customer's API. See https://github.com/dirkjanm/ROADtools (firstpartyscopes.json).
 */
const UNSURE = ['api://app.powerbi.com', 'api://botid-'];

const isOtherService = (text: string): boolean => {
  const origin = text.split('/', text.startsWith('https://') ? 3 : 1).join('/');
  return OTHER_SERVICES.some((uri) =>
    uri.includes('*') ? origin.endsWith(uri.slice(uri.indexOf('*') + 1)) : uri === origin,
  );
};

interface Row extends Audience {
  readonly resource: NamedResource;
}

const rows = (kind: 'appIds' | 'audiences'): readonly Row[] =>
  (Object.keys(RESOURCE_TABLE) as NamedResource[]).flatMap((resource) =>
    RESOURCE_TABLE[resource][kind].map((audience) => ({ ...audience, resource })),
  );
const APPS = rows('appIds');
const NAMES = rows('audiences').filter(({ uri }) => !uri.includes('*'));
const SUFFIXES = rows('audiences')
  .filter(({ uri }) => uri.includes('*'))
  .map((row) => ({ ...row, uri: row.uri.slice(row.uri.indexOf('*') + 1) }));

/** A name in its plain form: lower case, without quotes, `/.default` and trailing slashes. */
const plain = (name: string): string => {
  let text = decoded(name.trim().slice(0, 500)).toLowerCase();
  if (/^(["']).*\1$/.test(text)) text = text.slice(1, -1);
  if (text.endsWith('/.default')) text = text.slice(0, -'/.default'.length);
  while (text.endsWith('/')) text = text.slice(0, -1);
  return text;
};

const match = ({ resource, cloud }: Row): ResourceMatch => (cloud === undefined ? { resource } : { resource, cloud });

const withHost = (text: string): Row | undefined => {
  const host = /^https:\/\/([^/:]{1,253})/.exec(text)?.[1];
  return host === undefined ? undefined : SUFFIXES.find(({ uri }) => host.endsWith(uri));
};

/**
 * The API that an audience, a scope or a resource URI belongs to, by application: trailing slash, letter case,
 * application id, `/.default` and a named scope behind it make no difference. The `cloud` is left out where the
 * name is the same in several. `custom-api` is an API of a customer: `api://...` or an application id of nobody known.
 */
export const resourceOf = (name: string): ResourceMatch => {
  const text = plain(name);
  const row = NAMES.find(({ uri }) => text === uri || text.startsWith(`${uri}/`)) ?? withHost(text);
  if (row !== undefined) return match(row);
  const [first = ''] = text.split('/', 1);
  const app = APPS.find(({ uri }) => first === uri);
  if (app !== undefined) return match(app);
  if (PUBLIC_SERVICES.includes(text)) return { resource: 'other-service', cloud: 'public' };
  if (isOtherService(text)) return { resource: 'other-service' };
  if (UNSURE.some((prefix) => text.startsWith(prefix))) return { resource: 'unknown' };
  return { resource: isGuid(first) || /^api:\/\/[^\s/{<]/.test(text) ? 'custom-api' : 'unknown' };
};

const isNamed = (resource: Resource): resource is NamedResource => Object.hasOwn(RESOURCE_TABLE, resource);

/** Whether two resources are names of one application, as Power BI and Fabric are. */
export const sameApplication = (a: Resource, b: Resource): boolean => {
  if (!isNamed(a) || !isNamed(b)) return a === b;
  return RESOURCE_TABLE[a].appIds[0]?.uri === RESOURCE_TABLE[b].appIds[0]?.uri;
};

/** Whether a resource is the Power BI application under either name. */
export const isPowerBiApplication = (resource: Resource | undefined): boolean =>
  resource !== undefined && sameApplication(resource, 'powerbi');

/** The name of a resource for people. `as` is the audience or scope as written, for those without a fixed name. */
export const resourceName = (resource: Resource, as: string): string => {
  if (isNamed(resource)) return RESOURCE_TABLE[resource].name;
  if (resource === 'own-app') return 'your own app';
  return resource === 'custom-api' ? `a custom API (${as})` : as;
};

/** The identifier to ask for, to get a token of a resource in a cloud; undefined where none is known. */
export const identifierOf = (resource: NamedResource, cloud: Cloud): string | undefined => {
  const { appIds, audiences } = RESOURCE_TABLE[resource];
  if (resource === 'devops') return appIds[0]?.uri;
  const fits = (row: Audience): boolean =>
    row.cloud === cloud ||
    row.cloud === undefined ||
    (row.cloud === 'us-government' && (cloud === 'gcc-high' || cloud === 'dod')) ||
    (row.cloud === 'public' && cloud === 'gcc' && !isPowerBiApplication(resource));
  return audiences.find((row) => fits(row) && !row.uri.includes('*'))?.uri;
};
