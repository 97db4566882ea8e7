import type { ValueOf } from '../../facts/catalog.ts';
import type { Facts } from '../../facts/evidence.ts';
import type { Incident, Redirect, Setting } from '../../model/incident.ts';
import type { Secret } from '../../model/secret.ts';
import { tenantIn } from '../syntax/sign-in-host.ts';
import { percentDecoded, splitUrl } from '../syntax/url.ts';
import { onlyOne } from '../text/only-one.ts';
import { tenantKindOf } from '../token-request/tenant-kind.ts';
import { parametersOf } from './observe-token-request.ts';

const authorizeFacts = (url: string): Facts => {
  const { path, query } = splitUrl(url);
  const value = (name: string): string | undefined => {
    const raw = query.get(name);
    return raw === undefined || /(?:\.{3}|…)$/.test(raw) ? undefined : percentDecoded(raw.replaceAll('+', ' '));
  };
  const [type, redirect, prompt] = [value('response_type'), value('redirect_uri'), value('prompt')];
  return {
    'sign-in.tenant-kind': tenantKindOf(tenantIn(path)),
    ...(type === undefined ? {} : { 'sign-in.response-type': type }),
    ...(redirect === undefined ? {} : { 'sign-in.redirect-uri': redirect }),
    ...(prompt === undefined ? {} : { 'sign-in.prompt': prompt }),
  };
};

const returnedBy = (redirect: Redirect): ValueOf<'sign-in.returned'> => {
  if (redirect.fields.has('error')) return 'error';
  return redirect.fields.has('code') ? 'code' : 'token';
};

/** A code can only come from a sign-in, wherever it stands now. */
const hasCode = (secrets: readonly Secret[]): boolean =>
  secrets.some(({ kind, fields }) => kind === 'authorization-code' && fields.includes('code'));

const hasAccessToken = (secrets: readonly Secret[]): boolean =>
  secrets.some(({ kind, claims }) => kind === 'access-token' && claims !== undefined);

/** What the scripts of an embedded report sent counts; the scheme names the type that they were given. */
const embedType = (incident: Incident): ValueOf<'embed.token-type'> | undefined => {
  if (incident.request?.authorization === 'embed-token') return 'embed';
  const types = incident.pieces
    .filter((piece): piece is Setting => piece.kind === 'setting' && piece.name === 'embed-token-type')
    .map(({ value }) => value);
  const type = onlyOne(types);
  return (['aad', 'embed', 'missing'] as const).find((value) => value === type);
};

/** Both legs of the sign-in must name the same redirect URI, to the letter. */
const redirectMatches = (incident: Incident, authorize: Facts): boolean | undefined => {
  const first = authorize['sign-in.redirect-uri'];
  const { tokenRequest } = incident;
  const second = tokenRequest === undefined ? undefined : parametersOf(tokenRequest).fields.get('redirect_uri');
  return first === undefined || first === null || second === undefined ? undefined : first === second;
};

/** What is known of the sign-in: the authorize request, what came back, whether a token was issued. */
export const signInFacts = (incident: Incident, secrets: readonly Secret[]): Facts => {
  const { authorize, redirect } = incident;
  const asked = authorize?.url === undefined ? {} : authorizeFacts(authorize.url);
  const matches = redirectMatches(incident, asked);
  const type = embedType(incident);
  const returned = redirect !== undefined ? returnedBy(redirect) : hasCode(secrets) ? 'code' : undefined;
  return {
    ...asked,
    ...(returned === undefined ? {} : { 'sign-in.returned': returned }),
    ...(matches === undefined ? {} : { 'sign-in.redirect-matches': matches }),
    ...(hasAccessToken(secrets) ? { 'sign-in.got-token': true } : {}),
    ...(type === undefined ? {} : { 'embed.token-type': type }),
  };
};
