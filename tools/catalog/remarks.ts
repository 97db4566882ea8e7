import type { Limits } from './row.ts';
import { plainLines } from './sections.ts';

const WORDS: Readonly<Record<string, number>> = { ten: 10, one: 1, eight: 8 };
const numberOf = (word: string): number => WORDS[word.toLowerCase()] ?? Number(word.replaceAll(',', ''));

const NUMBER = '([\\d,]+|ten|one|eight)';
const COUNTS: readonly (readonly [string, RegExp])[] = [
  ['requestsPerMinute', new RegExp(`${NUMBER} (?:query )?requests per (?:one )?minute`, 'i')],
  ['requestsPerHour', new RegExp(`${NUMBER} (?:requests|call)(?: per user)? per hour`, 'i')],
  ['recordsPerRequest', new RegExp(`maximum of ${NUMBER} records can be returned per request`, 'i')],
  ['reportsPerRequest', new RegExp(`maximum ${NUMBER} reports`, 'i')],
  ['datasetsPerRequest', new RegExp(`maximum ${NUMBER} datasets`, 'i')],
  ['targetWorkspacesPerRequest', new RegExp(`maximum ${NUMBER} target workspaces`, 'i')],
  ['rowsPerQuery', new RegExp(`maximum of ${NUMBER} rows or [\\d,]+ values per query`, 'i')],
  ['valuesPerQuery', new RegExp(`rows or ${NUMBER} values per query`, 'i')],
  ['dataMBPerQuery', /maximum of (\d+)MB of data per query/i],
  ['requestsPerDayOnSharedCapacity', new RegExp(`shared capacities, a maximum of ${NUMBER} requests per day`, 'i')],
  ['parametersPerRequest', new RegExp(`maximum of ${NUMBER} parameters per request`, 'i')],
  ['concurrentRequests', new RegExp(`maximum ${NUMBER} simultaneous requests`, 'i')],
  ['schedulesPerItem', new RegExp(`can create maximum ${NUMBER} schedule`, 'i')],
  ['fileMB', /maximum supported file size is (\d+) ?MB/i],
  ['requestMB', /maximum request size allowed is (\d+) ?MB/i],
  ['querySeconds', new RegExp(`can run for a maximum of ${NUMBER} seconds`, 'i')],
  ['callSeconds', new RegExp(`time out after ${NUMBER} seconds`, 'i')],
  ['workspaceRoleAssignments', new RegExp(`limited to a maximum of ${NUMBER} users or groups in workspace roles`, 'i')],
  ['completedJobsListed', new RegExp(`limit of ${NUMBER} recently completed`, 'i')],
  ['profilesPerServicePrincipal', new RegExp(`profiles a single service principal can have,? is ${NUMBER}`, 'i')],
  ['itemsPerRequest', new RegExp(`(?:up to|more than|maximum) ${NUMBER} (?:\\w+ )?(?:\\w+ )?items`, 'i')],
];

const shared = (text: string): string | undefined => {
  if (/per principal/i.test(text)) return 'principal';
  if (/per tenant/i.test(text)) return 'tenant';
  return /requests per minute per user|per user per hour/i.test(text) ? 'user' : undefined;
};

/** How often it may be called, and how much at once. */
export const limitsIn = (text: string): Limits => {
  const limits: Record<string, number | string> = {};
  for (const [name, pattern] of COUNTS) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) limits[name] = numberOf(found);
  }
  const scope = shared(text);
  return scope === undefined ? limits : { ...limits, scope };
};

/** Tenant settings by slug. */
const SETTINGS: readonly (readonly [RegExp, string])[] = [
  [/permission to create workspaces granted/i, 'create-workspaces'],
  [
    /service principals can create workspaces, connections, and deployment pipelines/i,
    'sp-can-create-workspaces-connections-pipelines',
  ],
  [/enable the external data sharing admin switch/i, 'external-data-sharing'],
  [/enable the users can accept external data shares admin switch/i, 'users-can-accept-external-data-shares'],
  [/dataset execute queries rest api/i, 'dataset-execute-queries-rest-api'],
  [/make sure the admin tenant setting allow service principals to use power bi apis/i, 'sp-can-use-power-bi-apis'],
  [/fully enable metadata scanning/i, 'enhanced-admin-api-metadata'],
];

/** Tenant settings that the text names. */
export const settingsIn = (text: string): readonly string[] => {
  const plain = plainLines(text).join(' ');
  return SETTINGS.filter(([pattern]) => pattern.test(plain)).map(([, slug]) => slug);
};

/** Whether a Fabric capacity is stated as needed, for every use of the operation. */
export const needsCapacity = (text: string): boolean =>
  /to create [^.]{1,80} the workspace must be on a supported fabric capacity/i.test(text) ||
  /only available for premium capacity workspaces/i.test(text);

/** Whether the operation is in preview or beta. */
export const isPreview = (marked: string, query: string, operationId: string): boolean => {
  const text = marked.replaceAll(/[`*]/g, '');
  if (/\((?:preview|beta)\)/i.test(operationId) || /(?:preview|beta)=true/i.test(query)) return true;
  if (/(?:preview|beta)=false/i.test(query)) return false;
  return /part of a (?:preview|beta) release|currently in preview|this preview api|a preview api call|for the query parameter preview\.\s/i.test(
    text,
  );
};

/** Other things of consequence, by keyword. */
const CONSTRAINTS: readonly (readonly [RegExp, string])[] = [
  [/must not have any admin-consent required p(?:er|re)missions/i, 'sp-app-without-admin-consent-permissions'],
  [/must not be present when authentication via a service principal/i, 'sp-token-without-these-scopes'],
  [/encrypted sensitivity label/i, 'blocked-by-encrypted-label'],
  [/(?:might|may) not be immediately available (?:through|when using) api calls/i, 'permission-change-delay'],
  [/only supports push datasets/i, 'push-datasets-only'],
  [/only relevant to the embed for your customers/i, 'embed-for-customers-only'],
  [/listed in datasets permissions/i, 'dataset-permission-rules-apply'],
  [/workspace admin role assigned for hard\/permanent deletion/i, 'hard-delete-needs-workspace-admin'],
  [/fail if there's an active deployment|active deployment operation/i, 'fails-during-active-deployment'],
  [/to create a non-powerbi fabric item the workspace must be on/i, 'capacity-only-for-non-power-bi-items'],
  [/sufficient usage rights/i, 'sensitivity-label-usage-rights'],
  [/both source and target deployment workspaces/i, 'role-on-source-and-target-workspace'],
  [/assigned to the specified stage/i, 'role-on-stage-workspace'],
  [/aren't relevant for gen2 capacities/i, 'not-for-gen2-capacities'],
  [
    /on-premises gateways? (?:only|and the user)|only (?:supports )?on-premises|only on-premises/i,
    'on-premises-gateway-only',
  ],
  [/datasource user on the gateway|data source user on the gateway/i, 'caller-must-be-datasource-user-on-gateway'],
  [/permissions to service principals \(app principaltype\) isn't supported/i, 'grantee-cannot-be-app'],
  [/only supported for premium capacity workspaces/i, 'large-import-needs-premium-capacity'],
  [/enhanced refresh is not supported for shared capacities/i, 'enhanced-refresh-needs-premium-capacity'],
  [/build permission on the target dataset, required if/i, 'build-on-target-dataset-if-targetModelId'],
  [/(?:read|write) permissions? for the workspace\b/i, 'source-names-workspace-as-permission-target'],
  [/git credentials must be configured/i, 'git-credentials-must-be-configured'],
  [/if oap is not enabled|outbound access protection (?:must|is not)/i, 'needs-outbound-access-protection'],
  [/no outbound restriction on the workspace/i, 'needs-outbound-restriction'],
  [/blocked by domain management tenant settings/i, 'tenant-setting-may-block-domain-reassignment'],
  [/virtual network \(vnet\) gateways aren't supported/i, 'no-vnet-gateway'],
  [/only supports paginated reports/i, 'paginated-reports-only'],
  [/only power bi reports are supported/i, 'power-bi-reports-only'],
  [/only supported for vnet data gateway/i, 'vnet-gateway-only'],
  [/only custom endpoints?/i, 'custom-endpoint-only'],
  [/protected sensitivity label, unless/i, 'blocked-by-protected-label-without-usage-rights'],
  [/deprecated and no longer supported/i, 'no-longer-supported'],
  [/blocked for github provider/i, 'automatic-git-credentials-not-for-github'],
  [/blocked for github provider and for service principal/i, 'automatic-git-credentials-not-for-sp'],
  [/for configured connection git credentials/i, 'connection-access-if-git-credentials-use-configured-connection'],
  [/dataflow storage account must be enabled/i, 'dataflow-storage-account-must-be-enabled'],
  [/must have access to the workspace, and/i, 'workspace-access'],
  [/profile creator must have capacity permissions/i, 'profile-creator-needs-capacity-permission'],
  [/to create a powerbi item, the user must have the appropriate license/i, 'license-only-for-power-bi-items'],
  [/members can add members or others with lower permissions/i, 'members-assign-up-to-member'],
  [/if creating a gateway connection/i, 'gateway-access-if-gateway-connection'],
  [/if called with gatewayid/i, 'gateway-access-if-gatewayId-given'],
  [/permissions for all specified items/i, 'item-permission-on-each-named-item'],
  [/permissions for each item being updated/i, 'item-permission-on-each-updated-item'],
  [/only the items that the caller has both/i, 'exports-only-items-with-read-and-write'],
  [/role on the destination workspace/i, 'contributor-on-destination-workspace'],
  [/admin role on the branch workspace/i, 'admin-on-branch-workspace'],
  [/role on the base workspace/i, 'contributor-on-base-workspace'],
  [/principal profiles are not supported for gateway role/i, 'sp-profiles-unsupported'],
];

/** Keywords of what else the text says. */
export const constraintsIn = (text: string, path: string): readonly string[] => {
  const plain = plainLines(text).join(' ');
  const routed = /^\/v1\.0\/myorg\/(?!groups\/|admin\/)/.test(path);
  const mine = routed && /\bmy workspace\b(?! or another)/i.test(plain) ? ['targets-my-workspace'] : [];
  return [...mine, ...CONSTRAINTS.filter(([pattern]) => pattern.test(plain)).map(([, slug]) => slug)];
};
