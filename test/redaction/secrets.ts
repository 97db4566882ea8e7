import fc from 'fast-check';
import { buildToken } from '../support/token.ts';

/** A secret as it is planted. Each is made when the test runs, so that no file holds one. */
export interface Planted {
  readonly kind: string;
  readonly value: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const lettersOf = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const run = (least: number, most = least): fc.Arbitrary<string> => lettersOf(LETTERS, least, most);
const base64 = (least: number, most = least): fc.Arbitrary<string> => lettersOf(`${LETTERS}+/`, least, most);
const base64Url = (least: number, most = least): fc.Arbitrary<string> => lettersOf(`${LETTERS}-_`, least, most);

const encoded = (text: string): string => Buffer.from(text).toString('base64url');

const jwt = fc
  .tuple(base64Url(342), run(6, 12), fc.constantFrom('aud', 'name', 'upn'))
  .map(([signature, odd, name]) =>
    buildToken({ aud: 'https://graph.microsoft.com', exp: 1_772_370_000, [name]: odd }).replace(/[^.]+$/, signature),
  );
const jwe = fc
  .tuple(base64Url(342), base64Url(16), base64Url(80, 200), base64Url(22))
  .map(([key, iv, text, tag]) => `${encoded('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.${key}.${iv}.${text}.${tag}`);
const opaque = (mark: string): fc.Arbitrary<string> =>
  fc
    .tuple(base64Url(40), base64Url(2), base64Url(100, 400))
    .map(([head, two, rest]) => `1.A${head}.AgAB${two}${mark}AAA${rest}`);
/** Letters that a password may have and that mean something in every format. */
const password = fc
  .tuple(run(4, 6), lettersOf(`${LETTERS}!#$%^*()-_=+.?`, 8, 20), run(4))
  .map((parts) => parts.join(''));

/** A private key without its frame, as it stands in settings of programs. */
const privateKey = base64(500, 1200).map((text) => `MIIEvQIBADANBgkq${text}`);

const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  jwt,
  jwe,
  'authorization code': opaque('I'),
  'refresh token': opaque('E'),
  'embed token': base64Url(200, 400).map((rest) => `${'H4sI'}AAAAAAAE${rest}`),
  'client secret': fc.tuple(run(3), run(1), base64Url(34)).map(([a, , c]) => `${a}8Q~${c}`),
  password,
  'storage key': base64(86).map((text) => `${text}==`),
  'bus key': base64(43).map((text) => `${text}=`),
  'device code': base64Url(120, 200).map((text) => `D${text}`),
  'code verifier': base64Url(43, 128),
  'DevOps token': run(76).map((text) => `${text}AZDO${'a1B2'}`),
  'GitHub token': run(36).map((text) => `${'ghp'}_${text}`),
  'private key': privateKey,
  'opaque value': run(24, 60),
};

/** Secrets of every kind. */
export const secrets: fc.Arbitrary<Planted> = fc.oneof(
  ...Object.entries(VALUES).map(([kind, values]) => values.map((value): Planted => ({ kind, value }))),
);
