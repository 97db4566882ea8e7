import type { LooseCredential } from '../../model/incident.ts';
import type { JsonObject, Secret } from '../../model/secret.ts';
import { describeClaims } from '../../redact/describe.ts';
import { type FoundJson, findJson } from '../syntax/json.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

/** The id of a token that was pasted decoded: no secret, so no secret has it. */
export const DECODED = 0;

const CLAIMS = ['iss', 'exp', 'iat', 'nbf', 'appid', 'azp', 'tid', 'scp', 'roles', 'oid', 'sub', 'ver', 'uti', 'idtyp'];

/** Claims that only a token of Entra has; people paste these few and leave out the rest. */
const TELLING = ['iss', 'scp', 'wids', 'idtyp', 'uti'];

/** The issuers of Entra: no configuration of an API shortens the word to `iss`. */
const ENTRA_ISSUER =
  /^https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn)\//;

/** `aud` beside the scopes, or beside an issuer of Entra: what people show who ask about just these. */
const isExtract = ({ value }: FoundJson): boolean =>
  typeof value['aud'] === 'string' &&
  (typeof value['scp'] === 'string' || (typeof value['iss'] === 'string' && ENTRA_ISSUER.test(value['iss'])));

/** Claims that tell an access token from an id token. */
const KIND = ['scp', 'roles', 'idtyp', 'appid', 'azp', 'nonce', 'preferred_username'];

/** Whether the few claims that are shown stand in both kinds of tokens. */
const isOfEither = (found: FoundJson): boolean =>
  !isClaims(found) && !KIND.some((name) => Object.hasOwn(found.value, name));

/** `aud` and a few more claims: no configuration and no answer has these names side by side. */
const isClaims = ({ value }: FoundJson): boolean =>
  typeof value['aud'] === 'string' &&
  (typeof value['exp'] === 'number' || TELLING.some((name) => Object.hasOwn(value, name))) &&
  CLAIMS.filter((name) => Object.hasOwn(value, name)).length >= 3;

const isHead = ({ value }: FoundJson): boolean => typeof value['alg'] === 'string' && !Object.hasOwn(value, 'aud');

const decodedIn = (text: string): readonly FoundJson[] =>
  /["']?\baud["']?\s{0,5}:/.test(text) ? findJson(text).filter((found) => isClaims(found) || isExtract(found)) : [];

/** The header that stands right before the claims, as web pages that decode tokens show it. */
const headBefore = (text: string, claims: FoundJson): JsonObject | undefined => {
  const start = Math.max(0, claims.from - 600);
  const before = findJson(text.slice(start, claims.from)).at(-1);
  const near = before !== undefined && claims.from - start - before.to <= 60;
  return near && isHead(before) ? before.value : undefined;
};

/** What every token of Entra holds. Where one of them is gone, somebody shortened the claims. */
const ALWAYS = ['iss', 'iat', 'nbf', 'exp', 'sub', 'ver', 'tid'];

const isWhole = ({ value, closed, text }: FoundJson): boolean =>
  closed && ALWAYS.every((name) => Object.hasOwn(value, name)) && !/\.{3}\s|…/.test(text);

const same = (a: FoundJson, b: FoundJson): boolean => JSON.stringify(a.value) === JSON.stringify(b.value);

/**
 * The token whose claims stand decoded in a text, described like one that was pasted; undefined where there is none or
 * more than one. It says nothing of the letters of the token: nobody saw them.
 */
export const decodedToken = (text: string): Secret | undefined => {
  const [first, ...others] = decodedIn(text);
  if (first === undefined || others.some((other) => !same(first, other))) return undefined;
  const head = headBefore(text, first);
  return {
    id: DECODED,
    ...describeClaims(first.value),
    ...(isOfEither(first) ? { rivals: ['id-token'] as const } : {}),
    fields: ['alone'],
    length: 0,
    integrity: isWhole(first) ? 'whole' : 'cut-off',
    ...(head === undefined ? {} : { head }),
  };
};

/** Takes decoded claims out of the text, so that `iss` and `appid` are not read as settings. */
export const decodedTokenReader: Reader = {
  id: 'decoded-token',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const claims = decodedIn(text);
    if (claims.length === 0) return [];
    const place = placerOf(text, paste);
    return claims.map(({ from, to }) => {
      const piece: LooseCredential = { kind: 'credential', place: place(from, 'decoded token'), secret: DECODED };
      return { piece, from, to };
    });
  },
};
