import type { Request } from '../model/incident.ts';
import { assignedText } from './assigned-text.ts';
import { placerOf } from './place.ts';
import { type Found, objectAround, type Reader } from './text.ts';

/**
 * A pair in code: `"grant_type": "x"`, `'grant_type' => 'x'`, `["grant_type"] = "x"`, `.append("grant_type", "x")`,
 * `grant_type = "x"`. A value without quotes is a variable or the mark of a secret.
 */
const PAIR =
  /(?<![\w$.-])(["'`]?)([gG]rant[-_]?[tT]ype|client_id|client_secret|scope|resource|code|code_verifier|redirect_uri|refresh_token|username|password|assertion|client_assertion|client_assertion_type|requested_token_use|device_code|audience|tenant)\1\]?[ \t]{0,30}(?:=>|=(?![=>])|:(?!:)|,)[ \t]{0,30}[frb$@]{0,2}(?:"([^"\n]{0,1000})"|'([^'\n]{0,1000})'|`([^`\n]{0,1000})`|([^\s,;{}()"'`]{1,200}))/g;
/** A grant in code: in quotes as a name with a separator of code behind it, or a name without quotes in a table. */
const GRANT =
  /(?:(["'`])grant_type\1\]?[ \t]{0,30}(?:=>|=|:|,)|(?<=[{;,\n][ \t]{0,80})grant_type[ \t]{0,30}[=:][ \t]{0,30}["'`])/g;
/** The same under a name that a person took for it. */
const MISNAMED = /(?<![\w$.-])(["'`]?)(?:[gG]rantType|granttype|grant-type)\1\]?[ \t]{0,30}(?:=>|=(?!=)|:(?!:))/g;
/** Code that sends what follows as a form. */
const AS_FORM =
  /(?:\bdata\s{0,3}=|\bURLSearchParams\(|\bstringify\(|\burlencode\(|\bhttp_build_query\(|'form_params' ?=>|-Body\s{1,5}@)\s{0,20}$/;
const FORM_USES =
  /(?:\bdata\s{0,3}=\s{0,3}|\bURLSearchParams\(\s{0,3}|\bstringify\(\s{0,3}|\burlencode\(\s{0,3}|\bhttp_build_query\(\s{0,3}|-Body\s{1,5})\$?([A-Za-z_]\w{0,60})\b/g;
/** The place of parameters that stand in code. */
export const PARAMETERS_IN_CODE = 'token parameters in code';

const MOST = 20;
const REACH = 1500;

/** What stands in code before a literal; JSON that was sent stands behind none of it. */
const BEFORE = /(?:[=(,@{[]|=>|\]|\breturn|\bnew [\w<>, ]{1,60}(?:\(\))?)\s{0,20}$/;
/**
 * Code that sends what follows as JSON; axios does so with an object: https://axios-http.com/docs/urlencoded. Where another
 * reader took the URL, blanks stand between.
 */
const AS_JSON =
  /(?:\bjson\s{0,3}=|JSON\.stringify\(|json\.dumps\(|\baxios(?:\.post\([^\n,]{1,300}| {10,380}),|'json' ?=>|\bJson\.FromValue\()\s{0,20}$/;
const PIPED_TO_JSON = /^\s{0,5}\|\s{0,5}ConvertTo-Json/;
const NAMED =
  /(?<![\w.])\$?([A-Za-z_]\w{0,60})(?::[ \t]{0,3}[\w<>[\], ]{1,40})?[ \t]{0,10}=[ \t]{0,10}(?:@|\[\s{0,60})?$/;
const USES =
  /(?:\bjson\s{0,3}=\s{0,3}|JSON\.stringify\(\s{0,3}|json\.dumps\(\s{0,3}|\baxios\.post\([^\n,]{1,300},\s{0,20})([A-Za-z_]\w{0,60})\s{0,3}[,)]|\$([A-Za-z_]\w{0,60})[ \t]{0,3}\|[ \t]{0,3}ConvertTo-Json|\bJson\.FromValue\(\s{0,3}([A-Za-z_]\w{0,60})\s{0,3}\)/g;

interface Region {
  readonly from: number;
  readonly to: number;
}

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

/** Parameters whose value decides, so that a request with an unknown one was not seen whole. */
const DECIDING: ReadonlySet<string> = new Set(['scope', 'resource', 'grant_type']);

const pairsIn = (text: string, { from, to }: Region): ReadonlyMap<string, string> => {
  const pairs = [...text.slice(from, to).matchAll(PAIR)].map((pair) => {
    return { name: pair[2] ?? '', value: valueOf(text, from, pair) };
  });
  const isOpen = pairs.some(({ name, value }) => value === undefined && DECIDING.has(name));
  const known = pairs.flatMap(({ name, value }): readonly (readonly [string, string])[] => {
    if (value !== undefined) return [[name, value]];
    return isOpen || DECIDING.has(name) ? [] : [[name, `{${name}}`]];
  });
  return new Map(known.filter(([name], at) => known.findIndex(([other]) => other === name) === at));
};

/** Whether the variable that holds the literal is used in one of these ways. */
const isUsed = (text: string, { from, to }: Region, uses: RegExp): boolean => {
  const name = NAMED.exec(text.slice(Math.max(0, from - 400), from))?.[1];
  return (
    name !== undefined &&
    [...text.slice(to, to + 4000).matchAll(uses)].some((use) => (use[1] ?? use[2] ?? use[3]) === name)
  );
};

/** Whether the code makes JSON of the literal, where it stands or through the variable that holds it. */
const isJson = (text: string, region: Region): boolean =>
  AS_JSON.test(text.slice(Math.max(0, region.from - 400), region.from)) ||
  PIPED_TO_JSON.test(text.slice(region.to, region.to + 40)) ||
  isUsed(text, region, USES);

/** Grants under a wrong name count in forms that code sends: libraries have settings of such names. */
const misnamedGrants = (text: string): readonly RegExpExecArray[] =>
  [...text.matchAll(MISNAMED)].filter(({ index }) => {
    const region = objectAround(text, index);
    if (region === undefined || !/\bclient_id\b/.test(text.slice(region.from, region.to))) return false;
    return AS_FORM.test(text.slice(Math.max(0, region.from - 80), region.from)) || isUsed(text, region, FORM_USES);
  });

const bodyOf = (text: string, region: Region): string => {
  const pairs = pairsIn(text, region);
  return isJson(text, region)
    ? JSON.stringify(Object.fromEntries(pairs))
    : [...pairs].map(([name, value]) => `${name}=${value.replaceAll('&', '%26')}`).join('&');
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
        headers: [],
        body: bodyOf(text, region),
      };
      found.push({ piece, ...region });
    }
    return found;
  },
};
