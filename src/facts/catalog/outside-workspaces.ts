/** Calls on one deployment pipeline, which has access of its own. */
export const DEPLOYMENT_PIPELINES = [
  '/v1/deploymentPipelines/{deploymentPipelineId}',
  '/v1/deploymentPipelines/{deploymentPipelineId}/roleAssignments',
  '/v1/deploymentPipelines/{deploymentPipelineId}/roleAssignments/{principalId}',
  '/v1/deploymentPipelines/{deploymentPipelineId}/operations',
  '/v1/deploymentPipelines/{deploymentPipelineId}/operations/{operationId}',
  '/v1/deploymentPipelines/{deploymentPipelineId}/stages',
  '/v1/deploymentPipelines/{deploymentPipelineId}/stages/{stageId}',
  '/v1/deploymentPipelines/{deploymentPipelineId}/stages/{stageId}/items',
  '/v1/deploymentPipelines/{deploymentPipelineId}/deploy',
  '/v1/deploymentPipelines/{deploymentPipelineId}/stages/{stageId}/assignWorkspace',
  '/v1/deploymentPipelines/{deploymentPipelineId}/stages/{stageId}/unassignWorkspace',
  '/v1.0/myorg/pipelines/{pipelineId}',
  '/v1.0/myorg/pipelines/{pipelineId}/users',
  '/v1.0/myorg/pipelines/{pipelineId}/users/{identifier}',
  '/v1.0/myorg/pipelines/{pipelineId}/stages',
  '/v1.0/myorg/pipelines/{pipelineId}/stages/{stageOrder}/assignWorkspace',
  '/v1.0/myorg/pipelines/{pipelineId}/stages/{stageOrder}/unassignWorkspace',
  '/v1.0/myorg/pipelines/{pipelineId}/stages/{stageOrder}/artifacts',
  '/v1.0/myorg/pipelines/{pipelineId}/operations',
  '/v1.0/myorg/pipelines/{pipelineId}/operations/{operationId}',
  '/v1.0/myorg/pipelines/{pipelineId}/deployAll',
  '/v1.0/myorg/pipelines/{pipelineId}/deploy',
] as const;

/**
 * What shows that a call is about no single workspace: then nobody is asked for a role in it, nor whether other calls
 * work there. Gateways have roles of their own, and the first APIs know no workspaces.
 */
export const OUTSIDE_WORKSPACES = {
  'call.api': ['graph', 'arm', 'devops', 'storage', 'key-vault', 'other-service', 'entra'],
  'operation.admin': ['true'],
  'operation.resource-roles': ['gateway:admin', 'gateway:any', 'gateway:ConnectionCreator'],
  'operation.path': [
    '/v1/workspaces',
    '/v1/capacities',
    '/v1/connections',
    '/v1/deploymentPipelines',
    '/v1.0/myorg/groups',
    '/v1.0/myorg/capacities',
    '/v1.0/myorg/pipelines',
    '/v1.0/myorg/apps',
    ...DEPLOYMENT_PIPELINES,
  ],
} as const;

/** What makes the list of workspaces tell nothing, or is that list itself. */
export const LISTS_TELL_NOTHING = {
  'call.api': OUTSIDE_WORKSPACES['call.api'],
  'operation.resource-roles': OUTSIDE_WORKSPACES['operation.resource-roles'],
  'operation.id': ['Groups_GetGroups', 'Workspaces_ListWorkspaces'],
  'said.works': ['list-workspaces'],
} as const;
