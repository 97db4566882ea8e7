import { APP_SCOPE, type FlowEntry, fixed, given, made, mistake, REGISTRATION, VARIABLES } from './flow-model.ts';

const ASSERTION_TYPE = fixed(
  'client_assertion_type',
  'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  'says that the proof is a signed token; always this text',
);

const GRANT = fixed('grant_type', 'client_credentials', 'the app asks for itself; no person is part of it');

const SOURCE = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow';

const SHARED = [
  mistake('A named scope is asked for', 'invalid_scope', [1002012], 'Ask for <API>/.default.'),
  mistake('The address names common', 'no tenant was found', [50059], 'Name the tenant in the address.'),
  mistake(
    'The scope is .default alone',
    'a token for Microsoft Graph, which Power BI refuses with 403',
    [],
    'Put the API before /.default.',
  ),
  mistake('The body is JSON', 'a parameter is missing', [900144], 'Send a form: application/x-www-form-urlencoded.'),
] as const;

/** The ways in which an app gets a token for itself. */
export const APP_FLOWS = {
  'client-secret': {
    name: 'client credentials with a secret',
    caller: 'app',
    about:
      'An app signs in by itself with a secret, for jobs that no person starts. A token comes even where the app may do nothing.',
    grant: 'client_credentials',
    variables: [VARIABLES.tenant, VARIABLES.client, VARIABLES.secret],
    parameters: [GRANT, given('client_id', VARIABLES.client), given('client_secret', VARIABLES.secret), APP_SCOPE],
    setUp: [
      REGISTRATION,
      {
        do: 'Make a client secret and copy its Value at once.',
        who: 'app-owner',
        where: 'Entra admin center > App registrations > the app > Certificates & secrets',
      },
    ],
    mistakes: [
      mistake(
        'The Secret ID is sent in place of the Value',
        'invalid_client',
        [7000215],
        'Use the Value, or make a new secret.',
      ),
      mistake('The secret is past its end', 'invalid_client', [7000222], 'Make a new secret.'),
      mistake('The variable of the secret is empty', 'invalid_client', [7000216], 'Check that the environment has it.'),
      ...SHARED,
    ],
    sources: [SOURCE],
  },
  certificate: {
    name: 'client credentials with a certificate',
    caller: 'app',
    about:
      'An app proves itself with a short-lived token that it signs with its private key, which never leaves the machine.',
    grant: 'client_credentials',
    variables: [VARIABLES.tenant, VARIABLES.client, VARIABLES.certificate, VARIABLES.key],
    parameters: [
      GRANT,
      given('client_id', VARIABLES.client),
      ASSERTION_TYPE,
      made(
        'client_assertion',
        'assertion',
        'a JWT of your own: iss and sub are the client id, aud is the token URL, ten minutes',
      ),
      APP_SCOPE,
    ],
    setUp: [
      REGISTRATION,
      {
        do: 'Upload the certificate, without its private key.',
        who: 'app-owner',
        where: 'Entra admin center > App registrations > the app > Certificates & secrets > Certificates',
      },
    ],
    mistakes: [
      mistake(
        'The certificate is not on the app, or the key is another one',
        'invalid_client',
        [700027],
        'Upload the certificate of this key.',
      ),
      mistake('The certificate is past its end', 'invalid_client', [1000502], 'Make and upload a new one.'),
      mistake(
        'The clock is wrong, or the assertion is kept too long',
        'invalid_client',
        [700024],
        'Sign a new one for each request; set the clock.',
      ),
      mistake('aud names another tenant or address', 'invalid_client', [700023], 'Put the token URL into aud.'),
      ...SHARED,
    ],
    sources: [SOURCE, 'https://learn.microsoft.com/entra/identity-platform/certificate-credentials'],
  },
  federated: {
    name: 'client credentials with a federated credential',
    caller: 'app',
    about:
      'The platform, such as GitHub Actions or Kubernetes, gives the job a token of its own, which Entra ID takes in place of a secret.',
    grant: 'client_credentials',
    variables: [VARIABLES.tenant, VARIABLES.client, VARIABLES.federated],
    parameters: [
      GRANT,
      given('client_id', VARIABLES.client),
      ASSERTION_TYPE,
      made('client_assertion', 'assertion', 'the token of the other issuer, with audience api://AzureADTokenExchange'),
      APP_SCOPE,
    ],
    setUp: [
      REGISTRATION,
      {
        do: 'Add a federated credential whose issuer, subject and audience are those of the token, letter for letter.',
        who: 'app-owner',
        where: 'Entra admin center > App registrations > the app > Certificates & secrets > Federated credentials',
      },
    ],
    mistakes: [
      mistake('The app has no federated credential', 'invalid_client', [70025], 'Add one.'),
      mistake(
        'The subject differs: another branch, environment or connection',
        'invalid_client',
        [700213],
        'Copy sub from the token into the credential.',
      ),
      mistake('The issuer differs', 'invalid_client', [700211], 'Copy iss from the token into the credential.'),
      mistake('The audience differs', 'invalid_client', [700212], 'Ask the platform for api://AzureADTokenExchange.'),
      mistake(
        'The token of the platform is too old',
        'invalid_client',
        [700024],
        'Read the file anew for each request.',
      ),
      ...SHARED,
    ],
    sources: [SOURCE, 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation'],
  },
  'managed-identity': {
    name: 'managed identity',
    caller: 'app',
    about: 'An Azure resource asks its own machine for a token: there is no secret, and it works nowhere else.',
    grant: 'none: a GET to the endpoint of the machine',
    variables: [VARIABLES.identity],
    parameters: [fixed('resource', '{resource}', 'the API without /.default')],
    setUp: [
      {
        do: 'Turn on the identity of the virtual machine, function or container.',
        who: 'app-owner',
        where: 'Azure portal > the resource > Identity',
      },
    ],
    mistakes: [
      mistake(
        'resource ends in /.default',
        '400, or the resource is not found',
        [500011],
        'Leave /.default away: this is no scope.',
      ),
      mistake(
        'The machine has several identities',
        '400: one must be named',
        [],
        'Add client_id of the one that is meant.',
      ),
      mistake('It runs outside Azure', 'no answer', [], 'Use another flow there.'),
      mistake(
        'A group or role was given a moment ago',
        'still refused: the machine keeps its token for up to 24 hours',
        [],
        'Wait, or restart the resource.',
      ),
    ],
    sources: ['https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token'],
  },
} as const satisfies Record<string, FlowEntry>;
