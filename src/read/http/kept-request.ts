import type { Header, Request } from '../../model/incident.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { headerValue } from '../syntax/header-value.ts';

/** Named values in their order. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** How a request gets its token, as a client for APIs keeps it: the kind, and what belongs to it. */
export interface KeptAuth {
  readonly type: string;
  readonly values: Pairs;
}

/** A request as a client for APIs keeps it: Postman, Insomnia, Bruno and their like. */
export interface KeptRequest {
  readonly method: string;
  readonly url?: string;
  readonly headers: readonly Header[];
  readonly auth?: KeptAuth;
  readonly body?: string;
  /** The content type that comes with the kind of body. */
  readonly type?: string;
}

/** Puts the values of variables in their places. */
export type Fill = (text: string) => string;

const VARIABLE = /(?:\{\{|<<)[ \t]{0,3}(?:_\.)?([\w.-]{1,80})[ \t]{0,3}(?:\}\}|>>)/g;

/** Fills in variables as these clients write them: `{{name}}`, `{{ _.name }}`, `<<name>>`. One without a value stays a mask. */
export const filling = (variables: Pairs): Fill => {
  const values = new Map(variables.filter(([name, value]) => name !== '' && value !== ''));
  return (text) => text.replace(VARIABLE, (_, name: string) => values.get(name) ?? `{{${name}}}`);
};

const encoded = (value: string): string =>
  value.replace(/[%&=+#\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** Pairs as a form. */
export const formOf = (fields: Pairs): string => fields.map(([name, value]) => `${name}=${encoded(value)}`).join('&');

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

/** A value by the letters of its name: `accessTokenUrl` in one client is `access_token_url` in another. */
const valueOf = ({ values }: KeptAuth, ...names: readonly string[]): string | undefined =>
  values.find(([name, value]) => names.includes(bare(name)) && value !== '')?.[1];

/** The header that an `auth` makes; undefined where it makes another one or none. */
const authorizationOf = (auth: KeptAuth | undefined): string | undefined => {
  if (auth?.type === 'bearer') return `${valueOf(auth, 'prefix') ?? 'Bearer'} ${valueOf(auth, 'token') ?? ''}`;
  if (auth?.type === 'basic') return 'Basic';
  const token = auth?.type === 'oauth2' ? valueOf(auth, 'accesstoken') : undefined;
  return token !== undefined && auth !== undefined && valueOf(auth, 'addtokento') !== 'queryParams'
    ? `Bearer ${token}`
    : undefined;
};

const headersOf = ({ headers, auth, type }: KeptRequest): readonly Header[] => {
  const add = (name: string, value: string | undefined): readonly Header[] =>
    value === undefined || headerValue(headers, name) !== undefined ? [] : [{ name, value }];
  return [...headers, ...add('Authorization', authorizationOf(auth)), ...add('Content-Type', type)];
};

/** The parameters of the request for a token by the letters of the names that the clients give them. */
const PARAMETERS: Readonly<Record<string, string>> = {
  granttype: 'grant_type',
  clientid: 'client_id',
  clientsecret: 'client_secret',
  scope: 'scope',
  scopes: 'scope',
  resource: 'resource',
  redirecturi: 'redirect_uri',
  redirecturl: 'redirect_uri',
  callbackurl: 'redirect_uri',
};

const grantOf = (value: string): string => {
  const grant = value.toLowerCase();
  return grant.startsWith('authorization_code') ? 'authorization_code' : grant;
};

type Place = Request['place'];

/** The request for a token that the settings of OAuth would send. */
const tokenRequest = (auth: KeptAuth | undefined, place: Place, fill: Fill): readonly Request[] => {
  const url = auth?.type === 'oauth2' ? valueOf(auth, 'accesstokenurl', 'tokenendpoint', 'tokenurl') : undefined;
  if (auth === undefined || url === undefined) return [];
  const sent = auth.values.flatMap(([name, value]) => {
    const parameter = PARAMETERS[bare(name)];
    const own = parameter === 'grant_type' ? grantOf(value) : value;
    return parameter === undefined || value === '' ? [] : [[parameter, fill(own)] as const];
  });
  return [{ kind: 'request', place, complete: false, method: 'POST', url: fill(url), headers: [], body: formOf(sent) }];
};

/** A client as its files name it, what its requests are called, and how its variables are filled in. */
export interface Keeper {
  readonly client: string;
  readonly place: Place;
  readonly fill: Fill;
}

/** A kept request as it would be sent. `showsAll`: nothing outside of it can add a header. */
export const sentRequest = (kept: KeptRequest, showsAll: boolean, { place, fill }: Omit<Keeper, 'client'>): Request => {
  const headers = headersOf(kept).map(({ name, value }) => ({ name, value: fill(value) }));
  const { method, url, body } = kept;
  return {
    kind: 'request',
    place,
    complete: false,
    method: method.toUpperCase(),
    headers,
    ...(url === undefined ? {} : { url: fill(url) }),
    ...authorizationIn(headers, showsAll && kept.auth?.type === 'noauth'),
    ...(body === undefined ? {} : { body: fill(body) }),
  };
};

/** The requests that a kept one stands for: the one for its token, where its settings tell of one, and itself. */
export const sentRequests = (kept: KeptRequest, showsAll: boolean, keeper: Keeper): readonly Request[] => [
  ...tokenRequest(kept.auth, { ...keeper.place, what: `OAuth settings of ${keeper.client}` }, keeper.fill),
  sentRequest(kept, showsAll, keeper),
];
