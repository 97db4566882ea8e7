import type { Found } from '../text/found.ts';
import { decodeObject, isEncrypted, signatureLength } from '../text/jwt.ts';
import { matchAt } from '../text/match-at.ts';

const LETTERS = /[A-Za-z0-9_-]*={0,2}/y;
const ELLIPSIS = /(?:\.{3,}|…|\*{3,}|\[(?:\.{3}|…|[a-z ]{3,30})\])[\w-]{0,2000}/y;
const GAP = /[ \t]{0,8}(?:\\?\n[ \t>|]{0,40}| )/y;
const MAX_LINES = 400;

const lengthAt = (pattern: RegExp, text: string, at: number): number => matchAt(pattern, text, at)?.length ?? 0;

/** The end of a run of dotted base64url parts that begins at `at`. */
const endOfRun = (text: string, at: number): number => {
  let end = at + lengthAt(LETTERS, text, at);
  const encrypted = text[end] === '.' && text[end + 1] === '.' && isEncrypted(decodeObject(text.slice(at, end)));
  if (encrypted && /[\w-]/.test(text.charAt(end + 2))) end += 1;
  for (let dots = 0; dots < 5 && text[end] === '.' && /[\w-]/.test(text[end + 1] ?? ''); dots += 1) {
    end += 1 + lengthAt(LETTERS, text, end + 1);
  }
  return end;
};

/** The next piece of a wrapped token after `at`: a run of its letters that fills its line or word. */
const nextPiece = (text: string, at: number): { piece: string; end: number } | undefined => {
  const gap = lengthAt(GAP, text, at);
  if (gap === 0) return undefined;
  const start = at + gap;
  const piece = /[A-Za-z0-9_.=-]*/y;
  const found = matchAt(piece, text, start) ?? '';
  const after = text[start + found.length] ?? '\n';
  return found !== '' && /[\s"'`,;})\]\\<&]/.test(after) ? { piece: found, end: start + found.length } : undefined;
};

/** `{"":0}` */
const SHORTEST_HEAD = 8;

const isWhole = (value: string): boolean => {
  if (value.indexOf('.') < SHORTEST_HEAD) return false;
  const [head = '', claims = '', signature] = value.split('.');
  if (signature === undefined) return false;
  const decoded = decodeObject(head);
  return decoded !== undefined && (isEncrypted(decoded) || decodeObject(claims) !== undefined);
};

/** Whether a further piece can belong to the signature: it must not make it longer than signatures are. */
const fitsSignature = (value: string, piece: string): boolean => {
  const [head = '', , signature = ''] = value.split('.');
  const wanted = signatureLength(decodeObject(head));
  const length = signature.length + piece.length;
  return !piece.includes('.') && length <= wanted && (length === wanted || piece.length >= 20);
};

/** Joins a token that a terminal or a mail wrapped; undefined where what follows does not make it decode. */
const joinWrapped = (text: string, start: number, end: number): Found | undefined => {
  const first = text.slice(start, end);
  const dotted = text[end] === '.' && /\s/.test(text.charAt(end + 1));
  let value = dotted ? `${first}.` : first;
  let at = dotted ? end + 1 : end;
  for (let line = 0; line < MAX_LINES; line += 1) {
    const next = nextPiece(text, at);
    if (!next) break;
    const payload = next.piece.startsWith('eyJ') && !value.endsWith('.');
    if (payload || (value.split('.', 4).length >= 3 && !(isWhole(value) && fitsSignature(value, next.piece)))) break;
    value += next.piece;
    at = next.end;
  }
  const joined = at > (dotted ? end + 1 : end) && isWhole(value);
  return joined ? { start, end: at, field: 'alone', value, wrapped: true } : undefined;
};

/** The token whose `eyJ` stands at `start`; undefined where the run is too short to be one. */
const tokenAt = (text: string, start: number): { found?: Found; end: number } => {
  const end = endOfRun(text, start);
  const inside = /[\w+/-]/.test(text[start - 1] ?? '');
  if (inside && !decodeObject(text.slice(start, end).split('.', 1)[0] ?? '')) return { end };
  const wrapped = inside ? undefined : joinWrapped(text, start, end);
  if (wrapped) return { found: wrapped, end: wrapped.end };
  const last = end + lengthAt(ELLIPSIS, text, end);
  if (last - start < 16 && end - start < 12) return { end };
  return { found: { start, end: last, field: 'alone', value: text.slice(start, last) }, end: last };
};

/**
 * Every JWT and JWE, whole, cut off or wrapped over lines: each begins with the base64 of `{"`, which is `eyJ`.
 * @see https://datatracker.ietf.org/doc/html/rfc7519
 */
export const findTokens = (text: string): readonly Found[] => {
  const tokens: Found[] = [];
  for (let at = text.indexOf('eyJ'); at >= 0; ) {
    const { found, end } = tokenAt(text, at);
    if (found) tokens.push(found);
    at = text.indexOf('eyJ', Math.max(end, at + 3));
  }
  return tokens;
};
