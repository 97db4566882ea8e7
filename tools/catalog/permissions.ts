import { ROLES } from '../../src/facts/catalog/operation.ts';
import type { Alternatives } from '../../src/knowledge/operation-catalog.ts';
import { plainLines } from './sections.ts';

/** Workspace role, item permission and other roles that a permissions section names. */
export interface Permissions {
  readonly role: string | null;
  readonly itemPermission: Alternatives | null;
  readonly resourceRoles: Alternatives;
}

const ROLE = /\b(viewer|contributor|member|admin)\b/i;
const ROLE_ORDER: readonly string[] = ROLES;

/** Holds only for some requests, or speaks of what others may get. */
const isConditional = (line: string): boolean =>
  /hard\/permanent|^members can|^if |^when exporting all|, required if|for configured connection|service principals? must/i.test(
    line,
  );

const roleIn = (line: string): string | undefined => {
  if (
    !/workspace|deployment/i.test(line) ||
    /deployment pipelines role|capacity admin|rights or authenticate/i.test(line)
  )
    return undefined;
  return ROLE.exec(line)?.[1]?.toLowerCase();
};

/** The lowest of the roles that a line names, the highest of what several lines need. */
const roleOf = (lines: readonly string[]): string | null => {
  const roles = lines.map(roleIn).filter((role) => role !== undefined);
  return roles.sort((a, b) => ROLE_ORDER.indexOf(b) - ROLE_ORDER.indexOf(a))[0] ?? null;
};

const VERBS = 'read|write|execute|reshare|audit|restore|reader|build';
const PERMISSION = new RegExp(
  `\\b((?:${VERBS})(?:(?:\\s*,\\s*|\\s+and\\s+|\\s+or\\s+)(?:${VERBS}))*)(?:\\s+or\\s+higher)?\\s+(?:\\w+\\s+)?permissions?\\b`,
  'i',
);

const itemPermissionIn = (line: string): Alternatives => {
  if (/\b(?:connection|gateway|capacity|target dataset)\b/i.test(line)) return [];
  const words = PERMISSION.exec(line)?.[1]?.toLowerCase().replaceAll('reader', 'read');
  if (words === undefined) return [];
  const parts = words.split(/\s*,\s*|\s+and\s+|\s+or\s+/);
  return / or /.test(words) ? parts.map((part) => [part]) : [parts];
};

const RESOURCE_ROLES: readonly (readonly [RegExp, Alternatives])[] = [
  [/admin deployment pipelines role/i, [['deploymentPipeline:admin']]],
  [
    /capacity contributor or a capacity admin|contributor permissions or be an? (?:capacity )?admin(?: on the capacity)?|administrator or contributor permissions on the capacity/i,
    [['capacity:contributor'], ['capacity:admin']],
  ],
  [/must be a capacity admin/i, [['capacity:admin']]],
  [/contributor permissions or be a domain admin/i, [['domain:contributor'], ['domain:admin']]],
  [/administrator rights or assign permissions? on the capacity/i, [['capacity:admin'], ['capacity:assign']]],
  [/owner of the connection or be an admin on the gateway/i, [['connection:Owner'], ['gateway:admin']]],
  [/userwithreshare or higher role on the connection or/i, [['connection:UserWithReshare'], ['gateway:admin']]],
  [/user or higher role on the connection or be an admin/i, [['connection:User'], ['gateway:admin']]],
  [/permission to read the connection, or admin/i, [['connection:read'], ['gateway:admin']]],
  [/connectioncreatorwithresharing or higher/i, [['gateway:ConnectionCreatorWithResharing']]],
  [/^the caller must have connectioncreator or higher/i, [['gateway:ConnectionCreator']]],
  [/access to all connections used/i, [['connection:all-used-by-item']]],
  [/owner permissions? (?:for|on|to) the connection/i, [['connection:Owner'], ['gateway:admin']]],
  [/permissions? (?:for|on|to) the connection.*or.*gateway/i, [['connection:any'], ['gateway:admin']]],
  [/permissions? (?:for|on|to) the connection/i, [['connection:any']]],
  [/with on-premises gateways, the user must have gateway admin/i, [['gateway:admin'], ['datasource:owner']]],
  [/gateway admin permissions|admin (?:role|permissions?) (?:for|on|to) the gateway/i, [['gateway:admin']]],
  [/permissions? (?:for|on|to) the gateway/i, [['gateway:any']]],
  [/owner of the semantic model/i, [['item:owner']]],
  [/must be the dataset owner/i, [['dataset:owner']]],
  [/must be the data source owner/i, [['datasource:owner']]],
  [/build permission on the target dataset\.?$/i, [['targetDataset:build']]],
];

const resourceRolesIn = (line: string): Alternatives =>
  RESOURCE_ROLES.find(([pattern]) => pattern.test(line))?.[1] ?? [];

/** Requirements that stand outside the permissions section. */
const ELSEWHERE =
  /must be an admin o[nf] the specified workspace|caller must have (?:read)?(?:write)?reshare permissions/i;

/** `ReadWriteReshare` as `read, write, reshare`. */
const spelledOut = (line: string): string =>
  line.replaceAll(/\bRead(Write)?Reshare\b/g, (_, write?: string) => `read,${write ? ' write,' : ''} reshare`);

/** What a description asks of the caller. Conditional lines are left to the constraints. */
export const permissionsIn = (text: string, sections: ReadonlyMap<string, string>): Permissions => {
  const elsewhere = [...sections.values()].flatMap(plainLines).filter((line) => ELSEWHERE.test(line));
  const lines = [...plainLines(text), ...elsewhere.map(spelledOut)]
    .flatMap((line) => line.split(/(?<=\.)\s+(?=The |When )/))
    .filter((line) => !isConditional(line));
  const items = lines.map(itemPermissionIn).find((found) => found.length > 0) ?? null;
  const resourceRoles = lines.map(resourceRolesIn).find((found) => found.length > 0) ?? [];
  return { role: roleOf(lines), itemPermission: items, resourceRoles };
};

/** Whether the caller must be a Fabric administrator. */
export const isAdmin = (text: string, path: string): boolean =>
  /\/admin(?:\/|$)/.test(path) ||
  /must be a fabric (?:service )?administrator|fabric administrator rights|administrator rights such as/i.test(text);
