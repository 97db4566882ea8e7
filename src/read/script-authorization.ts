import type { Header } from '../model/incident.ts';

const AUTHORIZATION =
  /["']?\bAuthorization["']?\]?\s{0,10}(?:=>|[:=,])\s{0,10}[frb$@]{0,2}(["'`])([^"'`\n]{0,2000})\1/gi;

/** `new AuthenticationHeaderValue("Bearer", token)`, which .NET puts together by itself. */
const HEADER_VALUE = /\bAuthenticationHeaderValue\(\s{0,10}"(\w{2,20})",\s{0,10}"?([^"()\n]{1,4000}?)"?\)/g;

/** The `Authorization` header in the code of a paste, where there is just one. */
export const onlyAuthorization = (text: string): readonly Header[] => {
  const values = new Set([
    ...[...text.matchAll(AUTHORIZATION)].map(([, , value = '']) => value),
    ...[...text.matchAll(HEADER_VALUE)].map((match) => `${match[1]} ${match[2]}`),
  ]);
  const [value] = values;
  return values.size === 1 && value !== undefined ? [{ name: 'Authorization', value }] : [];
};
