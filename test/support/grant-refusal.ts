import { createHash } from 'node:crypto';
import { importX509, jwtVerify } from 'jose';

/** What the server knows of its one client. */
export interface Client {
  readonly tenant: string;
  readonly id: string;
  readonly secret: string;
  readonly certificate: string;
  readonly federatedToken: string;
  readonly userToken: string;
  readonly refreshToken: string;
}

/** What a code was given for. */
export interface Sign {
  readonly redirect: string;
  readonly challenge: string;
}

/** What is wrong with a request; undefined where it is right. */
export type Refusal = string | undefined;

type Form = URLSearchParams;

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Refuses a form with a field too many or too few. */
export const exactly = (form: Form, names: readonly string[]): Refusal => {
  const [sent, wanted] = [[...form.keys()].sort().join(), [...names].sort().join()];
  return sent === wanted ? undefined : `fields are ${sent}, not ${wanted}`;
};

/** Refuses a field with another value. */
export const isFor = (form: Form, values: Readonly<Record<string, string>>): Refusal => {
  const wrong = Object.entries(values).find(([name, value]) => form.get(name) !== value);
  return wrong === undefined ? undefined : `${wrong[0]} is not as it must be`;
};

const appScope = (form: Form): Refusal =>
  /^\S+\/\.default$/.test(form.get('scope') ?? '') ? undefined : 'an app asks for .default';

/** Refuses a scope that names no permission of a person. */
export const personScope = (form: Form): Refusal =>
  /^\S+\/(?!\.default)\S+ offline_access$/.test(form.get('scope') ?? '') ? undefined : 'no named scope';

const signedBy = async ({ certificate, id }: Client, assertion: string, url: string): Promise<Refusal> => {
  const der = Buffer.from(certificate.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  try {
    const { protectedHeader, payload } = await jwtVerify(assertion, await importX509(certificate, 'PS256'), {
      algorithms: ['PS256'],
      audience: url,
      issuer: id,
      subject: id,
      requiredClaims: ['jti', 'nbf', 'exp'],
    });
    if ((payload.exp ?? 0) - (payload.nbf ?? 0) > 600) return 'the assertion lives too long';
    const thumbprint = createHash('sha256').update(der).digest('base64url');
    return protectedHeader['x5t#S256'] === thumbprint ? undefined : 'another thumbprint';
  } catch (error) {
    return String(error);
  }
};

/** A request for a token, the address that it came to, and what it is held against. */
interface Asked {
  readonly form: Form;
  readonly url: string;
  readonly client: Client;
  readonly signs: Map<string, Sign>;
}

const proof = async ({ form, url, client }: Asked): Promise<Refusal> => {
  const shared = ['grant_type', 'client_id', 'scope'];
  const own = { client_id: client.id };
  if (form.has('client_secret')) {
    return exactly(form, [...shared, 'client_secret']) ?? isFor(form, { ...own, client_secret: client.secret });
  }
  const refused =
    exactly(form, [...shared, 'client_assertion', 'client_assertion_type']) ??
    isFor(form, { ...own, client_assertion_type: ASSERTION });
  const assertion = form.get('client_assertion') ?? '';
  return refused ?? (assertion === client.federatedToken ? undefined : await signedBy(client, assertion, url));
};

/** A code is good once. */
const code = ({ form, client, signs }: Asked): Refusal => {
  const given = form.get('code') ?? '';
  const sign = signs.get(given);
  signs.delete(given);
  const hash = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const names = ['grant_type', 'client_id', 'code', 'redirect_uri', 'code_verifier', 'scope'];
  const fits = sign?.redirect === form.get('redirect_uri') && sign?.challenge === hash;
  return exactly(form, names) ?? isFor(form, { client_id: client.id }) ?? (fits ? undefined : 'code or verifier');
};

const GRANTS: Readonly<Record<string, (asked: Asked) => Refusal | Promise<Refusal>>> = {
  client_credentials: async (asked) => (await proof(asked)) ?? appScope(asked.form),
  authorization_code: (asked) => code(asked) ?? personScope(asked.form),
  refresh_token: ({ form, client }) =>
    exactly(form, ['grant_type', 'client_id', 'refresh_token', 'scope']) ??
    isFor(form, { client_id: client.id, refresh_token: client.refreshToken }) ??
    personScope(form),
  'urn:ietf:params:oauth:grant-type:jwt-bearer': ({ form, client }) =>
    isFor(form, {
      client_id: client.id,
      client_secret: client.secret,
      assertion: client.userToken,
      requested_token_use: 'on_behalf_of',
    }) ?? personScope(form),
};

/** Why a token request is refused. It is stricter than the real server: a field too many is wrong. */
export const grantRefusal = async (asked: Asked): Promise<Refusal> => {
  const grant = asked.form.get('grant_type') ?? '';
  const check = GRANTS[grant];
  return check === undefined ? `grant ${grant}` : check(asked);
};
