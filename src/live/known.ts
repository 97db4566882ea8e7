import type { FactPath, ValueOf } from '../facts/catalog.ts';
import { asGuid } from '../facts/guid.ts';
import { isPowerBiApplication, resourceOf } from '../knowledge/resources.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { allow, type LiveApi, liveHost } from './destination.ts';
import type { Outgoing } from './outgoing.ts';
import type { Situation, TokenCredential } from './probe.ts';

/** The value of a fact of a diagnosis; undefined where it is unknown or absent. */
export const factIn = <P extends FactPath>({ facts }: Diagnosis, path: P): ValueOf<P> | undefined => {
  const fact = facts[path];
  return fact?.state === 'known' ? (fact.value as ValueOf<P>) : undefined;
};

/** The value of a fact of the situation. */
export const known = <P extends FactPath>({ diagnosis }: Situation, path: P): ValueOf<P> | undefined =>
  factIn(diagnosis, path);

/** A claim of a token, where it is a text. */
export const claimOf = (token: TokenCredential | undefined, name: string): string | undefined => {
  const value = token?.claims[name];
  return typeof value === 'string' ? value : undefined;
};

/** Whether a token opens an API, by its audience alone; the host is checked again before it is sent. */
const opens = (token: TokenCredential, api: LiveApi): boolean => {
  const { resource } = resourceOf(claimOf(token, 'aud') ?? '');
  return api === 'graph' ? resource === 'graph' : isPowerBiApplication(resource);
};

/** The newest token that opens an API. */
export const tokenFor = ({ credentials }: Situation, api: LiveApi): TokenCredential | undefined =>
  credentials.tokens.findLast((token) => opens(token, api));

/** The request, if it may be sent where it goes. */
export const ifAllowed = (outgoing: Outgoing): Outgoing | undefined => {
  try {
    allow(new URL(outgoing.url), outgoing.carries);
    return outgoing;
  } catch {
    return undefined;
  }
};

/** A GET of an API with the newest token that opens it; undefined where there is none, or no such API in the cloud. */
export const getWith = (situation: Situation, api: LiveApi, path: string): Outgoing | undefined => {
  const token = tokenFor(situation, api);
  const host = liveHost(api, situation.cloud);
  const audience = claimOf(token, 'aud');
  if (token === undefined || host === undefined || audience === undefined) return undefined;
  const url = `https://${host}${path}`;
  return ifAllowed({ method: 'GET', url, carries: { what: 'token', audience }, bearer: token.token });
};

/**
 * A GET of the API that was called, by its route of Fabric or of Power BI: the scopes and settings of that API are those
 * that count.
 */
export const getOfCalled = (situation: Situation, fabric: string, powerbi: string): Outgoing | undefined =>
  known(situation, 'call.api') === 'powerbi'
    ? getWith(situation, 'powerbi', `/v1.0/myorg/${powerbi}`)
    : getWith(situation, 'fabric', `/v1/${fabric}`);

/** The workspace of the call, as it may stand in a path: nothing but an id is put there. */
export const workspaceOf = (situation: Situation): string | undefined => asGuid(known(situation, 'call.workspace-id'));

/** A GET in Graph of the enterprise application that calls, by the object id that its token names. */
export const getOfApp = (situation: Situation, what: string): Outgoing | undefined => {
  const id = asGuid(claimOf(tokenFor(situation, 'powerbi'), 'oid'));
  if (id === undefined || known(situation, 'caller.kind') === 'user') return undefined;
  return getWith(situation, 'graph', `/v1.0/servicePrincipals/${id}/${what}`);
};
