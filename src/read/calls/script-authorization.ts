import type { Header } from '../../model/incident.ts';
import { onlyOne } from '../text/only-one.ts';

const AUTHORIZATION =
  /(?<!\brequest :)["']?\bAuthorization(?:Header)?["']?\]?\s{0,10}(?:=>|->|:=|\bto\b|[:=,(])\s{0,10}[bfrs$@]{0,2}(["'`])([^"'`\n]{0,2000})\1(?!\s{0,5}:)/gi;

/** The whole header in one text, as libcurl takes it: `'Authorization: Bearer ...'`; a sentence may quote its start. */
const LINE = /["'`]Authorization:(?! {0,3}bearer {0,3}["'`]) {0,3}([^"'`\n]{0,2000}?)(?:\[\\r\]\[\\n\])?["'`]/gi;
/** The value before the name: `addValue("Bearer ...", forHTTPHeaderField: "Authorization")`. */
const VALUE_FIRST = /["']([^"'\n]{0,2000})["'],?\s{1,10}forHTTPHeaderField: {0,3}@?["']Authorization["']/gi;
/** ABAP, and the arguments of a function without marks between them: `Header.add h "Authorization" "Bearer ..."`. */
const NAMED = /["']Authorization["']\s{1,10}(?:value = )?(["'|])([^"'|\n]{0,2000})\1/gi;

/** `new AuthenticationHeaderValue("Bearer", token)`, which .NET puts together by itself. */
const HEADER_VALUE = /\bAuthenticationHeaderValue\(\s{0,10}"(\w{2,20})",\s{0,10}"?([^"()\n]{1,4000}?)"?\)/g;

/** The same with a token alone, which .NET takes for the scheme. */
const WITHOUT_SCHEME = /\bAuthenticationHeaderValue\(\s{0,10}"?(\uE000\d{1,6}\uE001)"?\s{0,10}\)/g;

/**
 * The header with anything else between name and value: `name: 'Authorization', value: 'Bearer ...'` of Jenkins, elements of
 * XML, keywords of test tools, a line of a log. Only what a scheme and a mark tell without doubt.
 */
const APART =
  /\bauth(?:orization)?\b(?:["'],\s{0,5}\uE000\d{1,6}\uE001)?[^\uE000]{1,160}?(?<=["'`>\s=|])((?:Bearer[ \t]{1,3}){1,3}\uE000\d{1,6}\uE001)/gi;
/** Functions that put the scheme before what they are given: `.bearerAuth(token)`, `Http::withToken("...")`. */
const SCHEME_ADDED: readonly RegExp[] = [
  /\b(?:set|with|use|req_auth_)?(?:OAuth)?(?:bearer(?:_?auth|_?token)?|oauth2|OAuth2BearerToken)\(\s{0,10}[s$@]?(?:["'`]([^"'`\n]{1,2000})["'`]|([a-z_$][\w.$]{0,80}))\s{0,10}[,)]/gi,
  /(?:\.|::|->)(?:set|with)(?:Auth)?Token\(\s{0,10}["'`]([^"'`\n]{1,2000})["'`]\s{0,10}\)/gi,
  // Options that do the same: `auth: {:bearer, "..."}` of Req, `'auth_bearer' => '...'` of Symfony, `auth: { bearer: '...' }`;
  // a text that begins like that, `"Bearer: ..."`, is none.
  /(?:(?:(?<!["'`])\b|\b(?=\w{1,12}["']))(?:auth_bearer|oauth_bearer|bearer(?:Token)?)["']?\s{0,3}(?:=>|[:=])|:bearer,|:oauth-token|AuthScheme\.Bearer,)\s{0,5}(?:["']([^"'\n]{1,2000})["']|(\uE000\d{1,6}\uE001))/gi,
];

/** The values of the header right behind its name, as code writes it. */
const namedValues = (text: string): readonly string[] => [
  ...[AUTHORIZATION, NAMED].flatMap((pattern) => [...text.matchAll(pattern)].map(([, , value = '']) => value)),
  ...[LINE, ...(text.includes('forHTTPHeaderField') ? [VALUE_FIRST] : []), WITHOUT_SCHEME].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, value = '']) => value),
  ),
  ...[...text.matchAll(HEADER_VALUE)].map(([, scheme, value]) => `${scheme} ${value}`),
];

const addedValues = (text: string): readonly string[] =>
  SCHEME_ADDED.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, written, variable]) => `Bearer ${written ?? variable}`),
  );

const valuesApart = (text: string): readonly string[] => [...text.matchAll(APART)].map(([, value = '']) => value);

/** A mark and nothing else: a token without a scheme, or what a log puts in the place of the whole value. */
const MARK = /^\uE000\d{1,6}\uE001$/;

/** The `Authorization` header in the code of a paste, where there is just one. The plainest way to write it counts. */
export const onlyAuthorization = (text: string): readonly Header[] => {
  const ways = [namedValues(text), addedValues(text), valuesApart(text)];
  const plainest = onlyOne(ways.find(({ length }) => length > 0) ?? []);
  const apart = plainest !== undefined && MARK.test(plainest) ? onlyOne(valuesApart(text)) : undefined;
  const value = apart === undefined || apart.endsWith(` ${plainest}`) ? plainest : apart;
  return value === undefined ? [] : [{ name: 'Authorization', value }];
};
