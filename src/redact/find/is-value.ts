import type { SecretField } from '../../model/secret.ts';
import { isErrorCode, isErrorWord, isRefusal } from '../text/error-words.ts';
import { looksRandom } from '../text/looks-random.ts';
import { mayHoldSecret } from '../text/read-call.ts';
import { isCall, isMask, type Value } from '../text/read-value.ts';
import { kindsOf } from './find-shapes.ts';

/** Types, and what messages say behind `token:` or `password:`. */
const PROSE =
  /^(?:null|none|undefined|true|false|string|str|object|is|was|no|not|and|or|the|a|an|in|for|from|of|to|required|missing|invalid|expired|optional|incorrect|wrong)[)\]]{0,2}[.,;:]?$/i;
/** What the network tab of a browser shows as "Status Code" of a call without an answer. */
const NO_STATUS = /^\((?:failed|pending|canceled|blocked)/;

/** A number, up to the quote that ends its text: of an address in JSON that is escaped, or that is part of an address. */
const NUMBER = /^\d{1,12}(?:\\{1,3}$|%22|$)/;

/** What programs print where they have no code: `Error Code: '<null>'`. */
const NO_CODE = /^[[<({](?:null|none|nil|empty|undefined|unknown|not set|n\/a)[\])>}]$/i;

/** Where `code` stands: behind `?` or `&` of a query, as a name with `=` that may be of a form, or elsewhere. */
export type CodePlace = 'query' | 'assigned' | 'elsewhere';

/**
 * Whether a value of `code` is an authorization code: the same name carries error codes and status codes, as in
 * `"code": "InvalidRequest"`, so words and numbers count for nothing.
 */
export const isCode = (value: Value, place: CodePlace): boolean => {
  const raw = value.value;
  if (NO_STATUS.test(raw) || NO_CODE.test(raw)) return false;
  if (kindsOf(raw).length > 0) return true;
  if (isMask(value)) return place !== 'elsewhere' || /^[[<{$%(]/.test(raw);
  if (NUMBER.test(raw) || /^[A-Za-z_.]+$/.test(raw) || (place !== 'query' && isErrorCode(raw))) return false;
  return place !== 'elsewhere' ? raw.length >= 6 : raw.length >= 40 && /\d/.test(raw) && !/\s/.test(raw);
};

/** The name of a class that gives tokens: "Failed to get a token: ManagedIdentityCredential.GetToken was unable ...". */
const CREDENTIAL_CLASS = /^[A-Z][A-Za-z]{2,40}Credential(?:\.[A-Z][A-Za-z]{2,40})?$/;

/** A plain word that stands unquoted after a colon: "Invalid token: Signature validation failed". */
const isPlainWord = ({ value, quoted }: Value): boolean =>
  !quoted &&
  (CREDENTIAL_CLASS.test(value) ||
    (/^[A-Za-z]?[a-z]{1,20}$/.test(value) && !/token|secret|code|password|key|xx/i.test(value)));

/** What stands behind "token:" and is none: the text of Entra on why it gave none, or of a library on why it took none. */
const REFUSAL = /^(?:AADSTS\d{4,8}|IDX\d{5})(?:[:.,]|$)/;

/** Where a token is asked for, which people write behind "Token:"; the tenant may be the name of a variable. */
const ENDPOINT =
  /^https:\/\/login\.(?:microsoftonline\.(?:com|us)|windows\.net|partner\.microsoftonline\.cn)\/(?:\$?\{(?:[A-Za-z_]{1,40}\.){0,3}[A-Za-z_]{1,40}\}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|common|organizations|consumers|[a-z]{1,40}(?:\.[a-z]{2,20}){1,3})\/oauth2\/(?:v2\.0\/)?(?:token|authorize)$/i;

/** The id or the address of an API of Microsoft, the same for everybody: `the audience of my token: 00000003-...`. */
const KNOWN_API =
  /^["'`]?(?:0000[\da-f]{4}-0000-0000-c000-0{12}|https:\/\/(?:analysis\.windows\.net\/powerbi\/api|api\.fabric\.microsoft\.com|graph\.microsoft\.com|graph\.windows\.net|management\.azure\.com|management\.core\.windows\.net|storage\.azure\.com|database\.windows\.net|vault\.azure\.net)\/?)["'`]?[.,;)]?$/i;

/** The file of a certificate, which `az login` takes behind `--password`. */
export const CERTIFICATE_FILE = /^(?:~|\.{1,2}|[A-Za-z]:)?[\\/][^\s"']{1,300}\.(?:pem|pfx|p12|cer|crt)$/i;

/** Whether a value is worth sealing: prose and empty places are not, everything else is. */
export const isValue = (value: Value, field: SecretField): boolean => {
  const raw = value.value;
  if (raw === '' || PROSE.test(raw) || REFUSAL.test(raw) || /^(?:[{[(]|[\\^`]{1,3})$/.test(raw)) return false;
  if (CERTIFICATE_FILE.test(raw) || (field === 'alone' && ENDPOINT.test(raw))) return false;
  if ((field === 'alone' || field === 'access_token') && KNOWN_API.test(raw)) return false;
  if (isCall(value) && field !== 'bearer') return mayHoldSecret(raw);
  if (field === 'password') return true;
  if (isRefusal(raw)) return false;
  if (isMask(value)) return !isPlainWord(value);
  if (value.quoted && /\s/.test(raw.trim()) && !/\d/.test(raw)) return false;
  if (!value.quoted && isErrorWord(raw)) return false;
  return !/^[A-Za-z]{1,11}[.,:;]?$/.test(raw) && !/^\d{1,5}$/.test(raw);
};

/** A list of names in JSON: `"amr": ["pwd", "mfa"]`, `"grant_types_supported": ["password", "refresh_token"]`. */
const LIST =
  /["']\s{0,10}:\s{0,10}\[(?:\s{0,40}\\{0,3}["'][\w .:-]{1,60}\\{0,3}["']\s{0,20},){0,20}\s{0,40}\\{0,3}["'](?:\w{1,40} ){0,3}$/;
const LONGEST_LIST = 600;

/** A list of numbers, or its first one: each of them is a value, see `findMembers`. */
const NUMBERS = /^\[{0,2}-?\d{1,40}(?:[,\]]|$)/;

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * What follows a name in JSON and is no value: an empty object, the backslash before a quote, or, behind a comma, the
 * name of the next property, as in the token cache of MSAL: `"credential_type":"AccessToken","client_id":...`. Names in a
 * list are followed by other names. The name of a property may end with a colon itself: `"pw:":[]`.
 */
export const isStructure = (text: string, name: Place, { start, value, end, quoted }: Value): boolean => {
  const before = text.slice(Math.max(name.end, start - 41), start);
  if (/^(?:\{\}|\\{1,3})$/.test(value)) return /[:=]\s{0,40}$/.test(before);
  if (!quoted && NUMBERS.test(value) && (before.endsWith('[') || value.startsWith('['))) return true;
  if (quoted && value.startsWith(':') && /^:\\{0,3}["']$/.test(before)) return /["']/.test(text.charAt(name.start - 1));
  if (!quoted || !/,\s{0,40}\\{0,3}["'`]$/.test(before)) return false;
  if (/^\\{0,3}["']\s{0,20}:/.test(text.slice(end, end + 26))) return true;
  return !looksRandom(value, 8) && LIST.test(text.slice(Math.max(0, name.start - LONGEST_LIST), name.start));
};
