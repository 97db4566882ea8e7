import type { Grant } from './grant-model.ts';

/** What lies beside workspaces, with owners and roles of its own. */
export const RESOURCE_GRANTS = {
  'take-over': {
    title: 'take over a semantic model',
    about:
      'Credentials, gateway and parameters of a semantic model can be changed by its owner alone. Whoever takes it over is the owner from then on.',
    who: 'workspace-admin',
    portal: ['The workspace > the semantic model > ... > Settings > Take over.'],
    requests: [
      {
        with: 'powerbi',
        does: 'Make the caller the owner; an app can do it for itself',
        line: 'POST https://api.powerbi.com/v1.0/myorg/groups/$WORKSPACE_ID/datasets/$DATASET_ID/Default.TakeOver',
        needs: 'Dataset.ReadWrite.All, and the role Contributor or higher',
      },
    ],
    check: {
      with: 'powerbi',
      does: 'configuredBy names the new owner',
      line: 'GET https://api.powerbi.com/v1.0/myorg/groups/$WORKSPACE_ID/datasets/$DATASET_ID',
    },
    delay: 'At once.',
    pitfalls: [
      'The credentials of the former owner are gone: enter them anew, or the next refresh fails.',
      'A rebind or an update of parameters that was refused must be sent again by the new owner.',
    ],
    sources: ['https://learn.microsoft.com/rest/api/power-bi/datasets/take-over-in-group'],
  },
  gateway: {
    title: 'give rights on a gateway',
    about:
      'Gateways have roles of their own; no role in a workspace counts. Roles: Admin, ConnectionCreatorWithResharing, ConnectionCreator.',
    who: 'nobody',
    portal: [
      'Fabric portal > Settings > Manage connections and gateways > the gateway > Manage users (as an admin of the gateway).',
    ],
    requests: [
      {
        with: 'fabric',
        does: 'Let somebody create connections on it',
        line: 'POST https://api.fabric.microsoft.com/v1/gateways/$GATEWAY_ID/roleAssignments',
        body: { principal: { id: '$PRINCIPAL_ID', type: 'ServicePrincipal' }, role: 'ConnectionCreator' },
        needs: 'Gateway.ReadWrite.All, and the role Admin of the gateway',
      },
      {
        with: 'powerbi',
        does: 'Let an app use a data source of an on-premises gateway',
        line: 'POST https://api.powerbi.com/v1.0/myorg/gateways/$GATEWAY_ID/datasources/$DATASOURCE_ID/users',
        body: { identifier: '$PRINCIPAL_ID', principalType: 'App', datasourceAccessRight: 'Read' },
        needs: 'Dataset.ReadWrite.All, and admin of the gateway',
      },
    ],
    check: {
      with: 'fabric',
      does: 'The list names PRINCIPAL_ID with its role',
      line: 'GET https://api.fabric.microsoft.com/v1/gateways/$GATEWAY_ID/roleAssignments',
    },
    delay: 'At once.',
    pitfalls: [
      'GET /v1.0/myorg/gateways lists only gateways that the caller is an admin of, and no virtual network gateways.',
      'An app cannot install an on-premises gateway.',
    ],
    sources: ['https://learn.microsoft.com/rest/api/fabric/core/gateways/add-gateway-role-assignment'],
  },
  connection: {
    title: 'give rights on a connection',
    about:
      'A connection has owners and users of its own; no role in a workspace counts. Roles: Owner, UserWithReshare, User.',
    who: 'nobody',
    portal: [
      'Fabric portal > Settings > Manage connections and gateways > the connection > Manage users (as an owner of the connection).',
    ],
    requests: [
      {
        with: 'fabric',
        does: 'Let an app use it',
        line: 'POST https://api.fabric.microsoft.com/v1/connections/$CONNECTION_ID/roleAssignments',
        body: { principal: { id: '$PRINCIPAL_ID', type: 'ServicePrincipal' }, role: 'User' },
        needs: 'Connection.ReadWrite.All, and owner of the connection',
      },
    ],
    check: {
      with: 'fabric',
      does: 'The list names PRINCIPAL_ID with its role',
      line: 'GET https://api.fabric.microsoft.com/v1/connections/$CONNECTION_ID/roleAssignments',
    },
    delay: 'At once.',
    pitfalls: ['A connection on a gateway needs rights on the gateway too.'],
    sources: ['https://learn.microsoft.com/rest/api/fabric/core/connections/add-connection-role-assignment'],
  },
  capacity: {
    title: 'let somebody put a workspace on a capacity',
    about:
      'Assigning a workspace takes contributor or admin rights on the capacity, beside Admin of the workspace. For F capacities the administrators are members of the Azure resource.',
    who: 'capacity-admin',
    portal: [
      'F capacity: Azure portal > the capacity > Settings > Capacity administrators > Add. An app is named by its object id.',
      'Contributors: Fabric portal > Settings > Admin portal > Capacity settings > the capacity > Contributor permissions.',
    ],
    requests: [
      {
        with: 'arm',
        does: 'Set the administrators; send those that are there already too',
        line: 'PATCH https://management.azure.com/subscriptions/$SUBSCRIPTION_ID/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.Fabric/capacities/$CAPACITY_NAME?api-version=2023-11-01',
        body: { properties: { administration: { members: ['$PRINCIPAL_ID'] } } },
        needs: 'Contributor of the resource in Azure, and a token for Azure Resource Manager',
      },
      {
        with: 'fabric',
        does: 'Then put the workspace on it',
        line: 'POST https://api.fabric.microsoft.com/v1/workspaces/$WORKSPACE_ID/assignToCapacity',
        body: { capacityId: '$CAPACITY_ID' },
        needs: 'Capacity.ReadWrite.All and Workspace.ReadWrite.All, and Admin of the workspace',
      },
    ],
    check: {
      with: 'fabric',
      does: 'The capacity is in the list, and its state is Active',
      line: 'GET https://api.fabric.microsoft.com/v1/capacities',
    },
    delay: 'A minute or two.',
    pitfalls: [
      'A role in Azure alone, such as Owner, is no right in Fabric; and the other way round.',
      'A paused capacity takes no calls for content: resume it first.',
    ],
    sources: [
      'https://learn.microsoft.com/rest/api/fabric/core/workspaces/assign-to-capacity',
      'https://learn.microsoft.com/rest/api/microsoftfabric/fabric-capacities/update',
    ],
  },
} as const satisfies Record<string, Grant>;
