import type { Facts } from '../../facts/evidence.ts';
import type { Secret } from '../../model/secret.ts';
import { type Line, linesOf } from '../text/text.ts';

const NAME = '(?:[A-Za-z][\\w.:-]{0,40}?)?(?:client|app|application|spn?|principal)[_-]?secret(?:[_-]?value)?';
const NOTHING = '(?:""|\'\')?[ \\t]{0,4}(?:,|[#;][^\\n]{0,200})?$';
/** `CLIENT_SECRET=`, `client_secret: ""`, `"clientSecret": "",`, `$env:AZURE_CLIENT_SECRET = ""`. */
const EMPTY_LINE = new RegExp(
  `^([ \\t]{0,40})(?:(?:export|set|ENV|-|\\$env:)[ \\t]{0,4})?["']?${NAME}["']?[ \\t]{0,10}[:=][ \\t]{0,10}${NOTHING}`,
  'i',
);
const EMPTY_INSIDE: readonly RegExp[] = [
  new RegExp(`[{,][ \\t]{0,10}["']${NAME}["'][ \\t]{0,5}:[ \\t]{0,5}(?:""|''|null)(?![\\w"'])`, 'i'),
  new RegExp(`\\b(?:key|name)="${NAME}"[ \\t]{1,10}value=""`, 'i'),
];
const MAY_HOLD = /secret/i;

/** Whether the line below holds the value: it stands further in, or opens with a quote or a mark. */
const goesOn = (indent: string, below: string): boolean => {
  const value = below.trimStart();
  return value !== '' && (below.length - value.length > indent.length || /^["'|>\uE000]/.test(value));
};

const isEmptyAt = (lines: readonly Line[], { text }: Line, index: number): boolean => {
  if (!MAY_HOLD.test(text) || text.length > 2_000) return false;
  if (EMPTY_INSIDE.some((as) => as.test(text))) return true;
  const found = EMPTY_LINE.exec(text);
  if (found === null) return false;
  return /(?:""|'')/.test(found[0]) || !goesOn(found[1] ?? '', lines[index + 1]?.text ?? '');
};

/** An id that is not there either: it is a template, or somebody took all values out. */
const EMPTY_ID =
  /(?:client|app|application|tenant)[_-]?id["']?[ \t]{0,10}[:=][ \t]{0,10}(?:(?:""|'')?[ \t]{0,4},?[ \t]{0,4}(?:\r?\n|$)|["']?(?:<|your|xxx|\.\.\.))|(?:client|tenant)[_-]?id"[ \t]{1,10}value=""/i;
/** What an app proves itself with in place of a secret. */
const OTHER_PROOF =
  /(?:cert|thumbprint|pfx|federated|oidc|msi|managed_?identity)[a-z_]{0,20}["']?[ \t]{0,5}[:=][ \t]{0,5}["']?(?!false|none|null|["'\s,;])\S/i;
/** Entra says nothing else where it misses the secret: with any other code one was sent, and taken out of the paste. */
const CODES = /AADSTS(\d{5,8})/gi;
const OF_MISSING: ReadonlySet<string> = new Set([
  '7000216',
  '7000218',
  '7000219',
  '900144',
  '900143',
  '90014',
  '70002',
]);

/**
 * A client secret that a configuration leaves empty, while it names the app. Where a secret is seen elsewhere, or the
 * answer shows that one was sent, it was only taken out.
 */
export const emptySecret = (text: string, secrets: readonly Secret[]): Facts => {
  if (!MAY_HOLD.test(text) || secrets.some(({ fields }) => fields.includes('client_secret'))) return {};
  if (EMPTY_ID.test(text) || OTHER_PROOF.test(text)) return {};
  if ([...text.matchAll(CODES)].some(([, code = '']) => !OF_MISSING.has(code))) return {};
  const lines = linesOf(text);
  return lines.some((line, index) => isEmptyAt(lines, line, index)) ? { 'token-request.secret-shape': 'empty' } : {};
};
