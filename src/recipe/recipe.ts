import { API_TABLE, scopeOf } from '../knowledge/apis.ts';
import { CLOUD_TABLE } from '../knowledge/clouds.ts';
import type { NamedResource } from '../knowledge/resource-table.ts';
import { APP_FLOWS } from './app-flows.ts';
import type { FlowEntry } from './flow-model.ts';
import {
  type Absence,
  type Call,
  type Flow,
  type Parameter,
  RECIPE_CLOUDS,
  type Recipe,
  type RecipeApi,
  type RecipeCloud,
  type Variable,
} from './model.ts';
import { PERSON_FLOWS } from './person-flows.ts';
import type { Target } from './target-model.ts';
import { TARGETS } from './targets.ts';

/** Every way to get a token. */
export const FLOW_TABLE: Readonly<Record<Flow, FlowEntry>> = { ...APP_FLOWS, ...PERSON_FLOWS };

/** What is asked for. */
export interface Wanted {
  readonly api: RecipeApi;
  readonly flow: Flow;
  readonly cloud: RecipeCloud;
}

/**
 * Values that are known already, by the name of their variable; and of the call that failed its `host` and `path`, and
 * the `permission` that it takes.
 */
export type Known = Readonly<Record<string, string>>;

const resourceFor = (api: RecipeApi): NamedResource => API_TABLE[api].resource ?? 'powerbi';

/** The identifier of an API, which stands before the permission; undefined where the cloud has no such API. */
const resourceIn = (api: RecipeApi, cloud: RecipeCloud): string | undefined =>
  (cloud in TARGETS[api].hosts ? scopeOf(resourceFor(api), cloud) : undefined)?.replace(/\/\.default$/, '');

/** Its calls take a path and no more. */
const ownCall = (target: Target, cloud: RecipeCloud, { host, path }: Known): Call | undefined =>
  path !== undefined && target.workspaceCall !== undefined && target.hosts[cloud] === `https://${host}`
    ? { method: 'GET', path, headers: {} }
    : undefined;

const callOf = (target: Target, flow: FlowEntry, known: Known): Call | undefined => {
  if (target.workspaceCall !== undefined && known['WORKSPACE_ID'] !== undefined) return target.workspaceCall;
  return flow.caller === 'person' ? (target.personCall ?? target.call) : target.call;
};

const AUTHORITY_MEANS = 'the sign-in address of the cloud';

const variablesOf = (wanted: Wanted, flow: FlowEntry, call: Call | undefined, known: Known): readonly Variable[] => {
  const target = TARGETS[wanted.api];
  const host = target.hosts[wanted.cloud];
  const authority = `https://${CLOUD_TABLE[wanted.cloud].authorities[0]}`;
  const workspace = TARGETS.onelake.variables[0];
  const all: readonly Variable[] = [
    ...(flow.variables.some(({ name }) => name === 'TENANT_ID')
      ? [{ name: 'AUTHORITY', means: AUTHORITY_MEANS, isSecret: false, value: authority }]
      : []),
    ...(host === undefined || call === undefined
      ? []
      : [{ name: 'API', means: 'the address of the API', isSecret: false, value: host }]),
    ...flow.variables,
    ...target.variables,
    ...(call === target.workspaceCall && call !== undefined && workspace ? [workspace] : []),
  ];
  return all.map((variable) => {
    const value = known[variable.name];
    return variable.isSecret || value === undefined ? variable : { ...variable, value };
  });
};

const scopeText = ({ api, cloud }: Wanted, flow: FlowEntry, known: Known): string | undefined => {
  const resource = resourceIn(api, cloud);
  if (resource === undefined) return undefined;
  const { permission, workspaceCall } = TARGETS[api];
  const own = workspaceCall === undefined ? undefined : known['permission'];
  return `${resource}/${flow.caller === 'app' ? '.default' : (own ?? permission)}`;
};

const filled = (parameter: Parameter, scope: string): Parameter => ({
  ...parameter,
  value: parameter.value.replace('{scope}', scope).replace('{resource}', scope.replace(/\/\.default$/, '')),
});

/** The recipe for an API, a flow and a cloud; undefined where the cloud is not known to have the API. */
export const recipeFor = (wanted: Wanted, known: Known = {}): Recipe | undefined => {
  const flow = FLOW_TABLE[wanted.flow];
  const target = TARGETS[wanted.api];
  const scope = scopeText(wanted, flow, known);
  if (scope === undefined) return undefined;
  const own = ownCall(target, wanted.cloud, known);
  const call = own ?? callOf(target, flow, known);
  const isLocal = wanted.flow === 'managed-identity';
  const authority = CLOUD_TABLE[wanted.cloud].authorities[0];
  return {
    ...wanted,
    apiName: API_TABLE[wanted.api].name,
    flowName: flow.name,
    about: flow.about,
    tokenUrl: isLocal
      ? (flow.variables[0]?.value ?? '')
      : `https://${authority}/${known['TENANT_ID'] ?? '{tenant}'}/oauth2/v2.0/token`,
    grant: flow.grant,
    scope,
    variables: variablesOf(wanted, flow, call, known),
    parameters: flow.parameters.map((parameter) => filled(parameter, scope)),
    setUp: [...flow.setUp, ...(flow.caller === 'app' ? target.appSetUp : [])],
    call,
    shows: own === undefined ? target.shows : 'It is the call that failed.',
    mistakes: [...flow.mistakes, ...target.mistakes],
    sources: [...flow.sources, ...target.sources],
  };
};

/** Why there is no recipe for an API in a cloud; undefined where there is one. */
export const absenceOf = ({ api, cloud }: Wanted): Absence | undefined => {
  const { elsewhere } = TARGETS[api];
  if (elsewhere === undefined || resourceIn(api, cloud) !== undefined) return undefined;
  return { api, apiName: API_TABLE[api].name, cloud, clouds: cloudsOf(api, RECIPE_CLOUDS), ...elsewhere };
};

/** The clouds that have an API. */
export const cloudsOf = (api: RecipeApi, among: readonly RecipeCloud[]): readonly RecipeCloud[] =>
  among.filter((cloud) => resourceIn(api, cloud) !== undefined);
