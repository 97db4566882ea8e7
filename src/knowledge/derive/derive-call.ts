import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Api } from '../apis.ts';
import { API_TABLE, apiOf, scopeOf } from '../apis.ts';
import { type Cloud, definitelyDiffer, possibleClouds } from '../clouds.ts';
import { type NamedResource, RESOURCE_TABLE, type Resource } from '../resource-table.ts';
import { isPowerBiApplication, sameApplication } from '../resources.ts';

const schemeOf = (url: string | undefined): string | undefined => /^([a-z]{2,10}):\/\//i.exec(url ?? '')?.[1];

const isNamed = (resource: Resource | undefined): resource is NamedResource =>
  resource !== undefined && Object.hasOwn(RESOURCE_TABLE, resource);

/**
 * A call of the scripts of an embedded report, which go to hosts of the regions by many paths: nothing else writes
 * EmbedToken. The public host takes it from nobody.
 */
const isEmbedding = (evidence: Evidence, host: string): boolean =>
  valueOf(evidence, 'request.authorization') === 'embed-token' && !/^api\./i.test(host);

/** The API that was called, from host and path. */
export const callApi: Derivation = {
  from: ['request.host', 'request.path', 'request.url', 'request.authorization'],
  gives: ['call.api', 'call.cloud', 'call.resource'],
  derive: (evidence) => {
    const host = valueOf(evidence, 'request.host');
    if (host === undefined) return {};
    const path = valueOf(evidence, 'request.path') ?? '';
    const { api, cloud, resource } = apiOf(host, path, schemeOf(valueOf(evidence, 'request.url')));
    return {
      'call.api': api === 'powerbi' && isEmbedding(evidence, host) ? 'embedding' : api,
      ...(cloud && { 'call.cloud': cloud }),
      ...(resource && { 'call.resource': resource }),
    };
  },
};

/** Name, resource and scope of the API, also where only an answer named it. The scope needs the cloud: the one that the tenant is said to be in, else that of the call; public is assumed. */
export const callNames: Derivation = {
  from: ['call.api', 'call.cloud', 'call.resource', 'request.host', 'token.cloud', 'token-request.cloud', 'said.cloud'],
  gives: ['call.api-name', 'call.resource', 'call.scope'],
  derive: (evidence) => {
    const api = valueOf(evidence, 'call.api');
    if (api === undefined) return {};
    const known = valueOf(evidence, 'request.host') !== undefined;
    const resource = valueOf(evidence, 'call.resource') ?? (known ? undefined : API_TABLE[api].resource);
    const cloud =
      valueOf(evidence, 'call.cloud') ?? valueOf(evidence, 'token.cloud') ?? valueOf(evidence, 'token-request.cloud');
    const said = valueOf(evidence, 'said.cloud');
    const scopeIn = (one: Cloud) => (isNamed(resource) ? scopeOf(resource, one) : undefined);
    const scope = (said && scopeIn(said)) ?? scopeIn(cloud ?? 'public');
    return {
      ...(api !== 'other' && { 'call.api-name': API_TABLE[api].name }),
      ...(resource && { 'call.resource': resource }),
      ...(scope && { 'call.scope': scope }),
    };
  },
};

interface CloudPlace {
  readonly cloud: 'call.cloud' | 'token.cloud' | 'token-request.cloud' | 'token-request.asked-cloud';
  /** Says whether the cloud comes from a Power BI name, which tells GCC from the public cloud. */
  readonly resource?: 'call.resource' | 'token.resource' | 'token-request.asked-resource';
}

const PLACES: readonly CloudPlace[] = [
  { cloud: 'call.cloud', resource: 'call.resource' },
  { cloud: 'token.cloud', resource: 'token.resource' },
  { cloud: 'token-request.cloud' },
  { cloud: 'token-request.asked-cloud', resource: 'token-request.asked-resource' },
];

const cloudsAt = (evidence: Evidence, place: CloudPlace): readonly Cloud[] | undefined => {
  const cloud = valueOf(evidence, place.cloud);
  if (cloud === undefined) return undefined;
  const resource = place.resource === undefined ? undefined : valueOf(evidence, place.resource);
  return possibleClouds(cloud, isPowerBiApplication(resource));
};

/**
 * Whether authority, audience, asked resource and host are of one cloud: `mixed` only where they cannot be. Where the
 * tenant is said to be in another one, that they fit each other says nothing.
 */
export const callClouds: Derivation = {
  from: [
    'said.cloud',
    ...PLACES.flatMap(({ cloud, resource }) => (resource === undefined ? [cloud] : [cloud, resource])),
  ],
  gives: ['call.clouds'],
  derive: (evidence) => {
    const places = PLACES.map((place) => cloudsAt(evidence, place)).filter((clouds) => clouds !== undefined);
    if (places.length < 2) return {};
    if (definitelyDiffer(places)) return { 'call.clouds': 'mixed' };
    const said = valueOf(evidence, 'said.cloud');
    const isElsewhere = said !== undefined && definitelyDiffer([...places, [said]]);
    return isElsewhere ? {} : { 'call.clouds': 'same' };
  },
};

/**
 * Calls at which a token of the Power BI application was seen to work, or not, although the API has another resource or
 * name. Fabric audience on the Power BI routes of the Fabric host: https://github.com/microsoft/semantic-link-labs/issues/782
 */
const DOUBTFUL: { readonly [A in Api]?: readonly Resource[] } = {
  'fabric-myorg': ['fabric'],
  sql: ['powerbi', 'fabric'],
  kusto: ['powerbi', 'fabric'],
  devops: ['arm'],
};
/** Nobody is known to have tried. */
const UNTRIED: { readonly [A in Api]?: readonly Resource[] } = { xmla: ['fabric'], embedding: ['fabric'] };

const judgeAudience = (api: Api, required: Resource, aud: Resource): 'right' | 'wrong' | 'doubtful' | undefined => {
  if (aud === 'unknown' || UNTRIED[api]?.includes(aud) === true) return undefined;
  if (DOUBTFUL[api]?.includes(aud) === true) return 'doubtful';
  return sameApplication(required, aud) ? 'right' : 'wrong';
};

const isNational = (cloud: Cloud | undefined): boolean => cloud !== undefined && cloud !== 'public' && cloud !== 'gcc';

const tokenIsOfAnotherCloud = (evidence: Evidence): boolean => {
  const call = cloudsAt(evidence, { cloud: 'call.cloud', resource: 'call.resource' });
  const token = cloudsAt(evidence, { cloud: 'token.cloud', resource: 'token.resource' });
  return call !== undefined && token !== undefined && definitelyDiffer([call, token]);
};

/**
 * Whether the token was issued for the API that was called, by application. One for the same API in another cloud is
 * neither right nor wrong here: `call.clouds` says it. In national clouds an unknown application id may be the API itself.
 */
export const callAudience: Derivation = {
  from: ['call.api', 'call.resource', 'token.resource', 'call.cloud', 'token.cloud'],
  gives: ['call.audience'],
  derive: (evidence) => {
    const api = valueOf(evidence, 'call.api');
    const required = valueOf(evidence, 'call.resource');
    const aud = valueOf(evidence, 'token.resource');
    if (api === undefined || required === undefined || aud === undefined) return {};
    if (aud === 'custom-api' && isNational(valueOf(evidence, 'call.cloud'))) return {};
    const judgement = judgeAudience(api, required, aud);
    if (judgement === undefined || (judgement !== 'wrong' && tokenIsOfAnotherCloud(evidence))) return {};
    return { 'call.audience': judgement };
  },
};
