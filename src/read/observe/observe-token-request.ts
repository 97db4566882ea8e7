import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import type { Fields, Incident, Piece, Request, Response, Setting } from '../../model/incident.ts';
import type { Secret } from '../../model/secret.ts';
import { CALL_IN_SCRIPT } from '../calls/script-call.ts';
import { NAMED_IN_TEXT } from '../entra/entra-names.ts';
import { isDiscoveryPath, isTokenPath, tenantIn } from '../syntax/sign-in-host.ts';
import { splitUrl } from '../syntax/url.ts';
import { onlyOne } from '../text/only-one.ts';
import { PARAMETERS_IN_CODE } from '../token-request/code-parameters.ts';
import { emptySecret } from '../token-request/empty-secret.ts';
import { bodyFields, isLiteral, isMapOfJava, isMultipart, labelledBody, seenIn } from '../token-request/form-body.ts';
import { configuredSecret, credentialFactsOf } from '../token-request/form-credentials.ts';
import { apisOf, isOpenIdOnly, scopesIn } from '../token-request/scope-form.ts';
import { tenantKindOf } from '../token-request/tenant-kind.ts';
import { authorizeFacts, decoded, plainFacts, scopeFacts, scopeFactsAhead } from '../token-request/token-parameters.ts';

/** The parameters of a token request, decoded once, and how they were sent. */
interface Parameters {
  readonly fields: Fields;
  /** Those whose values nobody shows as well; undefined where some of the list may not be seen. */
  readonly names?: readonly string[];
  readonly format?: ValueOf<'token-request.body-format'>;
}

/** The parameters that a token request names in its body or query. */
export const parametersOf = ({ url = '', body: below, complete, headers }: Request): Parameters => {
  const body = labelledBody(headers) ?? below;
  const query = decoded(splitUrl(url).query);
  if (body !== undefined && body.trim() !== '') {
    const format = isLiteral(body) ? 'json' : 'form';
    return { ...seenIn(bodyFields(body)), ...(isMultipart(headers) || isMapOfJava(body) ? {} : { format }) };
  }
  if (query.has('grant_type') || query.has('client_id')) return { ...seenIn(query), format: 'query' };
  return body !== undefined || complete ? { ...seenIn(query), format: 'empty' } : seenIn(query);
};

const endpointOf = (host: string, path: string): ValueOf<'token-request.endpoint'> => {
  if (host === '169.254.169.254' || /\/msi\/token|\/metadata\/identity/i.test(path)) return 'managed-identity';
  if (isDiscoveryPath(path)) return 'discovery';
  if (!isTokenPath(path)) return 'other';
  return /\/v2\.0\/token/i.test(path) ? 'v2' : 'v1';
};

/** `{tenant_id}` in the strings of code is a variable, which says nothing of its value. */
const isVariable = (text: string | undefined): boolean => /^[{$]/.test(text ?? '');

const authorityFacts = (url: string, isRequest: boolean, inCode: boolean): Facts => {
  const { host, path } = splitUrl(url);
  const endpoint = endpointOf(host, path);
  const tenant = tenantIn(path);
  const hidden = inCode && isVariable(tenant);
  return {
    'token-request.host': host,
    ...(isRequest || isTokenPath(path) ? { 'token-request.endpoint': endpoint } : {}),
    ...(tenant === undefined || hidden ? {} : { 'token-request.tenant': tenant }),
    ...(endpoint === 'managed-identity' || hidden ? {} : { 'token-request.tenant-kind': tenantKindOf(tenant) }),
  };
};

/** A grant under its name, or under one that a person took for it. */
const GRANT_NAME = /^grant[-_. ]?types?$/i;

/** People cut a request down to the parameter that they ask about; one with these two was most likely left as it was. */
const isWhole = (names: readonly string[]): boolean =>
  names.includes('client_id') && names.some((name) => GRANT_NAME.test(name));

/** The places of requests that stand in code. */
const IN_CODE: readonly string[] = [CALL_IN_SCRIPT, PARAMETERS_IN_CODE];

/** What the request for the token tells. */
const sentFacts = (request: Request, secrets: readonly Secret[]): Facts => {
  const { fields, names, format } = parametersOf(request);
  const endpoint =
    request.url === undefined ? {} : authorityFacts(request.url, true, IN_CODE.includes(request.place.what));
  const managed = endpoint['token-request.endpoint'] === 'managed-identity';
  return {
    ...endpoint,
    ...(managed ? { 'token-request.grant': 'managed-identity' as const } : {}),
    ...(request.method === undefined ? {} : { 'token-request.method': request.method }),
    ...(format === undefined ? {} : { 'token-request.body-format': format }),
    ...(names !== undefined && (request.complete || isWhole(names)) ? { 'token-request.names': names } : {}),
    ...plainFacts(fields),
    ...scopeFacts(fields.get('scope'), fields.get('resource')),
    ...credentialFactsOf(fields, secrets, request.complete && names !== undefined && !names.includes('client_secret')),
  };
};

/** The scope that settings name; one of the sign-in alone counts where there is no other. */
const scopeOf = (settings: readonly Setting[]): string | undefined => {
  const all = settings.filter(({ name }) => name === 'scope').map(({ value }) => value);
  const ofApis = all.filter((value) => !isOpenIdOnly(scopesIn(value)));
  return onlyOne(ofApis.length > 0 ? ofApis : all);
};

/** Whether the scopes of all lists are of one API: which of them go into one request is for the code to say. */
const listedApis = (settings: readonly Setting[]): Facts => {
  const lists = settings.filter(({ name }) => name === 'scope');
  if (lists.length === 0) return {};
  const apis = apisOf(lists.flatMap(({ value }) => scopesIn(value)));
  return apis.size === 0 ? {} : { 'token-request.listed-apis': apis.size === 1 ? 'one' : 'several' };
};

/** What settings in code and configuration tell of the request for the token: nothing where two differ. */
const settingFacts = (settings: readonly Setting[], inDirectory: boolean): Facts => {
  const only = (...names: readonly Setting['name'][]): string | undefined =>
    onlyOne(settings.filter(({ name }) => names.includes(name)).map(({ value }) => value));
  const authority = only('authority');
  const tenant = inDirectory ? only('tenant') : only('tenant', 'default-tenant');
  const grant = only('grant') as ValueOf<'token-request.grant'> | undefined;
  const granted = only('granted-scopes');
  const resource = only('resource');
  const scope = scopeOf(settings);
  const fields = new Map<string, string>();
  for (const [name, value] of [
    ['client_id', only('client-id')],
    ['redirect_uri', only('redirect-uri')],
  ] as const) {
    if (value !== undefined) fields.set(name, value);
  }
  return {
    ...(tenant === undefined || isVariable(tenant)
      ? {}
      : { 'token-request.tenant': tenant, 'token-request.tenant-kind': tenantKindOf(tenant) }),
    ...(authority === undefined ? {} : authorityFacts(authority, false, true)),
    ...(grant === undefined ? {} : { 'token-request.grant': grant }),
    ...(granted === undefined ? {} : { 'token.granted-scopes': granted.split(/\s+/) }),
    ...plainFacts(fields),
    ...scopeFacts(undefined, resource),
    // Beside its resource an answer of v1 names permissions alone; nobody asked for them so.
    ...(resource !== undefined && scope === granted ? {} : scopeFactsAhead(scope, undefined)),
    ...listedApis(settings),
  };
};

/** A status in running text is that of the request only where a request is shown: people name addresses in passing. */
const isOwn = ({ place, url }: Response, { method, body }: Request): boolean =>
  url !== undefined || !place.what.startsWith('status ') || method !== undefined || body !== undefined;

/** How the authority answered, where its status is all that says so: a code of Entra tells more. */
const answeredFacts = ({ tokenRequest, tokenResponse, pieces }: Incident): Facts => {
  if (tokenRequest?.url === undefined || tokenResponse?.status === undefined) return {};
  if (pieces.some((piece) => piece.kind === 'entra-error' && piece.codes.length > 0)) return {};
  return isOwn(tokenResponse, tokenRequest) ? { 'token-request.status': tokenResponse.status } : {};
};

/** What is known of the request for the token: what was sent counts, settings and the authorize URL fill the gaps. */
export const tokenRequestFacts = (incident: Incident, secrets: readonly Secret[]): Facts => {
  const known = saidFacts(incident, secrets);
  return {
    ...emptySecret(incident.text, secrets),
    ...configuredSecret(secrets),
    ...authorizeFacts(incident.authorize?.url, known),
    ...known,
    ...answeredFacts(incident),
  };
};

/** Whether an error says in which directory Entra looked: the request named it, though nothing else shows that. */
const namesDirectory = (piece: Piece): boolean =>
  piece.kind === 'entra-error' &&
  NAMED_IN_TEXT['entra.directory'].some((pattern) => pattern.test(piece.text)) &&
  !/directory 'Microsoft (?:Services|Accounts)'/i.test(piece.text);

/** What was sent counts, settings fill the gaps. */
const saidFacts = (incident: Incident, secrets: readonly Secret[]): Facts => {
  const settings = incident.pieces.filter((piece): piece is Setting => piece.kind === 'setting');
  const fromSettings = settingFacts(settings, incident.pieces.some(namesDirectory));
  if (incident.tokenRequest === undefined) return fromSettings;
  const sent = sentFacts(incident.tokenRequest, secrets);
  const scopeKnown = sent['token-request.scope'] !== undefined || sent['token-request.resource'] !== undefined;
  const {
    'token-request.scope': _s,
    'token-request.resource': _r,
    'token-request.scope-form': form,
    ...others
  } = fromSettings;
  // A form decodes once; only the code shows that a scope was encoded before it was sent.
  const doubled: Facts = form === 'percent-encoded' ? { 'token-request.scope-form': form } : {};
  return { ...(scopeKnown ? others : fromSettings), ...sent, ...doubled };
};
