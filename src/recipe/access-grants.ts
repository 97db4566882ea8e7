import type { Grant } from './grant-model.ts';

const ROLES = 'https://learn.microsoft.com/fabric/fundamentals/roles-workspaces';
const WHICH_ID =
  'PRINCIPAL_ID is the Object ID under Enterprise apps; neither the Application (client) ID nor the Object ID under App registrations.';

/** What lets a caller in at all: roles, groups, settings and consents. */
export const ACCESS_GRANTS = {
  'workspace-role': {
    title: 'give an app, a group or a person a role in a workspace',
    about:
      'A good token lets nobody into a workspace: a role does. Viewer reads, Contributor changes items and runs jobs, Member manages people with lower roles, Admin does all.',
    who: 'workspace-admin',
    portal: [
      'Open the workspace, then Manage access > Add people or groups.',
      'Type the name of the app, as it stands under Enterprise apps.',
      'Choose the role, and Add.',
    ],
    requests: [
      {
        with: 'fabric',
        does: 'Give the role; managed identities work here too',
        line: 'POST https://api.fabric.microsoft.com/v1/workspaces/$WORKSPACE_ID/roleAssignments',
        body: { principal: { id: '$PRINCIPAL_ID', type: 'ServicePrincipal' }, role: 'Contributor' },
        needs: 'Workspace.ReadWrite.All, and the role Member or higher',
      },
      {
        with: 'powerbi',
        does: 'The same by the Power BI API; it refuses managed identities',
        line: 'POST https://api.powerbi.com/v1.0/myorg/groups/$WORKSPACE_ID/users',
        body: { identifier: '$PRINCIPAL_ID', principalType: 'App', groupUserAccessRight: 'Contributor' },
        needs: 'Workspace.ReadWrite.All, and the role Admin, or Member for lower roles',
      },
      {
        with: 'powerbi',
        does: 'A Fabric administrator who has no role in the workspace',
        line: 'POST https://api.powerbi.com/v1.0/myorg/admin/groups/$WORKSPACE_ID/users',
        body: { identifier: '$PRINCIPAL_ID', principalType: 'App', groupUserAccessRight: 'Contributor' },
        needs: 'Tenant.ReadWrite.All, and the role Fabric administrator',
      },
    ],
    check: {
      with: 'fabric',
      does: 'The list names PRINCIPAL_ID with its role',
      line: 'GET https://api.fabric.microsoft.com/v1/workspaces/$WORKSPACE_ID/roleAssignments',
    },
    delay:
      'Mostly at once. For a person Power BI may need POST /v1.0/myorg/RefreshUserPermissions, then two minutes; it may be sent once an hour.',
    pitfalls: [
      WHICH_ID,
      'A group or a person takes type Group or User (Fabric); principalType Group with its object id, or User with the mail address (Power BI).',
      '400 "Failed to get service principal details from AAD" means that it was another kind of id, or a managed identity.',
      'Where the name cannot be found, the app has no enterprise application in this tenant.',
    ],
    sources: [ROLES, 'https://learn.microsoft.com/rest/api/power-bi/groups/add-group-user'],
  },
  'security-group': {
    title: 'put an app into a security group',
    about:
      'Tenant settings are limited to security groups. The enterprise application of the app must be a direct member of one that the setting names.',
    who: 'entra-admin',
    portal: [
      'Entra admin center > Groups > the group > Members > Add members.',
      'Look for the app by its name; it stands among the enterprise applications.',
    ],
    requests: [
      {
        with: 'az',
        does: 'Find the object id of the enterprise application',
        line: 'az ad sp show --id $CLIENT_ID --query id --output tsv',
      },
      {
        with: 'az',
        does: 'Add it to the group',
        line: 'az ad group member add --group $GROUP_ID --member-id $PRINCIPAL_ID',
      },
      {
        with: 'graph',
        does: 'The same by Microsoft Graph',
        line: 'POST https://graph.microsoft.com/v1.0/groups/$GROUP_ID/members/$ref',
        body: { '@odata.id': 'https://graph.microsoft.com/v1.0/directoryObjects/$PRINCIPAL_ID' },
        needs: 'GroupMember.ReadWrite.All, or owner of the group; Application.Read.All beside it',
      },
    ],
    check: {
      with: 'az',
      does: 'It prints true',
      line: 'az ad group member check --group $GROUP_ID --member-id $PRINCIPAL_ID --query value',
    },
    delay: 'Up to 15 minutes; a managed identity keeps its token for up to 24 hours.',
    pitfalls: [
      WHICH_ID,
      'The group must be a security group. A group inside the group may not count.',
      'az ad group member check looks at direct members, which is what is wanted here.',
    ],
    sources: [
      'https://learn.microsoft.com/graph/api/group-post-members',
      'https://learn.microsoft.com/cli/azure/ad/group/member',
    ],
  },
  'tenant-setting': {
    title: 'let apps in: the tenant settings for service principals',
    about:
      'Four settings decide what apps may do at all: call public APIs, create workspaces, read admin APIs, change by admin APIs. Each is off for callers outside of its groups.',
    who: 'fabric-admin',
    portal: [
      'Fabric portal > Settings > Admin portal > Tenant settings.',
      'Developer settings > Service principals can call Fabric public APIs: for every call of an app.',
      'Developer settings > Service principals can create workspaces, connections, and deployment pipelines.',
      'Admin API settings > Service principals can access read-only admin APIs: for /admin routes.',
      'Admin API settings > Service principals can access admin APIs used for updates.',
      'Enabled, then Specific security groups, with a group that holds the app. Apply.',
    ],
    requests: [
      {
        with: 'fabric',
        does: 'Turn on the first for one group',
        line: 'POST https://api.fabric.microsoft.com/v1/admin/tenantsettings/ServicePrincipalAccessPermissionAPIs/update',
        body: { enabled: true, enabledSecurityGroups: [{ graphId: '$GROUP_ID', name: '$GROUP_NAME' }] },
        needs: 'Tenant.ReadWrite.All, and the role Fabric administrator',
      },
    ],
    check: {
      with: 'fabric',
      does: 'The setting is enabled, and its groups hold GROUP_ID',
      line: 'GET https://api.fabric.microsoft.com/v1/admin/tenantsettings',
      needs: 'Tenant.Read.All, and the role Fabric administrator',
    },
    delay: 'Up to 15 minutes.',
    pitfalls: [
      'The update replaces the groups of the setting: send those that are there already too.',
      'For the read-only admin APIs the app must hold no consented application permission of Power BI: see "recipe grant remove-permissions".',
      'A setting lets in; it gives no access to a workspace.',
    ],
    sources: [
      'https://learn.microsoft.com/fabric/admin/service-admin-portal-developer',
      'https://learn.microsoft.com/fabric/admin/enable-service-principal-admin-apis',
    ],
  },
  'remove-permissions': {
    title: 'take away consented application permissions of Power BI',
    about:
      'An app that holds Tenant.Read.All or Tenant.ReadWrite.All of Power BI as an application permission is refused by the read-only admin APIs. Apps need no permission there: the setting and its group let them in.',
    who: 'entra-admin',
    portal: [
      'Entra admin center > App registrations > the app > API permissions.',
      'Power BI Service, type Application: Revoke admin consent, then Remove permission.',
    ],
    requests: [
      {
        with: 'graph',
        does: 'List what the app holds; resourceDisplayName names Power BI Service',
        line: 'GET https://graph.microsoft.com/v1.0/servicePrincipals/$PRINCIPAL_ID/appRoleAssignments',
        needs: 'Application.Read.All',
      },
      {
        with: 'graph',
        does: 'Take one away',
        line: 'DELETE https://graph.microsoft.com/v1.0/servicePrincipals/$PRINCIPAL_ID/appRoleAssignments/$ASSIGNMENT_ID',
        needs: 'AppRoleAssignment.ReadWrite.All, and the role Privileged Role Administrator',
      },
      {
        with: 'az',
        does: 'Take the permissions out of the registration too, so that nobody consents again',
        line: 'az ad app permission delete --id $CLIENT_ID --api 00000009-0000-0000-c000-000000000000',
      },
    ],
    check: {
      with: 'graph',
      does: 'None is left for Power BI Service; a new token has no roles',
      line: 'GET https://graph.microsoft.com/v1.0/servicePrincipals/$PRINCIPAL_ID/appRoleAssignments',
    },
    delay: 'With the next token; old ones live for about an hour.',
    pitfalls: [
      'Removing the permission from the registration alone leaves the consent in place.',
      'az ad app permission delete without --api-permissions removes delegated permissions of Power BI as well.',
    ],
    sources: [
      'https://learn.microsoft.com/graph/api/serviceprincipal-delete-approleassignments',
      'https://learn.microsoft.com/fabric/admin/enable-service-principal-admin-apis',
    ],
  },
} as const satisfies Record<string, Grant>;
