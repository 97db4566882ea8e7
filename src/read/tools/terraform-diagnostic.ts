import type { Request } from '../../model/incident.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

const HOST = 'https://api.fabric.microsoft.com';
const IN_WORKSPACE = '/v1/workspaces/{workspaceId}';

/**
 * What the provider calls for a type of resource that is no item, as the collection it is made in:
 * https://registry.terraform.io/providers/microsoft/fabric/latest/docs
 */
const COLLECTIONS: Readonly<Record<string, string>> = {
  workspace: '/v1/workspaces',
  capacity: '/v1/capacities',
  connection: '/v1/connections',
  gateway: '/v1/gateways',
  deployment_pipeline: '/v1/deploymentPipelines',
  domain: '/v1/admin/domains',
  tenant_setting: '/v1/admin/tenantsettings',
  connection_role_assignment: '/v1/connections/{connectionId}/roleAssignments',
  gateway_role_assignment: '/v1/gateways/{gatewayId}/roleAssignments',
  workspace_role_assignment: `${IN_WORKSPACE}/roleAssignments`,
  workspace_managed_private_endpoint: `${IN_WORKSPACE}/managedPrivateEndpoints`,
  folder: `${IN_WORKSPACE}/folders`,
};

/** Types of resources that are items of a workspace. */
const ITEMS: readonly string[] = [
  ...['lakehouse', 'warehouse', 'notebook', 'environment', 'report', 'eventhouse', 'eventstream', 'dataflow'],
  ...['data_pipeline', 'semantic_model', 'kql_database', 'kql_queryset', 'kql_dashboard', 'ml_experiment'],
  ...['ml_model', 'spark_job_definition', 'mirrored_database', 'copy_job', 'sql_database', 'variable_library'],
];

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const collectionOf = (type: string): string | undefined =>
  Object.hasOwn(COLLECTIONS, type)
    ? COLLECTIONS[type]
    : ITEMS.find((item) => type === item || type === `${item}s`) && `${IN_WORKSPACE}/${camel(type.replace(/s$/, ''))}s`;

/** Fabric has no call for one capacity: the provider looks it up in the list. */
const ONLY_LISTED = 'capacity';

type Verb = 'list' | 'create' | 'read' | 'update' | 'delete';

/** The method of what was tried, and whether it is about one of the collection. */
const CALLS: Readonly<Record<Verb, { readonly method: string; readonly ofOne: boolean }>> = {
  list: { method: 'GET', ofOne: false },
  create: { method: 'POST', ofOne: false },
  read: { method: 'GET', ofOne: true },
  update: { method: 'PATCH', ofOne: true },
  delete: { method: 'DELETE', ofOne: true },
};

const callOf = (verb: Verb, type: string): { readonly method: string; readonly url: string } | undefined => {
  const collection = collectionOf(type);
  const { method, ofOne } = CALLS[verb];
  const one = type === 'workspace' ? '{workspaceId}' : '{id}';
  const isNamed = ofOne && type !== ONLY_LISTED;
  return collection === undefined ? undefined : { method, url: `${HOST}${collection}${isNamed ? `/${one}` : ''}` };
};

const OPERATION = /\b(list|create|read|update|delete) operation\b/gi;
/** `with module.core.data.fabric_capacity.this`, or the same as the address of a message in JSON. */
const ADDRESS =
  /(?:\bwith |"address":")(?:module\.[\w-]{1,100}(?:\[[^\]\n]{0,100}\])?\.){0,8}(?:data\.)?fabric_(\w{1,60})\./;
const NEAR = 1500;

const VERBS: Readonly<Record<string, Verb>> = {
  reading: 'read',
  creating: 'create',
  modifying: 'update',
  destroying: 'delete',
};
const BEGUN =
  /(?<=^[ \t]{0,8})((?:module\.[\w-]{1,100}(?:\[[^\]\n]{0,100}\])?\.){0,8}(?:data\.)?fabric_(\w{1,60})\.[^\s:]{1,200}): (Reading|Creating|Modifying|Destroying)\.\.\./gm;
const DONE = /(?<=^[ \t]{0,8})(\S{1,900}): (?:Read|Creation|Modifications|Destruction) complete after /gm;

/** A stretch of the text that names a resource, and what was done with it. */
interface Named {
  readonly from: number;
  readonly to: number;
  readonly verb: Verb;
  readonly type: string;
}

/** The resources of the messages of errors. */
const failedIn = (text: string): readonly Named[] =>
  [...text.matchAll(OPERATION)].flatMap(({ index, 1: verb = '' }): readonly Named[] => {
    const address = ADDRESS.exec(text.slice(index, index + NEAR));
    if (address?.[1] === undefined) return [];
    const from = index + address.index;
    return [{ from, to: from + address[0].length, verb: verb.toLowerCase() as Verb, type: address[1] }];
  });

/** The one resource that the tool began with and did not get done, as its lines of progress show it. */
const openIn = (text: string): readonly Named[] => {
  const done = new Set([...text.matchAll(DONE)].map(({ 1: address }) => address));
  const open = [...text.matchAll(BEGUN)].filter(({ 1: address }) => !done.has(address));
  return open.length !== 1
    ? []
    : open.map(({ 0: line, index, 2: type = '', 3: verb = '' }) => ({
        from: index,
        to: index + line.length,
        verb: VERBS[verb.toLowerCase()] ?? 'read',
        type,
      }));
};

/** Reads what the Fabric provider of Terraform did when it failed: it shows neither method nor URL, but what it manages. */
export const terraformDiagnosticReader: Reader = {
  id: 'terraform-diagnostic',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!text.includes('fabric_')) return [];
    const place = placerOf(text, paste);
    const failed = failedIn(text);
    return (failed.length > 0 ? failed : openIn(text)).flatMap(({ from, to, verb, type }): readonly Found[] => {
      const call = callOf(verb, type);
      if (call === undefined) return [];
      const at = place(from, 'resource of Terraform');
      const piece: Request = { kind: 'request', place: at, complete: false, headers: [], ...call };
      return [{ piece, from, to }];
    });
  },
};
