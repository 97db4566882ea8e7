import { isGuid } from '../facts/guid.ts';
import type { App } from './tenant.ts';
import { secondsOf } from './time.ts';
import { type Asked, askedAudience, isShared } from './token-request.ts';
import { challengeOf } from './vault.ts';
import type { World } from './world.ts';

const GRANTS = ['client_credentials', 'authorization_code', 'refresh_token', 'password'];
const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';

const isDevice = ({ grant }: Asked): boolean => grant === DEVICE || grant === 'device_code';
const isAppOnly = ({ grant }: Asked): boolean => grant === 'client_credentials';

const isTenant = ({ tenant, state }: Asked): boolean => {
  const { id, domain } = state.world.tenant;
  return isShared(tenant) || tenant === id || tenant === domain || tenant === state.world.foreignTenant.id;
};

/** A confidential client must prove itself, except where a code or refresh token was given to a public platform. */
const isConfidential = (asked: Asked): boolean =>
  asked.app !== undefined && !asked.app.isPublic && asked.app.platform === 'web';

const secretOf = ({ state, app }: Asked): string => (app ? state.vault.secretOf(app.clientId) : '');

const isExpired = ({ secret }: App, { state }: Asked): boolean => secondsOf(secret.ends, state.now()) < state.now();

/** An assertion that the app signed itself, in place of one that another issuer made for it. */
const isOwn = ({ assertion, field }: Asked): boolean => assertion?.issuer === field('client_id');

const fitsFederation = ({ assertion, app }: Asked): boolean =>
  assertion?.subject === app?.federated.subject && assertion?.issuer === app?.federated.issuer;

const fitsVerifier = ({ field, given }: Asked): boolean =>
  given === undefined || given.challenge === '' || challengeOf(field('code_verifier')) === given.challenge;

const isOldCode = ({ given, state }: Asked): boolean => given !== undefined && state.now() - given.issued > 600;
const isIdle = ({ given, state }: Asked): boolean => given !== undefined && state.now() - given.issued > 90 * 86_400;

const lacksConsent = (asked: Asked): boolean => {
  const audience = askedAudience(asked);
  if (isAppOnly(asked) || (audience !== 'powerbi' && audience !== 'fabric')) return false;
  return asked.app?.consents.length === 0;
};

const endsAs = (asked: Asked, end: World['deviceSignIn']['ends']): boolean =>
  isDevice(asked) && asked.given !== undefined && asked.state.world.deviceSignIn.ends === end;

/** The first answer after the start asks for a slower pace. */
const isTooFast = (asked: Asked): boolean =>
  isDevice(asked) && asked.given?.polls === 1 && asked.state.world.deviceSignIn.slowsDown;

/** What a request is refused for: the number of the AADSTS error, or the word of the protocol where there is none. */
type TokenCheck = readonly [number | string, (asked: Asked) => boolean];

const ofBody: readonly TokenCheck[] = [
  [900023, ({ tenant }) => !isGuid(tenant) && !/^[\w-]+(?:\.[\w-]+)+$/.test(tenant) && !isShared(tenant)],
  [90002, (asked) => !isTenant(asked)],
  [900144, ({ grant, field }) => grant === '' || field('client_id') === ''],
  [70003, (asked) => !GRANTS.includes(asked.grant) && !isDevice(asked)],
  [700038, ({ field }) => !isGuid(field('client_id')) || /^[0-]+$/.test(field('client_id'))],
  [901002, ({ version, has }) => version === 'v2' && has('resource')],
  [28000, ({ resources }) => resources.length > 1],
  [50059, (asked) => isAppOnly(asked) && isShared(asked.tenant)],
  [1002012, (asked) => isAppOnly(asked) && asked.version === 'v2' && !/^[^ ]+\/\.default$/.test(asked.field('scope'))],
];

const ofApp: readonly TokenCheck[] = [
  [700016, ({ app }) => app === undefined],
  [7000229, ({ app }) => app?.isKnownHere === false],
  [7000112, ({ app }) => app?.isEnabled === false],
  [50194, ({ app, tenant }) => app?.isMultiTenant === false && isShared(tenant)],
  [
    500011,
    (asked) =>
      asked.resources.length > 0 &&
      askedAudience(asked) === undefined &&
      asked.resources[0] !== asked.field('client_id') &&
      asked.resources[0] !== `api://${asked.field('client_id')}`,
  ],
  [650052, (asked) => !asked.state.world.tenant.hasPowerBi && /^(?:powerbi|fabric)$/.test(askedAudience(asked) ?? '')],
  [65002, (asked) => asked.app?.isFirstParty === true && askedAudience(asked) !== 'arm'],
  [
    650057,
    (asked) => {
      const audience = askedAudience(asked);
      return !isAppOnly(asked) && audience !== undefined && asked.app?.lists.includes(audience) === false;
    },
  ],
];

const ofProof: readonly TokenCheck[] = [
  [
    700025,
    ({ app, has }) => app !== undefined && app.platform !== 'web' && (has('client_secret') || has('client_assertion')),
  ],
  [7000216, (asked) => isAppOnly(asked) && !asked.has('client_secret') && !asked.has('client_assertion')],
  [
    7000218,
    (asked) =>
      (isConfidential(asked) || (asked.app?.isPublic === false && (isDevice(asked) || asked.grant === 'password'))) &&
      !asked.has('client_secret') &&
      !asked.has('client_assertion'),
  ],
  [7000215, (asked) => asked.has('client_secret') && asked.field('client_secret') !== secretOf(asked)],
  [7000222, (asked) => asked.has('client_secret') && asked.app !== undefined && isExpired(asked.app, asked)],
  [
    700027,
    (asked) =>
      asked.has('client_assertion') && isOwn(asked) && !(asked.app?.hasCertificate && asked.assertion?.isOfCertificate),
  ],
  [700024, ({ assertion, state }) => assertion !== undefined && assertion.ends <= state.now()],
  [
    700023,
    (asked) =>
      asked.assertion !== undefined && isOwn(asked) && !/\/oauth2\/(?:v2\.0\/)?token$/.test(asked.assertion.audience),
  ],
  [700213, (asked) => asked.has('client_assertion') && !isOwn(asked) && !fitsFederation(asked)],
];

const ofGrant: readonly TokenCheck[] = [
  [
    9002313,
    ({ grant, field, given }) =>
      (grant === 'refresh_token' || grant === 'authorization_code') &&
      given === undefined &&
      (field('code') !== '' || field('refresh_token') !== ''),
  ],
  [
    700005,
    ({ grant, given, tenant, state }) =>
      grant === 'authorization_code' &&
      given !== undefined &&
      !isShared(tenant) &&
      tenant !== state.world.tenant.domain &&
      given.tenant !== tenant,
  ],
  [9002327, ({ grant, app, hasOrigin }) => grant !== 'client_credentials' && app?.platform === 'spa' && !hasOrigin],
  [54005, ({ grant, given }) => grant === 'authorization_code' && given?.used === true],
  [70008, (asked) => asked.grant === 'authorization_code' && isOldCode(asked)],
  [
    500112,
    ({ grant, given, field }) =>
      grant === 'authorization_code' && given !== undefined && field('redirect_uri') !== given.redirect,
  ],
  [501481, (asked) => asked.grant === 'authorization_code' && !fitsVerifier(asked)],
  [700082, (asked) => asked.grant === 'refresh_token' && isIdle(asked)],
];

const ofUser: readonly TokenCheck[] = [
  [50034, (asked) => asked.grant === 'password' && asked.user === undefined],
  [50057, (asked) => !isAppOnly(asked) && asked.user?.isEnabled === false],
  [
    50126,
    ({ grant, user, field, state }) =>
      grant === 'password' && user !== undefined && field('password') !== state.vault.passwordOf(user.name),
  ],
  [50076, ({ grant, user }) => (grant === 'password' || grant === 'refresh_token') && user?.method === 'multi-factor'],
  [53003, (asked) => isAppOnly(asked) && asked.state.world.policies.blocksApps],
  [50105, (asked) => !isAppOnly(asked) && asked.app?.needsAssignment === true && asked.user?.isAssigned === false],
  [90094, (asked) => !isAppOnly(asked) && asked.app?.needsAdminConsent === true],
  [65001, lacksConsent],
  ['slow_down', isTooFast],
  [
    70016,
    (asked) =>
      isDevice(asked) && (asked.given === undefined || asked.given.polls <= asked.state.world.deviceSignIn.pending),
  ],
  [70020, (asked) => endsAs(asked, 'expired')],
  ['authorization_declined', (asked) => endsAs(asked, 'declined')],
];

/** What Entra refuses token requests for, in the order in which it looks: the number of the first that applies counts. */
export const TOKEN_CHECKS: readonly TokenCheck[] = [...ofBody, ...ofApp, ...ofProof, ...ofGrant, ...ofUser];
