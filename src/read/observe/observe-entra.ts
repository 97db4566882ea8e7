import type { Facts } from '../../facts/evidence.ts';
import type { EntraError, Incident } from '../../model/incident.ts';
import { entraReader } from '../entra/entra.ts';
import { appIdShape, NAMED_IN_TEXT } from '../entra/entra-names.ts';
import { wholeName } from '../syntax/cut-name.ts';
import { type FoundJson, findJson, textField } from '../syntax/json.ts';
import { percentDecoded } from '../syntax/url.ts';
import { apisOf, scopeFormOf, scopesIn } from '../token-request/scope-form.ts';

/** What a source says of a sign-in error; the codes it names, and its words. */
type Said = Omit<EntraError, 'kind' | 'place'>;

/**
 * Codes that only wrap another one, or say that the request failed: any other code of the same incident tells more.
 * 70002 and 50012 nest the real code in their text; 70000, 50013 and 90023 name a family. Among wrappers the inner one counts.
 */
const WRAPPERS: ReadonlySet<number> = new Set([70002, 50012, 50013, 70000, 90023]);

/** Steps of a sign-in that goes on: nobody is signed in yet, so a page is shown; the device code waits for the person. */
const STEPS: ReadonlySet<number> = new Set([50058, 160021, 70016]);

/** The code that tells why: of several the first that is no wrapper and no step. */
const decisive = (codes: readonly number[]): number | undefined => {
  const telling = codes.filter((one) => !WRAPPERS.has(one));
  return telling.find((one) => !STEPS.has(one)) ?? telling[0] ?? codes.at(-1);
};

/** Whether Entra said two things that do not belong together: of two sign-ins nobody tells which one is asked about. */
const isSaidApart = (said: readonly Said[]): boolean => {
  const lists = said
    .map(({ codes }) => codes.filter((one) => !WRAPPERS.has(one) && !STEPS.has(one)))
    .filter((codes) => codes.length > 0);
  return lists.some((codes) => !codes.some((code) => lists[0]?.includes(code)));
};

const isEntraError = (piece: { readonly kind: string }): piece is EntraError => piece.kind === 'entra-error';

/** An OAuth error and its neighbours, from the fields of a redirect or of a body. */
const saidIn = (field: (name: string) => string | undefined): Said | undefined => {
  const error = field('error');
  const description = field('error_description') ?? '';
  if (error === undefined && description === '') return undefined;
  const read = entraReader
    .read(description, 0)
    .map(({ piece }) => piece)
    .filter(isEntraError);
  const suberror = field('suberror') ?? field('error_subcode');
  const [traceId, correlationId, timestamp] = [field('trace_id'), field('correlation_id'), field('timestamp')];
  return {
    codes: read.flatMap(({ codes }) => codes),
    text: description,
    ...(error === undefined || !/^[a-z_]{3,60}$/.test(error) ? {} : { error }),
    ...(suberror === undefined ? {} : { suberror }),
    ...(traceId === undefined ? {} : { traceId }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(timestamp === undefined ? {} : { timestamp }),
  };
};

const isSignInBody = ({ value }: FoundJson): boolean => textField(value, 'error_description') !== undefined;

/** Everything that Entra said in an incident: the errors that stood in text first, then redirect and bodies. */
const everythingSaid = (incident: Incident): readonly Said[] => {
  const { redirect, response, tokenResponse } = incident;
  const bodies = [tokenResponse?.body, response?.body].flatMap((body) =>
    body === undefined ? [] : findJson(body).filter(isSignInBody),
  );
  const said = [
    redirect === undefined
      ? undefined
      : saidIn((name) => {
          const value = redirect.fields.get(name);
          return value === undefined ? undefined : percentDecoded(value.replaceAll('+', ' '));
        }),
    ...bodies.map(({ value }) => saidIn((name) => textField(value, name))),
  ];
  return [...incident.pieces.filter(isEntraError), ...said.filter((one) => one !== undefined)];
};

const first = <K extends keyof Said>(said: readonly Said[], name: K): Said[K] | undefined =>
  said.map((one) => one[name]).find((value) => value !== undefined && value !== '');

/** What Entra misses in requests; a log may end in the middle of the name. */
const PARAMETERS = [
  ...['grant_type', 'client_id', 'client_secret', 'client_assertion', 'code', 'code_verifier', 'redirect_uri'],
  ...['refresh_token', 'response_type', 'username', 'password', 'scope', 'resource', 'assertion', 'device_code'],
];

const parameterOf = (value: string): string => wholeName(value.replaceAll("'", '').toLowerCase(), PARAMETERS);

/** What the texts name: applications, resources, tenants, addresses. */
const namesIn = (text: string): Facts => {
  const found = Object.entries(NAMED_IN_TEXT).flatMap(([path, patterns]) => {
    const value = patterns.map((pattern) => pattern.exec(text)?.[1]).find((match) => match !== undefined);
    if (value === undefined) return [];
    const named = path === 'entra.parameter' ? parameterOf(value) : value;
    return [[path, named.trim()]];
  });
  return Object.fromEntries(found) as Facts;
};

const shapeOf = (names: Facts): Facts => {
  const id = names['entra.app-id'];
  return typeof id === 'string' ? { 'entra.app-id-shape': appIdShape(id) } : {};
};

/** That the scopes which an error quotes are of several APIs, or of none, whatever else the paste shows of the request. */
const listedIn = ({ 'entra.scope': quoted }: Facts): Facts => {
  const scopes = typeof quoted === 'string' ? scopesIn(quoted) : [];
  if (apisOf(scopes).size > 1) return { 'token-request.listed-apis': 'several' };
  return scopes.length > 1 && scopeFormOf(scopes, false) === 'bare-default'
    ? { 'token-request.scope-form': 'bare-default' }
    : {};
};

/** The facts that are one value of what was said. */
const SINGLE = {
  'entra.error': 'error',
  'entra.suberror': 'suberror',
  'entra.trace-id': 'traceId',
  'entra.correlation-id': 'correlationId',
  'entra.timestamp': 'timestamp',
  'policy.conditional-access': 'policies',
  'caller.guest': 'isGuest',
} as const satisfies Record<string, keyof Said>;

/** What Entra said when it gave no token. */
export const entraFacts = (incident: Incident): Facts => {
  const said = everythingSaid(incident);
  if (said.length === 0) return {};
  const codes = [...new Set(said.flatMap((one) => one.codes))];
  const code = decisive(codes);
  const text = [...new Set(said.map((one) => one.text).filter((one) => one !== ''))].join('\n');
  const single = Object.entries(SINGLE).flatMap(([path, name]) => {
    const value = first(said, name);
    return value === undefined ? [] : [[path, value]];
  });
  const names = namesIn(text.replace(/[‘’]/g, "'"));
  return {
    ...(codes.length === 0 ? {} : { 'entra.codes': codes }),
    ...(code === undefined ? {} : { 'entra.code': code }),
    ...(isSaidApart(said) && { 'entra.said-apart': true }),
    ...(text === '' ? {} : { 'entra.text': text }),
    ...(Object.fromEntries(single) as Facts),
    ...names,
    ...shapeOf(names),
    ...listedIn(names),
  };
};
