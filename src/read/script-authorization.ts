import type { Header } from '../model/incident.ts';

const AUTHORIZATION =
  /(?<!\brequest :)["']?\bAuthorization["']?\]?\s{0,10}(?:=>|[:=,])\s{0,10}[frb$@]{0,2}(["'`])([^"'`\n]{0,2000})\1/gi;

/** The whole header in one text, as libcurl takes it: `'Authorization: Bearer ...'`; a sentence may quote its start. */
const LINE = /["'`]Authorization:(?! {0,3}bearer {0,3}["'`]) {0,3}([^"'`\n]{0,2000})["'`]/gi;
/** The value before the name: `addValue("Bearer ...", forHTTPHeaderField: "Authorization")`. */
const VALUE_FIRST = /["']([^"'\n]{0,2000})["'],\s{0,10}forHTTPHeaderField: {0,3}@?["']Authorization["']/gi;
/** ABAP, and the arguments of a function without marks between them: `Header.add h "Authorization" "Bearer ..."`. */
const NAMED = /["']Authorization["']\s{1,10}(?:value = )?(["'|])([^"'|\n]{0,2000})\1/gi;

/** `new AuthenticationHeaderValue("Bearer", token)`, which .NET puts together by itself. */
const HEADER_VALUE = /\bAuthenticationHeaderValue\(\s{0,10}"(\w{2,20})",\s{0,10}"?([^"()\n]{1,4000}?)"?\)/g;

/** The `Authorization` header in the code of a paste, where there is just one. */
export const onlyAuthorization = (text: string): readonly Header[] => {
  const values = new Set([
    ...[...text.matchAll(AUTHORIZATION)].map(([, , value = '']) => value),
    ...[LINE, VALUE_FIRST].flatMap((pattern) => [...text.matchAll(pattern)].map(([, value = '']) => value)),
    ...[...text.matchAll(NAMED)].map(([, , value = '']) => value),
    ...[...text.matchAll(HEADER_VALUE)].map((match) => `${match[1]} ${match[2]}`),
  ]);
  const [value] = values;
  return values.size === 1 && value !== undefined ? [{ name: 'Authorization', value }] : [];
};
