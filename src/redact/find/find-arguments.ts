import type { SecretField } from '../../model/secret.ts';
import { findAll } from '../text/finder.ts';
import { type Found, foundAs } from '../text/found.ts';
import { matchAt } from '../text/match-at.ts';
import { readValue } from '../text/read-value.ts';

/** Functions that take a secret by place: its field, behind how many other arguments, their names in small letters. */
type Takers = readonly [field: SecretField, behind: number, names: readonly string[]];

/**
 * Azure.Identity, MSAL and ADAL of all languages, certificates with a password, and what signs in to services and databases.
 * Where languages differ the lesser number counts: what is no secret behind it is told by its look.
 */
const TAKERS: readonly Takers[] = [
  [
    'client_secret',
    0,
    ['withclientsecret', 'createfromsecret', 'newcredfromsecret', 'clientsecret', 'setclientsecret'],
  ],
  ['client_secret', 1, ['clientcredential', 'serviceprincipalcredential', 'serviceprincipalcredentials']],
  ['client_secret', 2, ['clientsecretcredential', 'newclientsecretcredential', 'acquiretokenwithclientcredentials']],
  ['password', 0, ['withpassword', 'setpassword', 'password']],
  ['password', 1, ['usernamepasswordcredential', 'newusernamepasswordcredential', 'userpasswordcredential']],
  ['password', 1, ['networkcredential', 'pscredential', 'sqlcredential', 'acquiretokenbyusernamepassword']],
  ['password', 1, ['basicauth', 'httpbasicauth', 'basicauthentication', 'httpbasicauthentication']],
  ['password', 1, ['x509certificate2', 'loadpkcs12', 'loadpkcs12fromfile', 'loadkeyandcertificates']],
  ['password', 1, ['keystore.load', 'ks.load']],
  ['password', 2, ['acquiretokenwithusernamepassword', 'drivermanager.getconnection', 'utlhttp.setauthentication']],
  ['client_secret', 2, ['credentials.putsecret']],
];

const BY_NAME: ReadonlyMap<string, { readonly field: SecretField; readonly behind: number }> = new Map(
  TAKERS.flatMap(([field, behind, names]) => names.map((name) => [name, { field, behind }] as const)),
);

const LONGEST_NAME = 80;

/** The function whose bracket opens at a place, by the last names of its path: `app.acquire_token_by_...`. */
const takerAt = (text: string, open: number) => {
  const before = text.slice(Math.max(0, open - LONGEST_NAME), open).split(/[^\w.]/);
  const names = (before.at(-1) ?? '').toLowerCase().replaceAll('_', '').split('.').slice(-2);
  return BY_NAME.get(names.at(-1) ?? '') ?? BY_NAME.get(names.join('.'));
};

const LONGEST = 1500;
const QUOTED = /[bfru@$]{0,2}\\{0,3}(["'])[^"'\n]{0,8000}\1/iy;
const OPENS = /[bfru@$]{0,2}\\{0,3}["']/iy;
/** The next letters that say something: arguments, quotes and brackets begin or end with them. */
const PLAIN = /[^"'(),[\]{}]{1,200}/y;

/** Where each argument of a call begins, as far as its end can be told. */
const argumentsFrom = (text: string, open: number): readonly number[] => {
  const starts = [open];
  let depth = 0;
  for (let at = open; at < text.length && at < open + LONGEST; ) {
    const letter = text.charAt(at);
    if (/[([{]/.test(letter)) depth += 1;
    else if (/[)\]}]/.test(letter)) depth -= 1;
    else if (letter === ',' && depth === 0) starts.push(at + 1);
    if (depth < 0) break;
    at += (matchAt(QUOTED, text, at) ?? matchAt(PLAIN, text, at) ?? letter).length;
  }
  return starts;
};

/** What stands among such arguments and is no secret: ids, addresses, names of mail, files. */
const NO_SECRET =
  /^[\dA-F]{8}-(?:[\dA-F]{4}-){3}[\dA-F]{12}$|^[a-z]{2,6}:\/\/|^[^\s@]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$|\.(?:pfx|pem|p12|cer|crt|jks|com|default)$/i;

/** The arguments of a call that are written out and may be secrets. */
const secretsOfCall = (text: string, open: number): readonly Found[] => {
  const taker = takerAt(text, open - 1);
  if (taker === undefined) return [];
  return argumentsFrom(text, open)
    .slice(taker.behind)
    .map((start) => start + (matchAt(/\s{0,80}/y, text, start)?.length ?? 0))
    .filter((start) => matchAt(OPENS, text, start) !== undefined)
    .map((start): Found => foundAs(taker.field, readValue(text, start)))
    .filter(({ value }) => value !== '' && !NO_SECRET.test(value));
};

const findTaken = (text: string): readonly Found[] =>
  [...text.matchAll(/(?<=\w)\(/g)].flatMap(({ index }) => secretsOfCall(text, index + 1));

/** `"..." | ConvertTo-SecureString` of PowerShell. */
const PIPED = /(["'])([^"'\n]{1,400})\1[ \t]{0,5}\|[ \t]{0,5}ConvertTo-SecureString/dgi;

const findPiped = (text: string): readonly Found[] =>
  [...text.matchAll(PIPED)].flatMap(({ 2: value = '', indices }): readonly Found[] => {
    const [start, end] = indices?.[2] ?? [0, 0];
    return [{ start, end, field: 'password', value }];
  });

/** Secrets that functions of libraries take by place, so that no name stands before them. */
export const findArguments = findAll([
  {
    marks: [
      'credential',
      'secret',
      'password',
      'pkcs12',
      'certificate',
      'basic',
      'keystore',
      'ks.load',
      'getconnection',
      'set_authentication',
    ],
    find: findTaken,
  },
  { marks: ['securestring'], find: findPiped },
]);
