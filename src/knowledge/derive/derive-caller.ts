import type { FactPath, ValueOf } from '../../facts/catalog.ts';
import type { Derivation } from '../../facts/derivation.ts';
import { isAbsent, valueOf } from '../../facts/evidence.ts';
import { isGuid } from '../../facts/guid.ts';
import type { Evidence } from '../../model/evidence.ts';

type CallerKind = ValueOf<'caller.kind'>;

const isApp = (evidence: Evidence): boolean => {
  const sub = valueOf(evidence, 'token.sub');
  if (sub !== undefined && sub === valueOf(evidence, 'token.oid')) return true;
  const empty: readonly FactPath[] = ['token.oid', 'token.sub', 'token.idtyp'];
  return valueOf(evidence, 'token.roles') !== undefined && empty.every((path) => isAbsent(evidence, path));
};

/**
 * What the claims say of the caller. `idtyp` is optional, so its absence says nothing.
 * See https://learn.microsoft.com/entra/identity-platform/optional-claims-reference and
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
const kindInToken = (evidence: Evidence): CallerKind | undefined => {
  if (valueOf(evidence, 'token.managed-identity') !== undefined) return 'managed-identity';
  const idtyp = valueOf(evidence, 'token.idtyp')?.toLowerCase();
  if (idtyp === 'app') return 'service-principal';
  if (idtyp === 'user' || valueOf(evidence, 'token.scp') !== undefined) return 'user';
  return isAbsent(evidence, 'token.scp') && isApp(evidence) ? 'service-principal' : undefined;
};

/** A managed identity gets tokens of an app; where its claim is missing, the grant or the person tells. */
const isManaged = (evidence: Evidence): boolean =>
  valueOf(evidence, 'token-request.grant') === 'managed-identity' ||
  valueOf(evidence, 'caller.kind') === 'managed-identity';

/** Who calls, from the claims of the token. */
export const callerKindFromToken: Derivation = {
  from: [
    'token.managed-identity',
    'token.idtyp',
    'token.scp',
    'token.sub',
    'token.oid',
    'token.roles',
    'token-request.grant',
  ],
  gives: ['caller.kind'],
  derive: (evidence) => {
    const kind = kindInToken(evidence);
    if (kind === undefined) return {};
    return { 'caller.kind': kind === 'service-principal' && isManaged(evidence) ? 'managed-identity' : kind };
  },
};

const KIND_OF_GRANT: { readonly [G in ValueOf<'token-request.grant'>]?: CallerKind } = {
  'client-credentials': 'service-principal',
  'managed-identity': 'managed-identity',
  password: 'user',
  'authorization-code': 'user',
  'device-code': 'user',
  'on-behalf-of': 'user',
  'refresh-token': 'user',
  implicit: 'user',
  interactive: 'user',
};

/** Credentials that only the sign-in of a person gives out. */
const OF_A_PERSON: readonly ValueOf<'credential.kind'>[] = [
  'authorization-code',
  'id-token',
  'refresh-token',
  'device-code',
];

/** Who calls, from the grant or from the credential, where the claims do not tell. */
export const callerKindFromGrant: Derivation = {
  from: ['token-request.grant', 'credential.kind'],
  gives: ['caller.kind'],
  derive: (evidence) => {
    const grant = valueOf(evidence, 'token-request.grant');
    const credential = valueOf(evidence, 'credential.kind');
    const kind = grant === undefined ? undefined : KIND_OF_GRANT[grant];
    if (kind !== undefined) return { 'caller.kind': kind };
    return credential !== undefined && OF_A_PERSON.includes(credential) ? { 'caller.kind': 'user' } : {};
  },
};

/**
 * Who calls, where only a comparison tells: whoever says that the same call works with their own account makes it as
 * something else, which is an app. What anybody said of the caller stands.
 */
export const callerKindFromComparison: Derivation = {
  from: ['observed.same-call-as-user'],
  gives: ['caller.kind'],
  derive: (evidence) =>
    valueOf(evidence, 'observed.same-call-as-user') === 'works' && !evidence.has('caller.kind')
      ? { 'caller.kind': 'service-principal' }
      : {},
};

/** Codes that only apps are refused with: https://learn.microsoft.com/power-bi/developer/embedded/embed-service-principal */
const OF_AN_APP = ['serviceprincipalisnotallowedbytenantadminswitch', 'serviceprincipalisnotallowed'];

/** Who calls, where the refusal itself says that it was an app. */
export const callerKindFromRefusal: Derivation = {
  from: ['response.codes'],
  gives: ['caller.kind'],
  derive: (evidence) => {
    const isOfApp = valueOf(evidence, 'response.codes')?.some((code) => OF_AN_APP.includes(code.toLowerCase()));
    return isOfApp === true && !evidence.has('caller.kind') ? { 'caller.kind': 'service-principal' } : {};
  },
};

/**
 * Whether the user is a guest in the tenant of the token. Only the yes is certain: a guest's token of the home tenant
 * looks like any member's.
 */
export const callerGuest: Derivation = {
  from: ['caller.kind', 'token.acct', 'token.idp', 'token.tid'],
  gives: ['caller.guest'],
  derive: (evidence) => {
    if (valueOf(evidence, 'caller.kind') !== 'user') return {};
    if (valueOf(evidence, 'token.acct') === '1') return { 'caller.guest': true };
    const idp = valueOf(evidence, 'token.idp')?.toLowerCase();
    const tenant = valueOf(evidence, 'token.tid')?.toLowerCase();
    const foreign = idp !== undefined && tenant !== undefined && !idp.includes(tenant);
    return foreign && valueOf(evidence, 'token.acct') !== '0' ? { 'caller.guest': true } : {};
  },
};

const guid = (text: string | undefined): string | undefined => (text !== undefined && isGuid(text) ? text : undefined);

/** The ids of the caller: of the token, else of the request for it, else those that a refusal names. */
export const callerIds: Derivation = {
  from: [
    'token.oid',
    'response.object-id',
    'token.app-id',
    'token.tid',
    'token-request.client-id',
    'token-request.tenant',
    'entra.app-id',
  ],
  gives: ['caller.object-id', 'caller.app-id', 'caller.tenant-id'],
  derive: (evidence) => {
    const objectId = valueOf(evidence, 'token.oid') ?? valueOf(evidence, 'response.object-id');
    const asked = guid(valueOf(evidence, 'token-request.client-id')) ?? guid(valueOf(evidence, 'entra.app-id'));
    const appId = valueOf(evidence, 'token.app-id') ?? asked;
    const tenantId = valueOf(evidence, 'token.tid') ?? guid(valueOf(evidence, 'token-request.tenant'));
    return {
      ...(objectId && { 'caller.object-id': objectId }),
      ...(appId && { 'caller.app-id': appId }),
      ...(tenantId && { 'caller.tenant-id': tenantId }),
    };
  },
};

const NOUN: Readonly<Record<CallerKind, string>> = {
  user: 'the user',
  'service-principal': 'the app',
  'managed-identity': 'the managed identity',
};

/** The caller in words; apps with their ids, because those are what an administrator looks for. */
export const callerLabel: Derivation = {
  from: ['caller.kind', 'caller.app-id', 'caller.object-id'],
  gives: ['caller.label'],
  derive: (evidence) => {
    const kind = valueOf(evidence, 'caller.kind');
    if (kind === undefined) return {};
    if (kind === 'user') return { 'caller.label': NOUN.user };
    const appId = valueOf(evidence, 'caller.app-id');
    const objectId = valueOf(evidence, 'caller.object-id');
    const label = [NOUN[kind], appId, objectId && `(object id ${objectId})`].filter(Boolean).join(' ');
    return { 'caller.label': label };
  },
};
