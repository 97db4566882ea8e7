import type { CredentialKind } from '../../model/secret.ts';
import { base64Runs } from '../text/base64-runs.ts';
import { decodeBase64Url } from '../text/base64url.ts';
import type { Found } from '../text/found.ts';
import { looksRandom } from '../text/looks-random.ts';
import { mayHold } from '../text/marks.ts';

/** A value that can be told from its letters alone. `kinds`: what it can be, likeliest first. */
interface Shape {
  readonly pattern: RegExp;
  /** Letters that every such value has some of: most texts are told from these at once. */
  readonly marks: readonly string[];
  readonly whole: RegExp;
  readonly kinds: readonly CredentialKind[];
}

/** The shape as it is searched (not inside a longer run) and as it must fit a whole value. */
const shape = (source: string, kinds: readonly CredentialKind[], ...marks: readonly string[]): Shape => ({
  marks,
  pattern: new RegExp(`(?<![A-Za-z0-9+/_~-])${source}`, 'g'),
  whole: new RegExp(`^${source}$`),
  kinds,
});

const ENTRA = '[01]\\.A[\\w-]{15,}(?:\\.\\d)?';

/**
 * The shapes of credentials that are no JWT. The letters after `AgAB` are an undocumented hint for code or refresh
 * token, taken from public samples; client secrets follow rule SEC101/156 of microsoft/security-utilities.
 */
const SHAPES: readonly Shape[] = [
  shape(`${ENTRA}\\.AgAB\\w\\wIAAA[\\w.-]*`, ['authorization-code'], '.AgAB'),
  shape(`${ENTRA}\\.AgAB\\w\\wEAAA[\\w.-]*`, ['refresh-token'], '.AgAB'),
  shape('[01]\\.A[\\w-]{15}[\\w.-]*', ['authorization-code', 'refresh-token'], '0.A', '1.A'),
  shape(
    '(?:OAQAB|OAAAB|AwAB|AQAB)(?:AAAA|AAIAAA)[\\w.-]{40,}',
    ['authorization-code', 'refresh-token'],
    'ABAAAA',
    'ABAAIAAA',
  ),
  shape('M\\.[A-Z][A-Z0-9]{0,6}_[A-Z0-9]{2,6}\\.[\\w.!*$%-]{8,}', ['authorization-code', 'refresh-token'], 'M.'),
  shape('Ew[AB][A-Za-z0-9+/=_-]{100,}', ['personal-token'], 'EwA', 'EwB'),
  shape('H4sIA[A-Za-z0-9+/=_-]{8,}(?:\\.eyJ[A-Za-z0-9+/=_-]+)?(?:\\.{3}|…)?', ['embed-token'], 'H4sIA'),
  shape('[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{20,40}', ['client-secret'], 'Q~'),
  // Keys of Azure hold the letters of their service before the checksum: SEC101/150 ff. of the same source.
  shape(
    '[A-Za-z0-9+/]{20,80}(?:\\+(?:ASt|ABa|AMC|ASb|AEh|ARm|ACR|AIo|APIM)|AzSe|AzFu|AzCa|ACDb|AIoT)[A-Za-z0-9+/]{4,9}={0,2}',
    ['key'],
    ...['+ASt', '+ABa', '+AMC', '+ASb', '+AEh', '+ARm', '+ACR', '+AIo', '+APIM'],
    ...['AzSe', 'AzFu', 'AzCa', 'ACDb', 'AIoT'],
  ),
  shape('[A-Za-z0-9+/]{86}==', ['key'], '=='),
  // Personal access tokens of Azure DevOps, GitHub, GitLab and Databricks, and of others that stand in the same pipelines.
  shape('[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}', ['key'], 'AZDO'),
  shape(
    '(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\\w{22,255}|glpat-[\\w-]{20,}|dapi[0-9a-f]{32}(?:-\\d)?)',
    ['key'],
    'ghp_',
    'gho_',
    'ghu_',
    'ghs_',
    'ghr_',
    'github_pat_',
    'glpat-',
    'dapi',
  ),
  shape(
    '(?:npm_[A-Za-z0-9]{36}|xox[abeprs]-[\\w-]{10,}|sk-[\\w-]{32,}|AKIA[0-9A-Z]{16}|AIza[\\w-]{35}|pypi-[\\w-]{50,})',
    ['key'],
    ...['npm_', 'xox', 'sk-', 'AKIA', 'AIza', 'pypi-'],
  ),
  // Private keys without their frame: PKCS #8, PKCS #1 and PFX begin so.
  shape(
    'MII[A-Za-z0-9+/]{2}(?:IBADANBgkq|IBAAKC|IBAzCC)[A-Za-z0-9+/\\s]{60,}={0,2}',
    ['private-key'],
    'IBADANBgkq',
    'IBAAKC',
    'IBAzCC',
  ),
];

const PEM = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g;
/** How long the base64 of a name and password is at most. */
const LONGEST_BASIC = 400;
/** Most texts in this alphabet are told from the first letters to be the base64 of nothing that can be read. */
const GLANCE = 8;
/** The shortest value of a shape. */
const SHORTEST = 13;

/** Private keys in PEM, to their end mark or, where that is missing, as far as lines of base64 follow. */
const findKeys = (text: string): readonly Found[] => {
  const keys: Found[] = [];
  for (const { index: start, 0: head } of text.matchAll(PEM)) {
    if (start < (keys.at(-1)?.end ?? 0)) continue;
    const body = /(?:\\[nr]|[A-Za-z0-9+/=\s:,-])*/y;
    body.lastIndex = start + head.length;
    const run = body.exec(text)?.[0] ?? '';
    const close = /-----END [A-Z ]{0,30}-----/.exec(run);
    const end = start + head.length + (close ? close.index + close[0].length : run.trimEnd().length);
    keys.push({ start, end, field: 'key', value: text.slice(start, end) });
  }
  return keys;
};

/** Whether a text is the base64 of `name:password`, as Basic authentication sends it. */
export const isBasic = (text: string): boolean => {
  if (!/^[\x20-\x7e]*$/.test(decodeBase64Url(text.slice(0, GLANCE)) ?? '\0')) return false;
  const plain = /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? decodeBase64Url(text) : undefined;
  if (plain === undefined) return false;
  // A personal access token stands behind no name.
  if (plain.startsWith(':')) return /^:[\x21-\x7e]{1,300}$/.test(plain) && looksRandom(plain.slice(1), 16);
  return /^[\x21-\x39\x3b-\x7e]{1,200}:[\x20-\x7e]{1,300}$/.test(plain);
};

const findBasic = (text: string): readonly Found[] =>
  base64Runs(text)
    .filter(
      ({ start, value: { length } }) => length % 4 === 0 && length <= LONGEST_BASIC && text[start + length] !== '=',
    )
    .filter(({ value }) => isBasic(value))
    .map(({ start, value }) => ({ start, end: start + value.length, field: 'basic' as const, value }));

/** What a whole value can be by its letters, likeliest first; empty where no shape fits. */
export const kindsOf = (value: string): readonly CredentialKind[] => {
  if (value.length < SHORTEST) return [];
  if (value.startsWith('-----BEGIN')) return ['private-key'];
  return SHAPES.find(({ whole }) => whole.test(value))?.kinds ?? [];
};

/** Every credential that its shape gives away, wherever it stands. JWTs are found by `findTokens`. */
export const findShapes = (text: string): readonly Found[] => {
  const shaped = SHAPES.filter(({ marks }) => marks.some((mark) => mayHold(text, mark) && text.includes(mark))).flatMap(
    ({ pattern }) =>
      [...text.matchAll(pattern)].map(({ index: start, 0: run }): Found => {
        const value = /\.{3}$/.test(run) ? run : run.replace(/(?<!\.)\.+$/, '');
        return { start, end: start + value.length, field: 'alone', value };
      }),
  );
  return [...findKeys(text), ...shaped, ...findBasic(text)];
};
