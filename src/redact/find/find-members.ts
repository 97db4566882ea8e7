import type { SecretField } from '../../model/secret.ts';
import { fieldOf } from '../text/fields.ts';
import { findAll } from '../text/finder.ts';
import type { Found } from '../text/found.ts';
import { looksRandom } from '../text/looks-random.ts';
import { isValue } from './is-value.ts';

const STRING = `["']([^"'\\n]{1,4000})["']`;
/** Members between two that belong together. */
const BETWEEN = `["']\\w{1,40}["']\\s{0,5}:\\s{0,5}(?:["'][^"'\\n]{0,200}["']|[\\w.-]{1,40})\\s{0,5},\\s{0,80}`;
const VALUE = `["'](?:value|defaultValue)["']\\s{0,5}:\\s{0,5}${STRING}`;
const NAME = `["'](?:key|name)["']\\s{0,5}:\\s{0,5}["']([\\w .:/-]{1,80})["']`;

/** `{ "type": "any", "value": "...", "key": "client_secret" }` of Postman. */
const VALUE_FIRST = new RegExp(`${VALUE}\\s{0,5},\\s{0,80}(?:${BETWEEN}){0,3}${NAME}`, 'dg');
/** `{ "name": "AzureAd__ClientSecret", "slotSetting": false, "value": "..." }` of the Azure CLI. */
const NAME_FIRST = new RegExp(`${NAME}\\s{0,5},\\s{0,80}(?:${BETWEEN}){1,4}${VALUE}`, 'dg');

/** What is written as a value beside a name that means a secret. */
const named =
  (pattern: RegExp, value: 1 | 2) =>
  (text: string): readonly Found[] =>
    [...text.matchAll(pattern)].flatMap((match): Found[] => {
      const name = match[value === 1 ? 2 : 1] ?? '';
      const field = /^code$/i.test(name) ? undefined : fieldOf(name);
      const found = foundIn(match, value, field ?? 'alone');
      return field !== undefined && isValue({ ...found, quoted: true }, field) ? [found] : [];
    });

const foundIn = (match: RegExpExecArray, group: number, field: SecretField): Found => {
  const [start, end] = match.indices?.[group] ?? [0, 0];
  return { start, end, field, value: match[group] ?? '' };
};

/** What is a secret whatever it is called, as something beside it says so: the letters it is told from, what it is. */
const OF_SECRETS: readonly (readonly [mark: string, field: SecretField, pattern: RegExp])[] = [
  // A variable of Postman that is marked as one.
  ['secret', 'key', new RegExp(`${VALUE}\\s{0,5},\\s{0,80}["']type["']\\s{0,5}:\\s{0,5}["']secret["']`, 'dg')],
  [
    'secret',
    'key',
    new RegExp(`["']type["']\\s{0,5}:\\s{0,5}["'](?:secret|SecureString)["']\\s{0,5},\\s{0,80}${VALUE}`, 'dg'),
  ],
  // What a key vault gives: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
  [
    'vault.',
    'key',
    new RegExp(
      `${VALUE}\\s{0,5},\\s{0,80}(?:${BETWEEN}){0,4}["']id["']\\s{0,5}:\\s{0,5}["']https://[\\w-]{1,60}\\.vault\\.`,
      'dg',
    ),
  ],
  [
    'vault.',
    'key',
    new RegExp(
      `["']id["']\\s{0,5}:\\s{0,5}["']https://[\\w-]{1,60}\\.vault\\.[\\w.]{1,40}/secrets/[^"'\\n]{1,200}["']\\s{0,5},\\s{0,80}(?:${BETWEEN}){0,8}${VALUE}`,
      'dg',
    ),
  ],
  // State and output of Terraform.
  [
    '_password',
    'client_secret',
    new RegExp(`azuread_[a-z_]{1,40}_password["'][^{}]{0,800}\\{(?:[^{}]{0,400}\\{)?[^{}]{0,800}?${VALUE}`, 'dg'),
  ],
  [
    '_password',
    'client_secret',
    /azuread_[a-z_]{1,40}_password["'.][^{}\n]{0,200}\{\n[^{}]{0,800}?[\s+~]value[ \t]{1,20}=[ \t]{1,3}"([^"\n]{8,400})"/dg,
  ],
];

const marked =
  (pattern: RegExp, field: SecretField) =>
  (text: string): readonly Found[] =>
    [...text.matchAll(pattern)]
      .map((match) => foundIn(match, 1, field))
      .filter((found) => isValue({ ...found, quoted: true }, found.field));

const OPENED = /(?<![\w.:-])["']?(\w[\w.:-]{0,80})["']?\s{0,5}[:=]\s{0,5}([[{])/g;
const DECLARED = /\bvariable[ \t]{1,3}["'](\w{1,80})["'][ \t]{0,3}(\{)/g;
/** A member or element: its name, if it has one, and its text or number; or what opens and closes. */
const PART =
  /(?:["']([^"'\n]{0,80})["']|\b(default))\s{0,20}[:=]\s{0,5}(?=["'\d])|"((?:[^"\\\n]|\\.){0,4000})"|'((?:[^'\\\n]|\\.){0,4000})'|(?<![\w.+-])(\d{8,40})(?![\w.])|[[\]{}]/dg;
/** How far a list or an object is read. */
const LONGEST = 8000;
const DEEPEST = 4;
/** Members that tell of a secret and are none. */
const TELLS =
  /(?:name|id|ur[il]|type|kind|version|date|time|format|pattern|description|algorithm|reference|location|provider|vault|store|source|server|host|issuer)$/i;

/** Letters and digits, or signs that no word has: of nothing that a sentence, a path or an id is made of. */
const isMixed = (value: string): boolean =>
  (/\d/.test(value) && looksRandom(value, 8)) ||
  (/^[^\s/:]{8,}$/.test(value) &&
    /[A-Za-z]/.test(value) &&
    /[\d!#$%&*^~]/.test(value) &&
    !/^[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}$/i.test(value));

/** Quotes and blanks show that text was read as a value that stands between two. */
const isPart = (value: string, name: string | undefined): boolean =>
  /^[^\s"'\\]{1,4000}$/.test(value) &&
  (name === undefined
    ? isMixed(value) || /^\d{8,40}$/.test(value)
    : /^(?:value|default)$/i.test(name) || (isMixed(value) && !TELLS.test(name)));

/** Whether something stands where an element or the value of a member does: what is read without escapes may pair quotes that do not belong together. */
const isInPlace = (text: string, start: number, end: number): boolean =>
  /[[,:=]\s{0,40}$/.test(text.slice(Math.max(0, start - 41), start)) &&
  /^\s{0,40}[,\]}#]|^\s{0,5}\n/.test(text.slice(end, end + 41));

/** What stands in the list or object that opens at a place, in itself and in lists in it. */
const partsFrom = (text: string, open: number, field: SecretField): readonly Found[] => {
  const found: Found[] = [];
  const opened: string[] = [];
  let name: string | undefined;
  PART.lastIndex = open;
  for (let part = PART.exec(text); part !== null && part.index < open + LONGEST; part = PART.exec(text)) {
    const sign = part[0];
    if (/^[[{]$/.test(sign)) opened.push(sign);
    else if (/^[\]}]$/.test(sign)) opened.pop();
    if (opened.length === 0 || opened.length > DEEPEST) break;
    const group = part[3] === undefined ? (part[4] === undefined ? 5 : 4) : 3;
    const value = part[group];
    const isOwn = !opened.slice(1).includes('{');
    if (value !== undefined && isOwn && isPart(value, name) && isInPlace(text, part.index, PART.lastIndex))
      found.push(foundIn(part, group, field));
    name = part[1] ?? part[2];
  }
  return found;
};

/** A list or object under a name such as `password`, or under the plural of one. Tokens have claims and settings under theirs. */
const inside =
  (pattern: RegExp) =>
  (text: string): readonly Found[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [head, name = '', sign] = match;
      const field = fieldOf(name) ?? (sign === '[' ? fieldOf(name.replace(/s$/i, '')) : undefined);
      return field === 'password' || field === 'client_secret' || field === 'key'
        ? partsFrom(text, match.index + head.length - 1, field)
        : [];
    });

/** Secrets that stand beside the name that tells them, or inside of what it names. */
export const findMembers = findAll([
  { marks: ['value'], find: named(VALUE_FIRST, 1) },
  { marks: ['value'], find: named(NAME_FIRST, 2) },
  ...OF_SECRETS.map(([mark, field, pattern]) => ({ marks: [mark], find: marked(pattern, field) })),
  { marks: ['secret', 'pass', 'pw', 'key', 'pat'], find: inside(OPENED) },
  { marks: ['variable'], find: inside(DECLARED) },
]);
