import type { Recognised } from '../model/diagnosis.ts';
import type { Place } from '../model/evidence.ts';
import type { EntraError, Header, Incident, Piece, Request, Response } from '../model/incident.ts';
import type { Secret } from '../model/secret.ts';
import { CODE_IN_TEXT } from './answer/answer-header.ts';
import { DECODED } from './entra/decoded-token.ts';
import { claimsAsked, claimsInHeader } from './http/claims-challenge.ts';
import { shownUrl } from './observe/observe-request.ts';
import { headerValue } from './syntax/header-value.ts';

const titleOf = (place: string): string => `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;

const short = (url: string): string =>
  shownUrl(url)
    .replace(/^https?:\/\//, '')
    .split(/[?#]/)[0] ?? '';

const requestLine = ({ place, method, url, operation }: Request): string => {
  const call = [method, url === undefined ? operation?.id : short(url)].filter((part) => part !== undefined).join(' ');
  return call === '' ? titleOf(place.what) : `${titleOf(place.what)}: ${call}`;
};

/** What the challenge of an answer asks for, where it stands in it as JSON. */
const challengeIn = (headers: readonly Header[]): string | undefined => {
  const challenge = headerValue(headers, 'www-authenticate');
  const asked = challenge === undefined ? undefined : claimsInHeader(challenge);
  return asked === undefined ? undefined : `claims challenge: ${asked}`;
};

const responseLine = ({ place, status, body, headers: all }: Response): string => {
  const headers = all.filter(({ name }) => !name.startsWith(CODE_IN_TEXT));
  const parts = [
    ...all.filter(({ name }) => name.startsWith(CODE_IN_TEXT)).map(({ value }) => value),
    status === undefined ? undefined : `status ${status}`,
    headers.length === 0 ? undefined : `${headers.length} header${headers.length === 1 ? '' : 's'}`,
    body === undefined ? undefined : body === '' ? 'empty body' : 'with body',
    challengeIn(all),
  ].filter((part) => part !== undefined && part !== place.what);
  return parts.length === 0 ? titleOf(place.what) : `${titleOf(place.what)}: ${parts.join(', ')}`;
};

const entraLine = ({ codes, error }: EntraError): string =>
  codes.length > 0
    ? `Entra error: ${codes.map((code) => `AADSTS${code}`).join(', ')}`
    : `Entra error: ${error ?? 'text'}`;

const NAMES: Readonly<Record<string, string>> = {
  scope: 'Scope',
  resource: 'Resource',
  authority: 'Authority',
  tenant: 'Tenant',
  'default-tenant': 'Tenant, as the command names none',
  'client-id': 'Client id',
  grant: 'Grant',
  'redirect-uri': 'Redirect URI',
  'embed-token-type': 'Token type of the embed configuration',
  'granted-scopes': 'Scopes granted with the token',
};

/** The life of a token in words; undefined where it does not say. */
const lifeOf = ({ claims }: Secret): string | undefined => {
  const [start, end] = [claims?.['nbf'] ?? claims?.['iat'], claims?.['exp']];
  return typeof start === 'number' && typeof end === 'number' ? `${Math.round((end - start) / 60)} min` : undefined;
};

const callerOf = ({ claims }: Secret): string | undefined => {
  if (claims === undefined) return undefined;
  if (claims['idtyp'] === 'app') return 'app';
  return typeof claims['scp'] === 'string' ? 'user' : undefined;
};

const INTEGRITY: Readonly<Record<Secret['integrity'], string | undefined>> = {
  whole: undefined,
  'cut-off': 'cut off',
  wrapped: 'with line breaks or blanks inside',
  altered: 'does not decode',
};

const secretLine = (secret: Secret): string => {
  const asked = secret.head === undefined ? undefined : claimsAsked(secret.head);
  if (asked !== undefined) return `Claims challenge: ${asked}`;
  const words = secret.kind.replaceAll('-', ' ');
  const parts =
    secret.mask !== undefined
      ? [secret.isExpression === true ? 'from a variable or a command' : 'masked']
      : secret.claims === undefined
        ? [`${secret.length} characters`, INTEGRITY[secret.integrity]]
        : [callerOf(secret), lifeOf(secret), INTEGRITY[secret.integrity]];
  return [titleOf(words), ...parts.filter((part) => part !== undefined)].join(', ');
};

const pieceLine = (piece: Piece): string | undefined => {
  switch (piece.kind) {
    case 'request':
      return requestLine(piece);
    case 'response':
      return responseLine(piece);
    case 'redirect':
      return `Redirect URL with ${[...piece.fields.keys()].join(', ')}`;
    case 'entra-error':
      return entraLine(piece);
    case 'setting':
      return `${NAMES[piece.name] ?? piece.name}: ${shownUrl(piece.value)}`;
    case 'credential':
      return piece.secret === DECODED ? titleOf(piece.place.what) : undefined;
  }
};

/** As many lines as anybody reads. A log of a day names thousands of URLs. */
const MOST_LINES = 30;

const distinct = (lines: readonly Recognised[]): readonly Recognised[] => {
  const seen = new Set<string>();
  return lines.filter(({ what, place }) => {
    const key = `${place.paste}:${what}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
};

const shortened = (lines: readonly Recognised[]): readonly Recognised[] => {
  const first = lines[MOST_LINES];
  if (first === undefined) return lines;
  const left = lines.length - MOST_LINES;
  return [
    ...lines.slice(0, MOST_LINES),
    { what: `and ${left} more ${left === 1 ? 'thing' : 'things'}`, place: first.place },
  ];
};

interface Lines {
  readonly pieces: readonly Recognised[];
  /** Where each credential that stands by itself was seen first. */
  readonly loose: ReadonlyMap<number, Place>;
}

/** All failing calls of a paste share its pieces. */
const known = new WeakMap<readonly Piece[], Lines>();

const linesOf = (pieces: readonly Piece[]): Lines => {
  const lines = pieces.flatMap((piece): readonly Recognised[] => {
    const what = pieceLine(piece);
    return what === undefined ? [] : [{ what, place: piece.place }];
  });
  const stood = pieces.flatMap((piece) => (piece.kind === 'credential' ? [[piece.secret, piece.place] as const] : []));
  return { pieces: shortened(distinct(lines)), loose: new Map(stood.toReversed()) };
};

/** What was recognised, one line each, in the order of the text; credentials last, each once. */
export const recognisedIn = ({ pieces }: Incident, secrets: readonly Secret[]): readonly Recognised[] => {
  const lines = known.get(pieces) ?? linesOf(pieces);
  known.set(pieces, lines);
  const start = { paste: 0, line: 1, what: 'credential' };
  const credentials = secrets.map(
    (secret): Recognised => ({ what: secretLine(secret), place: lines.loose.get(secret.id) ?? start }),
  );
  return [...lines.pieces, ...shortened(distinct(credentials))];
};
