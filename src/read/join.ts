import type { Incident, Piece, Redirect, Request, Response } from '../model/incident.ts';
import type { Secret } from '../model/secret.ts';
import { mergeRequests, mergeResponses, sameCall } from './merge.ts';
import { roleOf } from './request-role.ts';

/** A request with the answers that belong to it by their place. */
interface Exchange {
  readonly request: Request;
  readonly response?: Response;
}

const requestOfResponse = (response: Response): readonly Request[] => {
  const { url, method, place } = response;
  if (url === undefined) return [];
  const request: Request = { kind: 'request', place, complete: false, url, headers: [] };
  return [method === undefined ? request : { ...request, method }];
};

const isTokenAnswer = ({ body = '' }: Response): boolean =>
  /AADSTS\d|"error_description"|"(?:access|id)_token"|"token_type"|"error_codes"/.test(body);

interface Gathered {
  readonly exchanges: readonly Exchange[];
  /** Answers that belong to no request by their place. */
  readonly loose: readonly Response[];
}

const withRequest = (exchanges: Exchange[], request: Request): number => {
  const at = exchanges.findIndex((exchange) => sameCall(exchange.request, request));
  const there = exchanges[at];
  if (there === undefined) return exchanges.push({ request }) - 1;
  exchanges[at] = { ...there, request: mergeRequests(there.request, request) };
  return at;
};

const withResponse = (exchanges: Exchange[], at: number, response: Response): void => {
  const there = exchanges[at];
  if (there === undefined) return;
  const merged = there.response === undefined ? response : mergeResponses(there.response, response);
  exchanges[at] = { ...there, response: merged ?? there.response ?? response };
};

/** Puts every answer to the request before it in the same paste, or to the one whose URL it names. */
const gather = (pieces: readonly Piece[]): Gathered => {
  const exchanges: Exchange[] = [];
  const loose: Response[] = [];
  let last: { readonly at: number; readonly paste: number } | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'request') {
      last = { at: withRequest(exchanges, piece), paste: piece.place.paste };
    } else if (piece.kind === 'response') {
      const named = requestOfResponse(piece)[0];
      const at = named === undefined ? undefined : withRequest(exchanges, named);
      const before = last?.paste === piece.place.paste ? last.at : undefined;
      const owner = at ?? before;
      const fits = owner !== undefined && isTokenAnswer(piece) === (roleOf(exchanges[owner]?.request ?? { ...EMPTY }) === 'token');
      if (owner !== undefined && (at !== undefined || fits)) withResponse(exchanges, owner, piece);
      else loose.push(piece);
    }
  }
  return { exchanges, loose };
};

const EMPTY: Request = { kind: 'request', place: { paste: 0, line: 1, what: '' }, complete: false, headers: [] };

/** Answers that do not contradict each other, as one; of those that do, the first that failed counts. */
const mergeAll = (responses: readonly Response[]): Response | undefined => {
  const [first, ...others] = [...responses].sort((a, b) => Number(hasFailed(b)) - Number(hasFailed(a)));
  return first === undefined ? undefined : others.reduce((all, one) => mergeResponses(all, one) ?? all, first);
};

const hasFailed = (response: Response | undefined): boolean => (response?.status ?? 0) >= 400;

const withLoose = (exchange: Exchange | undefined, loose: readonly Response[]): Exchange | undefined => {
  const all = [...(exchange?.response === undefined ? [] : [exchange.response]), ...loose];
  const response = mergeAll(all);
  return exchange === undefined || response === undefined ? exchange : { ...exchange, response };
};

/** The call that failed, among those seen: the one with a failed answer, else with a bearer, else the last. */
const failingCalls = (calls: readonly Exchange[]): readonly Exchange[] => {
  const failed = calls.filter(({ response }) => hasFailed(response));
  if (failed.length > 0) return failed;
  const chosen =
    calls.find(({ response }) => response !== undefined) ??
    calls.findLast(({ request }) => request.bearer !== undefined) ??
    calls.findLast(({ request }) => request.method !== undefined) ??
    calls.at(-1);
  return chosen === undefined ? [] : [chosen];
};

const tokenExchange = (exchanges: readonly Exchange[]): Exchange | undefined => {
  const all = exchanges.filter(({ request }) => roleOf(request) === 'token');
  const [first, ...others] = [...all].sort((a, b) => Number(hasFailed(b.response)) - Number(hasFailed(a.response)));
  if (first === undefined) return undefined;
  return others.reduce((merged, { request, response }) => {
    const answer = response === undefined ? undefined : mergeAll([...(merged.response ? [merged.response] : []), response]);
    return { ...merged, request: mergeRequests(merged.request, request), ...(answer === undefined ? {} : { response: answer }) };
  }, first);
};

const present = <T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

type Parts = Pick<Incident, 'request' | 'response' | 'tokenRequest' | 'tokenResponse' | 'authorize' | 'redirect'>;

/**
 * Puts the pieces together. All that is pasted together is one failing call, unless several different calls each have
 * a failed answer of their own.
 */
export const joinPieces = (
  pieces: readonly Piece[],
  _secrets: readonly Secret[],
  texts: readonly string[],
): readonly Incident[] => {
  const { exchanges, loose } = gather(pieces);
  const looseToken = loose.filter(isTokenAnswer);
  const looseCall = loose.filter((response) => !isTokenAnswer(response));
  const token = withLoose(tokenExchange(exchanges), looseToken);
  const authorize = exchanges.find(({ request }) => roleOf(request) === 'authorize')?.request;
  const redirect = pieces.find((piece): piece is Redirect => piece.kind === 'redirect');
  const calls = failingCalls(exchanges.filter(({ request }) => roleOf(request) === 'call'));
  const shared = { tokenRequest: token?.request, tokenResponse: token?.response ?? mergeAll(looseToken), authorize, redirect };
  const text = texts.join('\n\n');
  const incident = (call: Exchange | undefined, response: Response | undefined): Incident => ({
    pieces,
    text,
    ...present<Parts>({ ...shared, request: call?.request, response }),
  });
  if (calls.length > 1) return calls.map((call) => incident(call, call.response));
  const call = calls[0];
  return pieces.length === 0 && text.trim() === '' ? [] : [incident(call, withLoose(call, looseCall)?.response ?? mergeAll(looseCall))];
};
