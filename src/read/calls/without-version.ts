/** What the routes of these APIs start with behind their version, which scopes of the same hosts do not. */
const FIRST_WORDS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  {
    host: /^(?:dod-)?graph\.microsoft\.(?:com|us)$|^microsoftgraph\.chinacloudapi\.cn$/,
    path: /^\/(?:me|users|groups|sites|drives|organization|applications|servicePrincipals|devices|auditLogs)(?:\/|$)/i,
  },
  {
    host: /^api\.fabric\.microsoft\.com$/,
    path: /^\/(?:workspaces|capacities|connections|gateways|admin|deploymentPipelines|domains|operations)(?:\/|$)/i,
  },
];

/** Whether the version is missing with which the path of an API starts. */
export const lacksVersion = (host: string, path: string): boolean =>
  FIRST_WORDS.some((api) => api.host.test(host) && api.path.test(path));
