import type { JsonObject, Secret } from '../../model/secret.ts';
import { decodeBase64Url } from './base64url.ts';
import { looksRandom } from './looks-random.ts';

/** What can be seen of a JWT, JWE or a piece of one. */
export interface Jwt {
  readonly parts: number;
  readonly integrity: Exclude<Secret['integrity'], 'wrapped'>;
  readonly head?: JsonObject;
  readonly claims?: JsonObject;
}

const parseObject = (text: string): JsonObject | undefined => {
  // Most pieces of tokens are cut off, and failing to parse is slow.
  if (!text.trimEnd().endsWith('}')) return undefined;
  try {
    // Nothing but an object ends so.
    const object: JsonObject = JSON.parse(text);
    return object;
  } catch {
    return undefined;
  }
};

/** The object in base64url, as the header of a JWT is; undefined where it is none. */
export const decodeObject = (part: string): JsonObject | undefined => {
  const text = part === '' ? undefined : decodeBase64Url(part);
  return text === undefined ? undefined : parseObject(text);
};

/** The members of a JSON object that are whole, where the end of the text is missing. */
const decodeCut = (part: string): JsonObject | undefined => {
  const text = decodeBase64Url(part);
  if (text === undefined || !text.startsWith('{')) return undefined;
  let depth = 0;
  let quoted = false;
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') depth -= 1;
    else if (letter === ',' && depth === 1) last = at;
  }
  return last > 0 ? parseObject(`${text.slice(0, last)}}`) : undefined;
};

/** Characters of a signature by algorithm, at least: RSA keys of Entra have 2,048 bits. */
const SIGNATURES: ReadonlyMap<unknown, number> = new Map(
  Object.entries({
    RS256: 342,
    RS384: 342,
    RS512: 342,
    PS256: 342,
    ES256: 86,
    ES384: 128,
    HS256: 43,
    HS384: 64,
    HS512: 86,
  }),
);

/** How many characters the signature must have at least; 0 where the algorithm is not known. */
export const signatureLength = (head: JsonObject | undefined): number => SIGNATURES.get(head?.['alg']) ?? 0;

const SHORTEST_PIECE = 6;

/** People replace the signature by a word before they show a token: that is no token cut off by copying. */
const isStandIn = (signature: string): boolean =>
  signature.length > 0 && signature.length <= 64 && !looksRandom(signature, SHORTEST_PIECE);

/** Whether a header is that of an encrypted token. */
export const isEncrypted = (head: JsonObject | undefined): boolean => typeof head?.['enc'] === 'string';

const parts = (head: JsonObject | undefined, claims: JsonObject | undefined): Pick<Jwt, 'head' | 'claims'> => ({
  ...(head && { head }),
  ...(claims && { claims }),
});

/** What can be seen of a value that begins like a JWT. Never throws, and never fails: a ruin is described as one. */
export const readJwt = (value: string): Jwt => {
  const ellipsis = /(?:\.{3}|…|\*{3}|\[)/.exec(value);
  const pieces = (ellipsis ? value.slice(0, ellipsis.index) : value).split('.');
  const [first = '', second, third, ...more] = pieces;
  const head = decodeObject(first);
  if (more.length === 2) return { parts: 5, integrity: ellipsis ? 'cut-off' : 'whole', ...parts(head, undefined) };
  if (isEncrypted(head)) return { parts: pieces.length, integrity: 'cut-off', ...parts(head, undefined) };
  const claims = second === undefined ? undefined : decodeObject(second);
  if (third === undefined || ellipsis) {
    const seen = claims ?? (second === undefined ? undefined : decodeCut(second));
    return { parts: pieces.length, integrity: 'cut-off', ...parts(head ?? decodeCut(first), seen) };
  }
  if (!head || !claims || more.length > 0)
    return { parts: pieces.length, integrity: 'altered', ...parts(head, claims) };
  const short = third.length < signatureLength(head) && !isStandIn(third);
  return { parts: 3, integrity: short ? 'cut-off' : 'whole', head, claims };
};
