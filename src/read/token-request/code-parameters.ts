import type { Request } from '../../model/incident.ts';
import { assignedText } from '../syntax/assigned-text.ts';
import { placerOf } from '../text/place.ts';
import { type Found, objectAround, type Reader } from '../text/text.ts';
import { headersOf, isForm, isJson, type Region, variableOf } from './code-sent-as.ts';
import { CUT, UNSEEN } from './form-cut.ts';

/** The parameters of token requests. */
const PARAMETERS =
  '[gG]rant[-_]?[tT]ype|client_id|client_secret|scope|resource|code|code_verifier|redirect_uri|refresh_token|username|password|assertion|client_assertion|client_assertion_type|requested_token_use|device_code|audience|tenant';
/**
 * A pair in code: `"grant_type": "x"`, `'grant_type' => 'x'`, `["grant_type"] = "x"`, `.append("grant_type", "x")`,
 * `grant_type = "x"`. A value without quotes is a variable or the mark of a secret.
 */
const PAIR = new RegExp(
  `(?<![\\w$.-])(["'\`]?)(${PARAMETERS})\\1\\]?[ \\t]{0,30}(?:=>|=(?![=>])|:(?!:)|(?<=["'\`]\\]?[ \\t]{0,30}),)[ \\t]{0,30}[frb$@]{0,2}(?:"([^"\\n]{0,1000})"|'([^'\\n]{0,1000})'|\`([^\`\\n]{0,1000})\`|([^\\s,;{}()"'\`]{1,200}))`,
  'g',
);
/** A grant in code: in quotes as a name with a separator of code behind it, or a name without quotes in a table. */
const GRANT =
  /(?:(["'`])grant_type\1\]?[ \t]{0,30}(?:=>|=|:|,)|(?<=[{;,\n][ \t]{0,80})grant_type[ \t]{0,30}[=:][ \t]{0,30}["'`])/g;
/** The same under a name that a person took for it. */
const MISNAMED = /(?<![\w$.-])(["'`]?)(?:[gG]rantType|granttype|grant-type)\1\]?[ \t]{0,30}(?:=>|=(?!=)|:(?!:))/g;
/** The place of parameters that stand in code. */
export const PARAMETERS_IN_CODE = 'token parameters in code';

const MOST = 20;
const REACH = 1500;

/** What stands in code before a literal; JSON that was sent stands behind none of it. */
const BEFORE = /(?:[=(,@{[]|=>|\]|\breturn|\bnew [\w<>, ]{1,60}(?:\(\))?)\s{0,20}$/;

/** The pairs around a grant: those of its object, or those that stand close together on lines of their own. */
const regionAt = (text: string, at: number): Region => {
  const literal = objectAround(text, at);
  const start = text.slice(literal?.from ?? at, (literal?.from ?? at) + 40);
  // `{ "grant_type", "x" }` is one pair of a dictionary in C#; the others stand around it.
  if (literal !== undefined && !/^\{\s{0,40}["']grant_type["']\s{0,5},/.test(start)) return literal;
  const from = Math.max(0, at - REACH);
  const pairs = [...text.slice(from, at + REACH).matchAll(PAIR)];
  const index = pairs.findIndex((pair) => from + pair.index + pair[0].length > at);
  const isNear = (a: number, b: number): boolean => !/\n[ \t]{0,40}\r?\n/.test(text.slice(a, b)) && b - a < 200;
  const end = (pair: RegExpExecArray | undefined): number => from + (pair?.index ?? 0) + (pair?.[0].length ?? 0);
  let first = index;
  let last = index;
  while (first > 0 && isNear(end(pairs[first - 1]), from + (pairs[first]?.index ?? 0))) first -= 1;
  while (last + 1 < pairs.length && isNear(end(pairs[last]), from + (pairs[last + 1]?.index ?? 0))) last += 1;
  return { from: from + (pairs[first]?.index ?? 0), to: end(pairs[last]) };
};

const isInCode = (text: string, { from }: Region, quote: string): boolean =>
  text[from] !== '{' || quote === '' || BEFORE.test(text.slice(Math.max(0, from - 80), from));

/** The value of a pair: a text, the mark of a secret, or what a variable is set to; undefined where nobody says it. */
const valueOf = (text: string, at: number, pair: RegExpExecArray): string | undefined => {
  const bare = pair[6];
  if (bare === undefined) return pair[3] ?? pair[4] ?? pair[5] ?? '';
  if (bare.includes('\uE000')) return bare;
  return assignedText(text, bare.replace(/^\$|[\].]$/g, ''), at);
};

/** Parameters whose value decides, so that the ones beside them say little where it is unknown. */
const DECIDING: ReadonlySet<string> = new Set(['scope', 'resource', 'grant_type']);

type Pair = readonly [name: string, value: string];

const SHORTHAND = new RegExp(`(?<=[{,]\\s{0,80})(${PARAMETERS})(?=\\s{0,80}[,}])`, 'g');
const QUOTED = /"[^"\n]{0,1000}"|'[^'\n]{0,1000}'|`[^`\n]{0,1000}`/g;
/** The properties of an object that have no value of their own: `{ client_id, scope }`. */
const shorthandIn = (code: string): readonly string[] =>
  code.startsWith('{')
    ? [...code.replace(QUOTED, (quoted) => '"'.repeat(quoted.length)).matchAll(SHORTHAND)].map(([name]) => name)
    : [];

const NAMES = new RegExp(`\\b(?:${PARAMETERS})\\b`, 'g');
const SPREAD = /(?:\.\.\.|\*\*)\s{0,3}[A-Za-z_($[{]/;

/** What is added to a variable further down. */
const ADDED =
  /(?<![\w.])\$?(?:([A-Za-z_]\w{0,60})(?:\.(?:append|set|add|put|update|merge|Add|TryAdd)\(|\[[^\]\n]{1,60}\]\s{0,5}=(?!=)|\.\w{1,40}\s{0,5}=(?![=>]))|(?:Object\.assign|array_merge)\(\s{0,5}\$?([A-Za-z_]\w{0,60})|(?:\.\.\.|\*\*)\s{0,3}([A-Za-z_]\w{0,60}))/g;

/** Whether parameters come in another way than as a pair: by a spread, later by name, or in a form that nobody reads. */
const hasOthers = (text: string, region: Region, read: ReadonlySet<string>): boolean => {
  const code = text.slice(region.from, region.to);
  if (SPREAD.test(code) || (code.replace(PAIR, '').match(NAMES) ?? []).some((name) => !read.has(name))) return true;
  const holder = variableOf(text, region);
  const behind = text.slice(region.to, region.to + 4000);
  return (
    holder !== undefined &&
    [...behind.matchAll(ADDED)].some((added) => added.slice(1).find((one) => one !== undefined) === holder)
  );
};
const pairsIn = (text: string, region: Region): readonly Pair[] => {
  const code = text.slice(region.from, region.to);
  const written = [...code.matchAll(PAIR)].map((pair) => {
    return { name: pair[2] ?? '', value: valueOf(text, region.from, pair) };
  });
  const short = shorthandIn(code).map((name) => ({ name, value: assignedText(text, name, region.from) }));
  const all = [...written, ...short];
  const isOpen = all.some(({ name, value }) => value === undefined && DECIDING.has(name));
  const pairs = all.map(({ name, value }): Pair => [name, value ?? (isOpen ? UNSEEN : `{${name}}`)]);
  const known = pairs.filter(([name], at) => pairs.findIndex(([other]) => other === name) === at);
  const isCut = hasOthers(text, region, new Set(known.map(([name]) => name)));
  return isCut ? [...known, [CUT, '']] : known;
};

/** Grants under a wrong name count in forms that code sends: libraries have settings of such names. */
const misnamedGrants = (text: string): readonly RegExpExecArray[] =>
  [...text.matchAll(MISNAMED)].filter(({ index }) => {
    const region = objectAround(text, index);
    if (region === undefined || !/\bclient_id\b/.test(text.slice(region.from, region.to))) return false;
    return isForm(text, region) || isJson(text, region);
  });

const bodyOf = (text: string, region: Region): string => {
  const pairs = pairsIn(text, region);
  return isJson(text, region)
    ? JSON.stringify(Object.fromEntries(pairs))
    : pairs.map(([name, value]) => (name === CUT ? CUT : `${name}=${value.replaceAll('&', '%26')}`)).join('&');
};

/**
 * Reads the parameters of a token request that code holds: a dictionary, a table, calls of `append`. They are sent as
 * a form, unless the code shows that it makes JSON of them.
 */
export const codeParametersReader: Reader = {
  id: 'code-parameters',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!/grant[-_]?type/i.test(text)) return [];
    const place = placerOf(text, paste);
    const found: Found[] = [];
    const grants = [...[...text.matchAll(GRANT)].slice(0, MOST), ...misnamedGrants(text).slice(0, MOST)];
    for (const match of grants.sort((a, b) => a.index - b.index)) {
      if (match.index < (found.at(-1)?.to ?? 0)) continue;
      const region = regionAt(text, match.index);
      if (!isInCode(text, region, match[1] ?? '')) continue;
      const piece: Request = {
        kind: 'request',
        place: place(region.from, PARAMETERS_IN_CODE),
        complete: false,
        headers: headersOf(text, region),
        body: bodyOf(text, region),
      };
      found.push({ piece, ...region });
    }
    return found;
  },
};
