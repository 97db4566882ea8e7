import type { Derivation } from '../../facts/derivation.ts';
import { valueOf } from '../../facts/evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import { cloudOfIssuer } from '../clouds.ts';
import { isMicrosoftClient } from '../microsoft-clients.ts';
import type { ResourceMatch } from '../resources.ts';
import { isPowerBiApplication, resourceName, resourceOf } from '../resources.ts';

/** Template ids of Fabric Administrator, Global Administrator and Power Platform Administrator, who may all use the admin portal: https://learn.microsoft.com/fabric/admin/roles */
const ADMIN_ROLES = [
  'a9ea8996-122f-4c74-9520-8edcd192826c',
  '62e90394-69f5-4237-9190-012177145e10',
  '11648597-926c-4cf3-9c36-bcebb0ba8dcc',
];

/** The resource of an audience or scope; one that names the asking app itself is `own-app`. */
export const resourceAskedBy = (name: string, appId: string | undefined): ResourceMatch => {
  const match = resourceOf(name);
  if (match.resource !== 'custom-api' || appId === undefined) return match;
  const path = name
    .trim()
    .toLowerCase()
    .replace(/^api:\/\//, '');
  return path.split('/', 1)[0] === appId.toLowerCase() ? { resource: 'own-app' } : match;
};

const isOfNationalCloud = (aud: string): boolean => (resourceOf(aud).cloud ?? 'public') !== 'public';

/** The audience that a token is said to have. Which cloud it is of is left to the token itself. */
const audienceSaid = (evidence: Evidence): string | undefined => {
  const said = valueOf(evidence, 'said.audience');
  return said === undefined || isOfNationalCloud(said) ? undefined : said;
};

/** Names the API that a token was issued for. The cloud follows from the audience, else from the issuer. */
export const tokenResource: Derivation = {
  from: ['token.aud', 'token.iss', 'token.app-id', 'said.audience'],
  gives: ['token.resource', 'token.resource-name', 'token.cloud'],
  derive: (evidence) => {
    const aud = valueOf(evidence, 'token.aud') ?? audienceSaid(evidence);
    const iss = valueOf(evidence, 'token.iss');
    const match = aud === undefined ? undefined : resourceAskedBy(aud, valueOf(evidence, 'token.app-id'));
    const cloud = match?.cloud ?? (iss === undefined ? undefined : cloudOfIssuer(iss));
    return {
      ...(match && {
        'token.resource': match.resource,
        'token.resource-name': resourceName(match.resource, aud ?? ''),
      }),
      ...(cloud && { 'token.cloud': cloud }),
    };
  },
};

/** A scope of Power BI or Fabric without the API in front, as the older token endpoint answers. */
const BARE_PERMISSION =
  /^(?:user_impersonation|(?:App|Capacity|Connection|Content|Dashboard|Dataflow|Dataset|Gateway|Item|Lakehouse|Notebook|OneLake|Pipeline|Report|SemanticModel|StorageAccount|Tenant|UserState|Warehouse|Workspace)\.[A-Za-z.]{2,40})$/;

const permissionIn = (scope: string): string | undefined => {
  const slash = scope.lastIndexOf('/');
  if (slash === -1) return BARE_PERMISSION.test(scope) ? scope : undefined;
  const name = scope.slice(slash + 1);
  return isPowerBiApplication(resourceOf(scope).resource) && name !== '.default' ? name : undefined;
};

/** The scopes of a token that is masked, from the answer that it came with. */
export const scopesGranted: Derivation = {
  from: ['token.granted-scopes', 'token.aud', 'token.scp'],
  gives: ['token.scp'],
  derive: (evidence) => {
    const granted = valueOf(evidence, 'token.granted-scopes');
    if (granted === undefined || evidence.has('token.aud') || evidence.has('token.scp')) return {};
    const own = granted.map(permissionIn).filter((name) => name !== undefined);
    return own.length === 0 ? {} : { 'token.scp': own };
  },
};

/** Clocks may differ by this much: services allow five minutes, as Microsoft's token libraries do by default. */
const CLOCK_SKEW = 5 * 60_000;

const DAY = 86_400_000;

const UNITS: readonly (readonly [string, number])[] = [
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** A span in words, in its largest unit of which it holds at least two (or one day). */
const spanInWords = (milliseconds: number): string => {
  for (const [unit, size] of UNITS) {
    const count = Math.floor(milliseconds / size);
    if (count >= 2 || (count === 1 && (unit === 'day' || unit === 'minute')))
      return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
};

/**
 * The time of the call, the end and the start of the token. The clock that a library names is the one that counts, however
 * wrong it is. An answer more than a day older than the token did not come
 * from it (people paste a new token next to an old answer), so its date is left aside.
 */
const times = (evidence: Evidence, now: string) => {
  const exp = valueOf(evidence, 'token.exp');
  const nbf = valueOf(evidence, 'token.nbf');
  const answered = valueOf(evidence, 'response.date');
  const older = answered !== undefined && nbf !== undefined && Date.parse(nbf) - Date.parse(answered) > DAY;
  const checked = valueOf(evidence, 'token.checked-at');
  const date = checked ?? (older ? undefined : answered);
  return {
    called: date !== undefined,
    // Who names the clock by which it refused has made its allowance already.
    skew: checked === undefined ? CLOCK_SKEW : 0,
    at: Date.parse(date ?? now),
    exp: exp === undefined ? Number.NaN : Date.parse(exp),
    nbf: nbf === undefined ? Number.NaN : Date.parse(nbf),
  };
};

/** Compares the life of the token with the time of the answer, or with the time of the diagnosis where that is unknown. */
export const tokenLifetime: Derivation = {
  from: ['token.exp', 'token.nbf', 'token.checked-at', 'response.date'],
  gives: ['token.lifetime', 'token.lifetime-words'],
  derive: (evidence, now) => {
    const { called, skew, at, exp, nbf } = times(evidence, now);
    if (Number.isNaN(at)) return {};
    if (exp <= at) {
      const words = `expired ${spanInWords(at - exp)} ${called ? 'before the call' : 'ago'}`;
      return { 'token.lifetime': 'expired', 'token.lifetime-words': words };
    }
    if (nbf - at > skew) {
      const words = `not valid until ${spanInWords(nbf - at)} ${called ? 'after the call' : 'from now'}`;
      return { 'token.lifetime': 'not-yet-valid', 'token.lifetime-words': words };
    }
    if (Number.isNaN(exp)) return {};
    const left = spanInWords(exp - at);
    const words = called ? `valid at the call, with ${left} left` : `valid for another ${left}`;
    return { 'token.lifetime': 'valid', 'token.lifetime-words': words };
  },
};

/** Whether `wids` holds a role that opens admin operations. A token without `wids` says nothing: the claim is optional. */
export const directoryAdmin: Derivation = {
  from: ['token.wids'],
  gives: ['token.directory-admin'],
  derive: (evidence) => {
    const wids = valueOf(evidence, 'token.wids');
    if (wids === undefined) return {};
    return { 'token.directory-admin': wids.some((id) => ADMIN_ROLES.includes(id.toLowerCase())) };
  },
};

/**
 * Whether the client is one of Microsoft. Of the Power BI scopes, `user_impersonation` goes to such clients only; of other
 * APIs (ARM, Storage) any app can have it.
 */
export const microsoftClient: Derivation = {
  from: ['token.app-id', 'token.scp', 'token.resource'],
  gives: ['token.issued-to-microsoft-client'],
  derive: (evidence) => {
    const appId = valueOf(evidence, 'token.app-id');
    if (appId !== undefined && isMicrosoftClient(appId)) return { 'token.issued-to-microsoft-client': true };
    const scp = valueOf(evidence, 'token.scp');
    if (scp === undefined || !isPowerBiApplication(valueOf(evidence, 'token.resource'))) return {};
    if (scp.includes('user_impersonation')) return { 'token.issued-to-microsoft-client': true };
    return appId === undefined ? {} : { 'token.issued-to-microsoft-client': false };
  },
};
