import type { Notice } from '../model/evidence.ts';
import type { Incident, Piece, Reading, Redirect, Request, Response } from '../model/incident.ts';
import { type Exchange, exchangesIn, hasFailed, isServiceError, isTokenAnswer } from './exchange.ts';
import { mergeRequests, mergeResponses } from './merge.ts';
import { roleOf } from './request-role.ts';
import { isDiscoveryPath } from './syntax/sign-in-host.ts';
import { splitUrl } from './syntax/url.ts';

/** More failing calls than this in one paste are a log; the first ones stand for all. */
const MOST_INCIDENTS = 10;

/** Answers that do not contradict each other, as one; of those that do, the first that failed counts. */
const mergeAll = (responses: readonly Response[]): Response | undefined => {
  const [first, ...others] = [...responses].sort((a, b) => Number(hasFailed(b)) - Number(hasFailed(a)));
  return first === undefined ? undefined : others.reduce((all, one) => mergeResponses(all, one) ?? all, first);
};

/** The operation of a call: its method and path without ids, so that a loop over items is one failure. */
const operationOf = ({ method = '', url = '' }: Request): string => {
  const { host, path } = splitUrl(url);
  return `${method} ${host}${path.toLowerCase().replace(/[0-9a-fx]{6,14}(?:-[0-9a-fx]{3,14}){3,5}/g, '{}')}`;
};

const oneOfEachKind = (calls: readonly Exchange[]): readonly Exchange[] => {
  const byKind = new Map<string, Exchange>();
  for (const call of calls) {
    const kind = `${operationOf(call.request)} ${call.response?.status}`;
    if (!byKind.has(kind)) byKind.set(kind, call);
  }
  return [...byKind.values()];
};

/**
 * The call that failed, among those seen: those with a failed answer of their own, without those that a retry brought
 * through if any other is left; else one that did not succeed,
 * preferably one with a bearer or at least a method, and none that is said to work.
 */
const failingCalls = (calls: readonly Exchange[]): readonly Exchange[] => {
  const failed = calls.filter(({ response }) => hasFailed(response));
  const left = failed.filter(({ recovered }) => recovered !== true);
  if (failed.length > 0) return oneOfEachKind(left.length > 0 ? left : failed);
  const open = calls.filter(({ response }) => response?.status === undefined);
  const refusable = open.filter(({ request }) => request.works !== true);
  const among = [refusable, open, calls].find((some) => some.length > 0) ?? calls;
  const chosen =
    among.find(({ response }) => response !== undefined) ??
    among.findLast(({ request }) => request.bearer !== undefined) ??
    among.findLast(({ request }) => request.method !== undefined) ??
    among.at(-1);
  return chosen === undefined ? [] : [chosen];
};

/** How much stands on a request for a token: one with a failed answer first, then one whose URL and body stand together. */
const rankOf = ({ request, response }: Exchange): number =>
  (hasFailed(response) ? 2 : 0) + (request.url !== undefined && request.body !== undefined ? 1 : 0);

/** A look-up of the tenant that went well: what comes after it is the request for the token. */
const isPassedLookUp = ({ request: { url = '' }, response }: Exchange): boolean =>
  isDiscoveryPath(splitUrl(url).path) && response?.status !== undefined && !hasFailed(response);

/** All requests for a token as one: people paste the request, its URL and its body apart. */
const tokenExchange = (exchanges: readonly Exchange[]): Exchange | undefined => {
  const asked = exchanges.filter(({ request }) => roleOf(request) === 'token');
  const left = asked.filter((exchange) => !isPassedLookUp(exchange));
  const all = left.length > 0 ? left : asked;
  const [first, ...others] = [...all].sort((a, b) => rankOf(b) - rankOf(a));
  if (first === undefined) return undefined;
  const request = others.reduce((merged, other) => mergeRequests(merged, other.request), first.request);
  const response = mergeAll(all.flatMap((exchange) => exchange.response ?? []));
  return response === undefined ? { request } : { request, response };
};

/**
 * A bare 403 behind the address of the token endpoint: that endpoint answers 400 or 401, so people who write of both in
 * one breath mean the API with it.
 */
const hasStrayAnswer = ({ request, response }: Exchange): boolean =>
  roleOf(request) === 'token' && response?.status === 403 && response.body === undefined;

/** Whether nothing but a status is known of an answer, which the words of a text named. */
const isBareStatus = ({ headers, body, url, place }: Response): boolean =>
  url === undefined && body === undefined && headers.length === 0 && place.what.startsWith('status ');

/**
 * Whether a bare status tells once more how the request for the token ended, which was seen: without a token no API was
 * called that could have answered.
 */
const repeats = (token: Exchange | undefined, response: Response): boolean => {
  const answer = token?.response;
  const isSeen = answer !== undefined && hasFailed(answer) && !answer.place.what.startsWith('status ');
  return isSeen && isBareStatus(response) && response.status === answer.status;
};

/** Lines from a status to the body that it came with, as in `Status: 400 (Bad Request)`, `Content:`, `{...}`. */
const LINES_DOWN = [1, 2, 3, 4];

/** Whether an answer of Entra ID that has no status of its own stands right below; a log may hold thousands. */
const aboveAnswersIn = (responses: readonly Response[]): ((status: Response) => boolean) => {
  const open = responses.filter((response) => response.status === undefined && isTokenAnswer(response));
  const places = new Set(open.map(({ place }) => `${place.paste}:${place.line}`));
  return ({ place }) => LINES_DOWN.some((down) => places.has(`${place.paste}:${place.line + down}`));
};

type Parts = Pick<Incident, 'request' | 'response' | 'tokenRequest' | 'tokenResponse' | 'authorize' | 'redirect'>;

const present = (parts: { readonly [K in keyof Parts]: Parts[K] | undefined }): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

/** Splits the loose answers: those of Entra ID, and those of the API. */
const sortLoose = (loose: readonly Response[], stoppedAtEntra: boolean, token: Exchange | undefined) => {
  const isAboveAnswer = aboveAnswersIn(loose);
  const isOfEntra = (response: Response): boolean =>
    isTokenAnswer(response) ||
    repeats(token, response) ||
    (isBareStatus(response) && isAboveAnswer(response)) ||
    (stoppedAtEntra && !isServiceError(response));
  return { ofEntra: loose.filter(isOfEntra), ofApi: loose.filter((response) => !isOfEntra(response)) };
};

/** What tells a call: its URL; where none shows one, the operation that a library names, if it is one. */
const isSeenAmong = (all: readonly Exchange[]): ((exchange: Exchange) => boolean) => {
  if (all.some(({ request }) => request.url !== undefined)) return ({ request }) => request.url !== undefined;
  const ids = new Set(all.flatMap(({ request }) => request.operation?.id ?? []));
  return ({ request }) => request.operation !== undefined && ids.size <= 1;
};

/** The call with a header that was pasted apart from it; of several headers nobody knows which was sent. */
const withHeader = (request: Request | undefined, headers: readonly Request[]): Request | undefined => {
  const [header, ...others] = headers;
  if (header === undefined || others.length > 0) return request;
  return request === undefined ? header : mergeRequests(request, header);
};

/** Says that calls were left out: silence would read as if they had worked. */
const leftOut = (count: number): readonly Notice[] =>
  count <= 0
    ? []
    : [
        {
          code: 'several-values',
          text: `${count} more different failing ${count === 1 ? 'call was' : 'calls were'} left out: only the first ${MOST_INCIDENTS} are explained.`,
        },
      ];

/** The failing calls, and what to say of those that were too many. */
type Joined = Pick<Reading, 'incidents' | 'notices'>;

/**
 * Puts the pieces together. All that is pasted together is one failing call, unless several different calls each have
 * a failed answer of their own.
 */
export const joinPieces = (pieces: readonly Piece[], texts: readonly string[]): Joined => {
  const text = texts.join('\n\n');
  if (pieces.length === 0 && text.trim() === '') return { incidents: [], notices: [] };
  const found = exchangesIn(pieces);
  const stray = found.exchanges.filter(hasStrayAnswer);
  const exchanges = found.exchanges.map((one) => (stray.includes(one) ? { request: one.request } : one));
  const loose = [...found.loose, ...stray.flatMap(({ response }) => response ?? [])];
  const all = exchanges.filter(({ request }) => roleOf(request) === 'call');
  const isSeen = isSeenAmong(all);
  const seen = all.filter(isSeen);
  const unseen = all.filter((exchange) => !isSeen(exchange));
  const headers = unseen.flatMap(({ request }) => (request.operation === undefined ? request : []));
  const stoppedAtEntra =
    seen.every(({ request }) => request.url === undefined) && pieces.some(({ kind }) => kind === 'entra-error');
  const token = tokenExchange(exchanges);
  const { ofEntra, ofApi } = sortLoose(loose, stoppedAtEntra, token);
  const shared = {
    tokenRequest: token?.request,
    tokenResponse: mergeAll([...(token?.response === undefined ? [] : [token.response]), ...ofEntra]),
    authorize: exchanges.find(({ request }) => roleOf(request) === 'authorize')?.request,
    redirect: pieces.find((piece): piece is Redirect => piece.kind === 'redirect'),
  };
  const incident = (request: Request | undefined, response: Response | undefined): Incident => ({
    pieces,
    text,
    ...present({ ...shared, request, response }),
  });
  const calls = failingCalls(seen);
  if (calls.length > 1)
    return {
      incidents: calls.slice(0, MOST_INCIDENTS).map(({ request, response }) => incident(request, response)),
      notices: leftOut(calls.length - MOST_INCIDENTS),
    };
  const [call] = calls;
  const own = call?.response === undefined ? [] : [call.response];
  // An answer behind a header that was pasted apart is the answer to the call.
  const response = mergeAll([...own, ...ofApi, ...unseen.flatMap((exchange) => exchange.response ?? [])]);
  return { incidents: [incident(withHeader(call?.request, headers), response)], notices: [] };
};
