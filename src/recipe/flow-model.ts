import type { Mistake, Parameter, SetUp, Variable } from './model.ts';

/** One way to get a token, for any API. In values `{scope}` stands for the scope of the API, `{resource}` for what it begins with. */
export interface FlowEntry {
  readonly name: string;
  /** Whose rights the token has. */
  readonly caller: 'app' | 'person';
  readonly about: string;
  readonly grant: string;
  readonly variables: readonly Variable[];
  readonly parameters: readonly Parameter[];
  readonly setUp: readonly SetUp[];
  readonly mistakes: readonly Mistake[];
  readonly sources: readonly string[];
}

const secret = (name: string, means: string): Variable => ({ name, means, isSecret: true });
const plain = (name: string, means: string, value?: string): Variable => ({
  name,
  means,
  isSecret: false,
  ...(value !== undefined && { value }),
});

/** Everything that people fill in, but for what belongs to one API. */
export const VARIABLES = {
  tenant: plain('TENANT_ID', 'the id or a domain of the tenant; never common or organizations for an app'),
  client: plain('CLIENT_ID', 'the Application (client) ID of the app registration, not an object id'),
  secret: secret('CLIENT_SECRET', 'the Value of a client secret, which is shown once; not its Secret ID'),
  redirect: plain(
    'REDIRECT_URI',
    'an address of this machine that the app has as redirect URI',
    'http://localhost:8400',
  ),
  certificate: plain('CERTIFICATE_FILE', 'the certificate as PEM file'),
  key: plain('KEY_FILE', 'its private key as PEM file, readable by you alone'),
  federated: plain('AZURE_FEDERATED_TOKEN_FILE', 'the file in which the platform puts the token of its own issuer'),
  userToken: secret('USER_TOKEN', 'the access token that a person sent to your API; its audience is your app'),
  refresh: secret('REFRESH_TOKEN', 'the refresh token of an earlier answer'),
  identity: plain(
    'IDENTITY_URL',
    'the endpoint of the machine',
    'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01',
  ),
} as const;

/** A field with a text of its own. */
export const fixed = (name: string, value: string, explains: string): Parameter => ({
  name,
  value,
  from: 'text',
  explains,
});

/** A field that a variable fills. */
export const given = (name: string, variable: Variable): Parameter => ({
  name,
  value: variable.name,
  from: 'variable',
  explains: variable.means,
});

/** A field that an earlier step of the script makes. */
export const made = (name: string, value: string, explains: string): Parameter => ({
  name,
  value,
  from: 'step',
  explains,
});

/** The scope of an app. */
export const APP_SCOPE = fixed(
  'scope',
  '{scope}',
  'the API and /.default: every permission that the app has. An app cannot ask for single ones',
);

/** The scope of a person. */
export const PERSON_SCOPE = fixed(
  'scope',
  '{scope} offline_access',
  'the API, then the permission; offline_access brings a refresh token',
);

/** The registration that every flow but managed identity needs. */
export const REGISTRATION: SetUp = {
  do: 'Register an app in the tenant and note its Application (client) ID.',
  who: 'app-owner',
  where: 'Entra admin center > App registrations > New registration',
};

/** A mistake in a line. */
export const mistake = (does: string, gives: string, codes: readonly number[], instead: string): Mistake => ({
  do: does,
  gives,
  codes,
  instead,
});
