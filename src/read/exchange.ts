import type { Piece, Request, Response } from '../model/incident.ts';
import { OF_TOKEN_ANSWER } from './answer/answer-json.ts';
import { callKey, mergeRequests, mergeResponses, sameMethod } from './merge.ts';
import { roleOf } from './request-role.ts';

/** A request with the answer that belongs to it by its place. */
export interface Exchange {
  readonly request: Request;
  readonly response?: Response;
  /** The same call was refused first and taken later. */
  readonly recovered?: true;
}

/** The requests of a text, each once, and the answers that belong to none of them by their place. */
export interface Exchanges {
  readonly exchanges: readonly Exchange[];
  readonly loose: readonly Response[];
}

/** Whether a call was refused. */
export const hasFailed = (response: Response | undefined): boolean => (response?.status ?? 0) >= 400;

/** Whether an answer is one of Entra ID: a token, or no token. */
export const isTokenAnswer = ({ body = '' }: Response): boolean =>
  /AADSTS\d|"error_description"|"(?:access|id)_token"|"token_type"|"error_codes"/.test(body);

/** Whether an answer is an error of the API itself, so that a token was got before. */
export const isServiceError = ({ headers, body = '', url }: Response): boolean =>
  url !== undefined ||
  /"(?:errorCode|pbi\.error|requestId|code)"\s{0,5}:/.test(body) ||
  headers.some(({ name }) => /^(?:x-powerbi|x-ms-root|requestid|error-code-in-text)/i.test(name));

const namedIn = ({ url, method, place }: Response): Request | undefined => {
  if (url === undefined) return undefined;
  const request: Request = { kind: 'request', place, complete: false, url, headers: [] };
  return method === undefined ? request : { ...request, method };
};

/** Refusals that pass by themselves. */
const isPassing = ({ status = 0 }: Response): boolean => status === 429 || status >= 500;

/**
 * Two answers to one request: as one where they agree; else the refusal, which a retry or a redirect surrounds. Of two
 * refusals the later one is what the caller was left with, be it that it passes by itself.
 */
const bothAnswers = (a: Response, b: Response): Response => {
  const merged = mergeResponses(a, b);
  if (merged !== undefined) return merged;
  if (hasFailed(a) !== hasFailed(b)) return hasFailed(a) ? a : b;
  return a.status !== undefined && b.status !== undefined && isPassing(b) <= isPassing(a) ? b : a;
};

/** Whether nothing but a status is known of an answer. */
const isBare = ({ headers, body }: Response): boolean => headers.length === 0 && body === undefined;

/** Whether an answer right after a request can be the answer to it; where Entra gave a token, a bare refusal is not its own. */
const fits = (request: Request, response: Response, gotToken: boolean): boolean => {
  const role = roleOf(request);
  if (role === 'authorize') return false;
  if (role === 'call') return !isTokenAnswer(response);
  if (gotToken && isBare(response) && hasFailed(response)) return false;
  return isTokenAnswer(response) || !isServiceError(response);
};

/** Exchanges while they are gathered, with their places by {@link callKey}: a log may hold thousands. */
interface Gathering {
  readonly exchanges: Exchange[];
  readonly byKey: Map<string, readonly number[]>;
  /** How each was seen last: a retry may carry another token. */
  readonly latest: Map<number, Request>;
  /** Those that were asked for a token after a request without one: what comes next is the answer that counts. */
  readonly challenged: Set<number>;
  /** An answer with a token was seen. */
  readonly gotToken: boolean;
}

/** Adds a sighting to its request, or as a new one; gives its index. */
const see = ({ exchanges, byKey, latest }: Gathering, request: Request): number => {
  const key = callKey(request);
  const alike = key === undefined ? [] : (byKey.get(key) ?? []);
  const at = alike.find((one) => sameMethod(exchanges[one]?.request, request));
  const there = at === undefined ? undefined : exchanges[at];
  if (at !== undefined && there !== undefined) {
    exchanges[at] = { ...there, request: mergeRequests(there.request, request) };
    latest.set(at, request);
    return at;
  }
  if (key !== undefined) byKey.set(key, [...alike, exchanges.length]);
  return exchanges.push({ request }) - 1;
};

/**
 * Whether an answer is a challenge to a request that was seen to bear no token: Office and other clients ask like that
 * first (https://www.rfc-editor.org/rfc/rfc9110#name-401-unauthorized).
 */
const isChallenge = ({ bearer, headers }: Request, { status, headers: answered }: Response): boolean =>
  status === 401 &&
  bearer === undefined &&
  headers.length > 0 &&
  answered.some(({ name }) => name.toLowerCase() === 'www-authenticate');

const isTaken = ({ status = 0 }: Response): boolean => status >= 200 && status < 300;

/** The request as it was made last, where that shows with which token. */
const asRetried = (request: Request, { bearer, authorization }: Request): Request =>
  bearer === undefined || authorization === undefined ? request : { ...request, bearer, authorization };

/** Adds an answer to the request that it names, or else to the one before it; false where it fits none. */
const answer = (gathering: Gathering, response: Response, before: number | undefined): boolean => {
  const named = namedIn(response);
  const at = named === undefined ? before : see(gathering, named);
  const owner = at === undefined ? undefined : gathering.exchanges[at];
  if (at === undefined || owner === undefined) return false;
  if (named === undefined && !fits(owner.request, response, gathering.gotToken)) return false;
  const isMet = gathering.challenged.delete(at) && owner.request.bearer !== undefined;
  const both = owner.response === undefined || isMet ? response : bothAnswers(owner.response, response);
  if (owner.response === undefined && isChallenge(owner.request, response)) gathering.challenged.add(at);
  const retried = owner.response !== undefined && both === response ? gathering.latest.get(at) : undefined;
  const recovered = owner.recovered === true || (hasFailed(owner.response) && isTaken(response));
  gathering.exchanges[at] = {
    request: retried === undefined ? owner.request : asRetried(owner.request, retried),
    response: both,
    ...(recovered && { recovered }),
  };
  return true;
};

/** Puts sightings of one request together, and every answer to the request before it or to the one that it names. */
export const exchangesIn = (pieces: readonly Piece[]): Exchanges => {
  const gotToken = pieces.some(({ kind, place }) => kind === 'credential' && place.what.endsWith(OF_TOKEN_ANSWER));
  const gathering: Gathering = { exchanges: [], byKey: new Map(), latest: new Map(), challenged: new Set(), gotToken };
  const loose: Response[] = [];
  let last: { readonly at: number; readonly paste: number } | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'request') {
      const at = see(gathering, piece);
      // What is said to work is spoken of in passing: the answer that follows is not its own.
      if (piece.works !== true || last === undefined) last = { at, paste: piece.place.paste };
    }
    if (piece.kind !== 'response') continue;
    const before = last?.paste === piece.place.paste ? last.at : undefined;
    if (!answer(gathering, piece, before)) loose.push(piece);
  }
  return { exchanges: gathering.exchanges, loose };
};
