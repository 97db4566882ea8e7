import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import type { NamedOperation, Request } from '../../model/incident.ts';
import { type Secret, sealPattern } from '../../model/secret.ts';
import { BARE_TOKEN } from '../../redact/find/bare-header.ts';
import { TOKEN_WITH_SCHEME, UNFILLED, WHOLE_OUTPUT } from '../../redact/origin/origin.ts';
import { lacksVersion } from '../calls/without-version.ts';
import { propertyNames } from '../syntax/fields.ts';
import { headerValue } from '../syntax/header-value.ts';
import { percentDecoded, splitUrl } from '../syntax/url.ts';
import { closingBracket } from '../text/text.ts';

const MARKS = sealPattern();

/** A sealed URL with a word in place of each secret, fit to be shown. */
export const shownUrl = (url: string): string => url.replace(MARKS, '<secret>');

const ID = '(?:[0-9a-fx]{6,14}(?:-[0-9a-fx]{3,14}){3,5}|[<{[][^<>{}[\\]/]{1,60}[>}\\]])';
const SEVERAL_IDS = new RegExp(`${ID}[ ,;+]{1,3}${ID}|\\}[ ,;+]{0,3}\\{`, 'i');
const LEFTOVER = /^(?:\$\([^)]{0,80}\)|undefined|null|none|nan|\[object object\])$/i;
/** A base address with its version, and a route that starts with it once more. */
const TWO_VERSIONS = /^\/(?:v\d(?:\.\d)?|beta)\/(?:myorg\/(?:v\d(?:\.\d)?|beta|myorg)|v\d(?:\.\d)?|beta)\//i;

const ZEROS = /\/0{8}-(?:0{4}-){3}0{12}(?=\/|$)/;
/** An id that is neither zeros nor a mask. */
const OTHER_ID = /\/(?!0{8}-(?:0{4}-){3}0{12}(?:\/|$))[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?=\/|$)/i;

/** An id of zeros beside a real one: whoever masks ids masks them all. */
const hasZeroId = (path: string): boolean => ZEROS.test(path) && OTHER_ID.test(path);

/** Words that stand right behind the name of a collection, with no id between them, in the published routes. */
const NO_ID_BEFORE =
  'transactions/|createTemporaryUploadLocation|supportedConnectionTypes|(?:Una|a)ssignWorkspaces|getInfo|scanStatus|scanResult|modified|upstreamDataflows|bulk[a-z]|discoverGitConnections';

/**
 * `/groups//reports`: nothing stands where the id of one thing belongs. Before an id that is there, and behind the base
 * address, the slash is one too many.
 */
const EMPTY_ID = new RegExp(
  `/(?:${[
    ...['groups', 'workspaces', 'datasets', 'reports', 'dashboards', 'dataflows', 'imports', 'tiles', 'apps', 'items'],
    ...['capacities', 'gateways', 'datasources', 'connections', 'pipelines', 'deploymentPipelines', 'lakehouses'],
    ...['warehouses', 'notebooks', 'semanticModels', 'dataPipelines', 'environments', 'profiles', 'users', 'domains'],
  ].join('|')})//(?!${ID}|[$:{<%\\d]|${NO_ID_BEFORE})[a-z]`,
  'i',
);

const ID_AS_NAME = /^\/v1\.0\/[^/]{1,100}\/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\/?$/i;

/** An XMLA address ends with the name of a workspace, which may hold blanks. */
const addressProblem = (path: string): ValueOf<'request.path-problem'> | undefined =>
  ID_AS_NAME.test(path) ? 'id-for-name' : undefined;

/** Something odd in a path; masks such as `{workspaceId}` are normal in pasted text and say nothing. */
const pathProblem = (path: string): ValueOf<'request.path-problem'> | undefined => {
  if (path.includes('//')) return EMPTY_ID.test(path) ? 'empty-id' : 'doubled-slash';
  if (TWO_VERSIONS.test(path)) return 'doubled-version';
  if (SEVERAL_IDS.test(percentDecoded(path))) return 'several-ids';
  const unmasked = path.replace(/<[^<>]{1,60}>|\{[^{}]{1,60}\}|\[[^[\]]{1,60}\]/g, 'mask');
  if (/\s|%20(?:\/|$)|\/%20/.test(unmasked.trim())) return 'blank';
  if (path.split('/').some((segment) => LEFTOVER.test(segment))) return 'placeholder';
  return hasZeroId(path) ? 'zero-id' : undefined;
};

/** `/v1.0/{id}/reports`: an id, or the place of the tenant's, where the documented address has `myorg`. */
const ID_FOR_MYORG =
  /^\/(?:v1\.0|beta)\/(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[{<[$]{1,2}(?:your|my)?[ _-]?(?:tenant|directory|org(?:ani[sz]ation)?)[ _-]?(?:id|guid|name)?[}>\]]{0,2})\/(?:groups|reports|datasets|dashboards|dataflows|imports|gateways|capacities|pipelines|apps|admin)(?:\/|$)/i;

/** `?=500`: the shell took `$top` for a variable of its own, and nothing is left of the name. */
const NAMELESS = /[?&]=[^&=\s#]/;

/** Something odd in the address of a call. */
const urlProblem = (url: string): ValueOf<'request.path-problem'> | undefined => {
  const { scheme, host, path } = splitUrl(url);
  if (scheme === 'powerbi') return addressProblem(path);
  if (lacksVersion(host, path)) return 'no-version';
  if (ID_FOR_MYORG.test(path)) return 'id-for-myorg';
  return pathProblem(path) ?? (NAMELESS.test(url) ? 'nameless-parameter' : undefined);
};

const WORKSPACE = /\/(?:groups|workspaces)\/([^/?#]{1,80})/i;

/** The workspace in the path: an id or a mask, not a word such as `modified`. */
const workspaceIn = (path: string): string | undefined => {
  const segment = WORKSPACE.exec(path)?.[1]?.trim();
  return segment !== undefined && new RegExp(`^${ID}$`, 'i').test(segment) ? segment : undefined;
};

/** The names in a JSON body that was seen to its end; of one that is cut off, no name is known to be missing. */
const bodyNames = (body: string | undefined): readonly string[] | undefined => {
  const text = body?.trim() ?? '';
  return /^[{[]/.test(text) && closingBracket(text, 0) !== undefined ? propertyNames(text) : undefined;
};

/** A variable in code that by its words is the token of an answer, and not a header that was put together before. */
const isBareToken = (secret: Secret | undefined): boolean =>
  secret === undefined || (secret.mask !== undefined && /\baccess token$/.test(secret.mask));

/** A variable that is set to `Bearer ...` already. */
const hasOwnScheme = (secret: Secret | undefined): boolean => secret?.mask === TOKEN_WITH_SCHEME;

/** A token of which its first letters stand there, with no scheme before them: `Authorization: eyJ0...xxxx`. */
const SHOWN_START = /^\s{0,20}eyJ/;

/** `Authorization: {token}`: the mask may stand for the scheme as well, so nothing is said of it. */
const authorizationOf = (request: Request, secrets: readonly Secret[]): Request['authorization'] | undefined => {
  const secret = secrets.find(({ id }) => id === request.bearer);
  if (secret?.mask === UNFILLED) return 'unfilled';
  if (secret?.mask === WHOLE_OUTPUT) return request.authorization === 'bearer' ? 'broken' : undefined;
  if (secret?.mask === BARE_TOKEN) return request.authorization;
  if (hasOwnScheme(secret)) return request.authorization === 'bearer' ? 'doubled-scheme' : undefined;
  const header = headerValue(request.headers, 'authorization');
  if (header !== undefined && SHOWN_START.test(header)) return request.authorization;
  // Power Query takes the header from a variable, which was followed.
  const inCode = header === undefined || request.place.what === 'call in Power Query';
  if (request.authorization === 'no-scheme' && inCode) return isBareToken(secret) ? 'no-scheme' : undefined;
  return request.authorization === 'no-scheme' && (secret === undefined || secret.mask !== undefined)
    ? undefined
    : request.authorization;
};

const urlFacts = (url: string, complete: boolean): Facts => {
  const { host, path, query } = splitUrl(url);
  const problem = urlProblem(url);
  const workspace = workspaceIn(path);
  const route = /^\/v1\.0\/myorg\/(.+)/i.exec(path)?.[1];
  const names = [...query.keys()];
  return {
    'request.url': shownUrl(url),
    ...(host === '' ? {} : { 'request.host': host }),
    ...(path === '' ? {} : { 'request.path': shownUrl(path) }),
    ...(route === undefined ? {} : { 'request.route': shownUrl(route) }),
    'request.path-problem': problem ?? null,
    ...(names.length > 0 || complete ? { 'request.query-names': names } : {}),
    ...(workspace === undefined ? {} : { 'call.workspace-id': workspace }),
  };
};

const operationFacts = ({ id, host }: NamedOperation): Facts => ({
  ...(id === undefined ? {} : { 'request.sdk-operation': id }),
  ...(host === undefined ? {} : { 'request.host': host }),
});

/** Headers that people keep when they shorten a request. One who shows others most likely shows all. */
const USUAL: ReadonlySet<string> = new Set(['authorization', 'content-type', 'accept', 'host', 'user-agent']);

/** What the request that failed tells. */
export const requestFacts = (request: Request, secrets: readonly Secret[]): Facts => {
  const { headers, complete } = request;
  const authorization = authorizationOf(request, secrets);
  const names = headers.map(({ name }) => name.toLowerCase());
  const type = headerValue(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  const properties = bodyNames(request.body);
  return {
    ...(request.method === undefined ? {} : { 'request.method': request.method }),
    ...(request.url === undefined ? {} : urlFacts(request.url, complete)),
    ...(request.operation === undefined ? {} : operationFacts(request.operation)),
    ...(complete || names.some((name) => !USUAL.has(name)) ? { 'request.header-names': names } : {}),
    ...(type !== undefined ? { 'request.content-type': type } : complete ? { 'request.content-type': null } : {}),
    ...(properties === undefined ? {} : { 'request.body-names': properties }),
    ...(authorization === undefined ? {} : { 'request.authorization': authorization }),
  };
};
