import { type FlowEntry, fixed, given, made, mistake, PERSON_SCOPE, REGISTRATION, VARIABLES } from './flow-model.ts';
import type { SetUp } from './model.ts';

const PUBLIC: SetUp = {
  do: 'Set Allow public client flows to Yes.',
  who: 'app-owner',
  where: 'Entra admin center > App registrations > the app > Authentication > Advanced settings',
};

const CONSENT: SetUp = {
  do: 'Add the delegated permission, and let the person or an administrator consent to it.',
  who: 'entra-admin',
  where: 'Entra admin center > App registrations > the app > API permissions',
};

const NO_RESOURCE = mistake(
  'The scope has no API in front, such as Dataset.Read.All',
  'a token for Microsoft Graph, which Power BI refuses with 403',
  [],
  'Put the API before the permission.',
);

const TWO_APIS = mistake('The scope names two APIs', 'invalid_request', [28000], 'Ask once for each API.');

/** The ways in which an app gets a token for a person. */
export const PERSON_FLOWS = {
  'authorization-code': {
    name: 'authorization code with PKCE',
    caller: 'person',
    about:
      'A person signs in in the browser; the app gets a code, and changes it for the token. The code is no token: no API takes it.',
    grant: 'authorization_code',
    variables: [VARIABLES.tenant, VARIABLES.client, VARIABLES.redirect],
    parameters: [
      fixed('grant_type', 'authorization_code', 'a code is changed for a token'),
      given('client_id', VARIABLES.client),
      made('code', 'code', 'what the sign-in brought back; good once, for about ten minutes'),
      given('redirect_uri', VARIABLES.redirect),
      made('code_verifier', 'verifier', 'the random text whose SHA-256 went with the sign-in as code_challenge'),
      PERSON_SCOPE,
    ],
    setUp: [
      REGISTRATION,
      {
        do: 'Add the redirect URI http://localhost:8400 under Mobile and desktop applications; a web app adds its own address under Web, and sends its secret too.',
        who: 'app-owner',
        where: 'Entra admin center > App registrations > the app > Authentication',
      },
      CONSENT,
    ],
    mistakes: [
      mistake('The code is sent as Bearer', '401 or 403 InvalidToken', [], 'Change it for a token first.'),
      mistake('The code is used twice', 'invalid_grant', [54005], 'Sign in again.'),
      mistake('The code is too old', 'invalid_grant', [70008], 'Change it at once.'),
      mistake('The redirect URI is not on the app', 'invalid_client', [50011], 'Add it, letter for letter.'),
      mistake(
        'The verifier is another one',
        'invalid_grant',
        [501481],
        'Keep the verifier from the sign-in to the request.',
      ),
      mistake(
        'A web app sends no secret',
        'invalid_client',
        [7000218],
        'Send client_secret too, or use the platform Mobile and desktop.',
      ),
      mistake('A public client sends a secret', 'invalid_client', [700025], 'Leave client_secret away.'),
      mistake(
        'The redirect URI is of the platform Single-page application',
        'invalid_request',
        [9002327],
        'Use another platform outside of browsers.',
      ),
      NO_RESOURCE,
      TWO_APIS,
    ],
    sources: ['https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow'],
  },
  'device-code': {
    name: 'device code',
    caller: 'person',
    about: 'A person signs in on any device with a short code, for machines without a browser.',
    grant: 'urn:ietf:params:oauth:grant-type:device_code',
    variables: [VARIABLES.tenant, VARIABLES.client],
    parameters: [
      fixed('grant_type', 'urn:ietf:params:oauth:grant-type:device_code', 'asks whether the person has signed in'),
      given('client_id', VARIABLES.client),
      made('device_code', 'deviceCode', 'what /devicecode answered; the person types user_code, not this'),
    ],
    setUp: [REGISTRATION, PUBLIC, CONSENT],
    mistakes: [
      mistake('The app is no public client', 'invalid_client', [7000218], 'Allow public client flows.'),
      mistake(
        'The first answer is taken for a failure',
        'authorization_pending',
        [70016],
        'Ask again after the interval.',
      ),
      mistake('The person takes longer than 15 minutes', 'expired_token', [70019], 'Start anew.'),
      mistake('A policy forbids device codes', 'access_denied', [53003], 'Use authorization code.'),
      NO_RESOURCE,
    ],
    sources: ['https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code'],
  },
  'on-behalf-of': {
    name: 'on behalf of a person',
    caller: 'person',
    about: 'Your API got a token of a person, and changes it for one of the next API with the rights of that person.',
    grant: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    variables: [VARIABLES.tenant, VARIABLES.client, VARIABLES.secret, VARIABLES.userToken],
    parameters: [
      fixed('grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer', 'a token is changed for another'),
      given('client_id', VARIABLES.client),
      given('client_secret', VARIABLES.secret),
      given('assertion', VARIABLES.userToken),
      fixed('requested_token_use', 'on_behalf_of', 'always this text'),
      PERSON_SCOPE,
    ],
    setUp: [
      REGISTRATION,
      {
        do: 'Expose an API with a scope, so that callers can ask for a token whose audience is your app.',
        who: 'app-owner',
        where: 'Entra admin center > App registrations > the app > Expose an API',
      },
      CONSENT,
    ],
    mistakes: [
      mistake(
        'The token of the person is for another API, such as Graph',
        'invalid_grant',
        [500131, 50013],
        'The caller asks for api://<your client id>.',
      ),
      mistake('An ID token is sent', 'invalid_grant', [240002], 'Send the access token.'),
      mistake('A token of an app is sent', 'invalid_grant', [7000114], 'Use client credentials: there is no person.'),
      mistake('Nobody consented to the next API', 'invalid_grant', [65001], 'Give consent once.'),
    ],
    sources: ['https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow'],
  },
  refresh: {
    name: 'refresh token',
    caller: 'person',
    about:
      'A refresh token of an earlier sign-in brings a new access token without the person, for any API that was consented to.',
    grant: 'refresh_token',
    variables: [VARIABLES.tenant, VARIABLES.client, VARIABLES.refresh],
    parameters: [
      fixed('grant_type', 'refresh_token', 'a refresh token is changed for an access token'),
      given('client_id', VARIABLES.client),
      given('refresh_token', VARIABLES.refresh),
      PERSON_SCOPE,
    ],
    setUp: [
      {
        do: 'Sign in once with offline_access in the scope, and keep refresh_token of the answer where secrets are kept.',
        who: 'caller',
      },
    ],
    mistakes: [
      mistake(
        'The refresh token is sent as Bearer',
        '401 or 403 InvalidToken',
        [],
        'Change it for an access token first.',
      ),
      mistake('It was not used for 90 days', 'invalid_grant', [700082], 'Sign in again.'),
      mistake('The password was changed', 'invalid_grant', [50173], 'Sign in again.'),
      mistake('A web app sends no secret', 'invalid_client', [7000218], 'Send client_secret too.'),
      mistake(
        'An app without a person looks for one',
        'there is none',
        [],
        'Client credentials need none: ask for a new token.',
      ),
      NO_RESOURCE,
    ],
    sources: ['https://learn.microsoft.com/entra/identity-platform/refresh-tokens'],
  },
  password: {
    name: 'user name and password',
    caller: 'person',
    about:
      'Do not: it fails as soon as the account needs a second factor, is federated or has no password, and it hands a password to a script. Use client-secret or certificate for jobs, device-code or authorization-code for people.',
    grant: 'password',
    variables: [],
    parameters: [],
    setUp: [],
    mistakes: [
      mistake(
        'The account must use a second factor',
        'invalid_grant',
        [50076, 50079],
        'Use device-code or authorization-code.',
      ),
      mistake('The account is federated', 'invalid_grant', [50126], 'The same.'),
      mistake('The address names common', 'invalid_request', [9001023], 'The same; or name the tenant.'),
      mistake('Nobody consented before', 'invalid_grant', [65001], 'The same: a sign-in page can ask for consent.'),
    ],
    sources: ['https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc'],
  },
} as const satisfies Record<string, FlowEntry>;
