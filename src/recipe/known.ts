import type { FactPath, ValueOf } from '../facts/catalog.ts';
import { isGuid } from '../facts/guid.ts';
import type { Api } from '../knowledge/apis.ts';
import { isMicrosoftClient } from '../knowledge/microsoft-clients.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { type Flow, type Language, RECIPE_CLOUDS, type RecipeApi, type RecipeCloud } from './model.ts';
import type { Known, Wanted } from './recipe.ts';
import { TARGETS } from './targets.ts';

/** What a diagnosis tells of the recipe that would have been right; what it does not tell is missing. */
export interface Told extends Partial<Wanted> {
  readonly language?: Language;
  readonly known: Known;
}

/** The API that a recipe is for, where the call names it in another way. */
const RECIPE_API: Readonly<Partial<Record<Api, RecipeApi>>> = {
  powerbi: 'powerbi',
  'fabric-myorg': 'powerbi',
  xmla: 'powerbi',
  embedding: 'powerbi',
  fabric: 'fabric',
  graph: 'graph',
  arm: 'arm',
  onelake: 'onelake',
  sql: 'sql',
  kusto: 'kusto',
  devops: 'devops',
};

const FLOW_OF_GRANT: Readonly<Record<string, Flow>> = {
  'authorization-code': 'authorization-code',
  implicit: 'authorization-code',
  interactive: 'authorization-code',
  'client-credentials': 'client-secret',
  'refresh-token': 'refresh',
  password: 'password',
  'device-code': 'device-code',
  'on-behalf-of': 'on-behalf-of',
  'managed-identity': 'managed-identity',
};

const FLOW_OF_CALLER: Readonly<Record<string, Flow>> = {
  user: 'authorization-code',
  'service-principal': 'client-secret',
  'managed-identity': 'managed-identity',
};

/** What a recipe for code of a language is written in; undefined where no other language would do. */
const OF_LANGUAGE: Readonly<Record<ValueOf<'client.language'>, Language | undefined>> = {
  javascript: 'javascript',
  python: 'python',
  csharp: 'csharp',
  java: undefined,
  go: undefined,
  powershell: 'powershell',
};

/** The language of a tool that the paste shows; the first that is there counts. */
const LANGUAGE_OF_TOOL: readonly (readonly [tool: string, language: Language])[] = [
  ['curl', 'curl'],
  ['msal', 'python-msal'],
  ['python-requests', 'python'],
  ['powershell-rest', 'powershell'],
  ['powershell-az', 'powershell'],
  ['powershell-powerbi', 'powershell'],
  ['power-query', 'm'],
];

const DOMAIN = /^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}$/i;
const ADDRESS = /^https?:\/\/[\w.-]{1,253}(?::\d{1,5})?(?:\/[\w.~/-]{0,200})?$/;

/**
 * Facts that fill a variable, best first, and what a value must look like. Recipes are run: nothing of a paste gets
 * into one that could be more than an id or an address.
 */
const FILLS: Readonly<
  Record<string, { readonly facts: readonly FactPath[]; readonly fits: (value: string) => boolean }>
> = {
  TENANT_ID: {
    facts: ['token-request.tenant', 'caller.tenant-id', 'token.tid'],
    fits: (value) => isGuid(value) || DOMAIN.test(value),
  },
  CLIENT_ID: {
    facts: ['token-request.client-id', 'caller.app-id'],
    fits: (value) => isGuid(value) && !isMicrosoftClient(value),
  },
  REDIRECT_URI: {
    facts: ['token-request.redirect-uri', 'sign-in.redirect-uri'],
    fits: (value) => ADDRESS.test(value),
  },
  WORKSPACE_ID: { facts: ['call.workspace-id'], fits: isGuid },
};

type Facts = Diagnosis['facts'];

const valueOf = (facts: Facts, path: FactPath): string | undefined => {
  const fact = facts[path];
  return fact?.state === 'known' ? String(fact.value) : undefined;
};

const knownIn = (facts: Facts): Known =>
  Object.fromEntries(
    Object.entries(FILLS).flatMap(([name, { facts: paths, fits }]) => {
      const value = paths.map((path) => valueOf(facts, path)).find((each) => each !== undefined && fits(each));
      return value === undefined ? [] : [[name, value]];
    }),
  );

const PERMISSION = /^[A-Z][A-Za-z]{1,40}(?:\.[A-Za-z]{1,40}){1,3}$/;

/** The permission that a person's token needs for the operation: of those that do, one that only reads. */
const permissionIn = (facts: Facts): Known => {
  const fact = facts['operation.scopes'];
  const all = fact?.state === 'known' ? [fact.value].flat().map(String) : [];
  const fitting = all.filter((each) => PERMISSION.test(each));
  const permission = fitting.find((each) => !each.includes('Write')) ?? fitting[0];
  return permission === undefined ? {} : { permission };
};

const PATH = /^\/[\w.~/-]{1,300}$/;

/** Whether a good token is all that the call lacks: it only reads, and there is such an operation for the caller. */
const isRightCall = (facts: Facts): boolean =>
  valueOf(facts, 'request.method') === 'GET' &&
  valueOf(facts, 'operation.found') === 'yes' &&
  (valueOf(facts, 'operation.my-workspace') !== 'true' || valueOf(facts, 'caller.kind') === 'user');

/** The call that failed, where its path is all that it takes. */
const callIn = (facts: Facts): Known => {
  const [host, path] = [valueOf(facts, 'request.host') ?? '', valueOf(facts, 'request.path') ?? ''];
  return isRightCall(facts) && PATH.test(path) ? { host, path } : {};
};

const flowIn = (facts: Facts): Flow | undefined => {
  const flow = FLOW_OF_GRANT[valueOf(facts, 'token-request.grant') ?? ''];
  if (flow === 'client-secret' && valueOf(facts, 'token-request.client-credential') === 'assertion')
    return 'certificate';
  return flow ?? FLOW_OF_CALLER[valueOf(facts, 'caller.kind') ?? ''];
};

const languageIn = (facts: Facts): Language | undefined => {
  const fact = facts['client.tools'];
  const tools = fact?.state === 'known' ? [fact.value].flat().map(String) : [];
  const written = valueOf(facts, 'client.language') as ValueOf<'client.language'> | undefined;
  if (written === 'python' && tools.includes('msal')) return 'python-msal';
  if (written !== undefined) return OF_LANGUAGE[written];
  return LANGUAGE_OF_TOOL.find(([tool]) => tools.includes(tool))?.[1];
};

const cloudIn = (facts: Facts): RecipeCloud | undefined => {
  const clouds = [valueOf(facts, 'said.cloud'), valueOf(facts, 'call.cloud'), valueOf(facts, 'token-request.cloud')];
  return RECIPE_CLOUDS.find((each) => each === clouds.find((named) => named !== undefined));
};

/** The call at the address that its API has in the cloud of the tenant, where it went to the same API of another one. */
const inCloud = (known: Known, api: RecipeApi | undefined, cloud: RecipeCloud | undefined): Known => {
  const hosts = api === undefined ? {} : TARGETS[api].hosts;
  const own = cloud === undefined ? undefined : hosts[cloud]?.replace('https://', '');
  const isOfApi = Object.values(hosts).includes(`https://${known['host']}`);
  return own === undefined || !isOfApi ? known : { ...known, host: own };
};

const apiIn = (facts: Facts): RecipeApi | undefined => RECIPE_API[(valueOf(facts, 'call.api') ?? 'other') as Api];

/** The host of the API that was called, in the cloud of the tenant. */
export const ownHost = ({ facts }: Diagnosis): string | undefined => {
  const host = valueOf(facts, 'request.host');
  return host === undefined ? undefined : inCloud({ host }, apiIn(facts), cloudIn(facts))['host'];
};

/** What a failure tells of the recipe that would have been right: API, flow, cloud and every value but secrets. */
export const toldBy = ({ facts }: Diagnosis): Told => {
  const api = apiIn(facts);
  const flow = flowIn(facts);
  const cloud = cloudIn(facts);
  const language = languageIn(facts);
  return {
    ...(api && { api }),
    ...(flow && { flow }),
    ...(cloud && { cloud }),
    ...(language && { language }),
    known: inCloud({ ...knownIn(facts), ...permissionIn(facts), ...callIn(facts) }, api, cloud),
  };
};

/** Whether a script can wait there for the browser to come back. */
const isHere = (address: string): boolean => /^http:\/\/localhost:\d{1,5}\/?$/.test(address);

/** The known values as a language can use them: all but curl listen at the redirect URI, which must be on this machine. */
export const usableIn = (language: Language, known: Known): Known => {
  const { REDIRECT_URI, ...others } = known;
  return REDIRECT_URI === undefined || language === 'curl' || isHere(REDIRECT_URI) ? known : others;
};
