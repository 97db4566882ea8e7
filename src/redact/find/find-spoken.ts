import type { SecretField } from '../../model/secret.ts';
import { findAll } from '../text/finder.ts';
import type { Found } from '../text/found.ts';
import { readValue } from '../text/read-value.ts';
import { isValue } from './is-value.ts';

/** What is said of a password and is none: how it is, where it stands, what became of it. */
const OF_PASSWORDS: ReadonlySet<string> = new Set(
  `absent again also always another asked basic been being blank both broken case clear complex constant correct current default
  different done down dynamic either empty encoded enough entered equal even exact false fine forgotten from generic gone good
  hard here hidden identical important incorrect indeed insecure insufficient invalid irrelevant just known latest local long
  longer lost mandatory maybe mine missing more necessary needed never nothing null numeric obsolete okay older only other over
  part perfect permanent plain present private public random ready recent reset right same secret secure sent set shared shown short simple
  somewhere stale static still stolen strong sufficient sure taken that their then there this through today tomorrow true unique
  unknown unset valid very visible weak what when where which with without written wrong years yesterday your`
    .trim()
    .split(/\s+/),
);
/** What stands around a stroke behind `login`, and is neither a name nor a password. */
const OF_SIGN_INS: ReadonlySet<string> = new Set(
  `account accounts api attempt attempts azure button call email endpoint entra error errors failed failing failure flow form id
  logoff logon logout mail method microsoft name names page pages pass password passwords popup portal process profile prompt
  register retries retry role roles screen session sessions sign signin signup sso step steps succeeded success team token tokens
  tries type url user username users works`
    .trim()
    .split(/\s+/),
);
const OF_STATES = /(?:ed|ing|able|ible|ly|ive|ous|less|ful|ary|ical)$/;

const isWord = (value: string): boolean => {
  const word = value.toLowerCase();
  return OF_PASSWORDS.has(word) || OF_SIGN_INS.has(word) || OF_STATES.test(word) || /^aadsts\d/.test(word);
};

/** Signs that a word of a sentence has not. */
const isMixed = (value: string): boolean => value.length >= 5 && /[\d!#$%&*^~]/.test(value) && !isWord(value);

/** What a value with digits or signs may be without being a secret: an id, a date, an address, a name that stands for it. */
const NO_SECRET = /^[$%<{[(*]|:\/\/|^[\d.,:/-]+$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i;

/** Whether a word behind "is" is a password, whatever ends the sentence. */
const isMixedWord = (value: string): boolean => isMixed(value.replace(/[.,;!?)]{1,3}$/, '')) && !NO_SECRET.test(value);

/** A sentence ends here, or says something else from here on. */
const ENDS = `(?=["'\`]?(?:[.,;!?)]|[ \\t]{0,5}(?:\\n|$)|[ \\t](?:and|but|for|on|so|which)\\b))`;
/** `pw of the kv user`: what is said, of whom and for what in a few words. */
const NAME =
  "\\b(?:pass ?word|passwd|passphrase|pwd|pw|client secret)(?:[ \\t](?:of|for)(?:[ \\t][\\w.@'-]{1,60}){1,5}?)?";
/** `the password is correcthorse`, of letters alone: those with numbers are found by what they look like. */
const SAID = new RegExp(`${NAME}[ \\t]{1,3}(?:is|was)[ \\t]{1,3}["'\`]?([A-Za-z]{4,60})${ENDS}`, 'dgi');
/** `pw of the kv user is Winter99!` */
const SAID_MIXED = new RegExp(`${NAME}(?:[ \\t]{0,3}[:=]|[ \\t]{1,3}(?:is|was))[ \\t]{1,3}["'\`]?(?=[^\\s"'\`])`, 'gi');
/** `user/password: joe/hunter` */
const PAIR =
  /\b(?:user(?:[ -]?name)?|login|account|e?-?mail)[ \t]?[/&+,][ \t]?(?:pass(?:word|wd)?|pwd?)[ \t]{0,3}[:=][ \t]{0,3}["']?[^\s"'/:|,]{1,100}["']?[ \t]{0,2}[/:|,][ \t]{0,2}(?=[^\s/])/gi;
/** `credentials: joe:hunter`, and `login: joe / Winter99` */
const LABELLED =
  /\b(?:credentials?|creds?|log-?ins?|logon)[ \t]{0,3}[:=][ \t]{0,3}["']?(?!(?:https?|env|file|urn|basic|bearer|system|repo|sc|project_path|\d{1,4})\b)[\w.@+-]{1,100}(?::(?![\s/:\\])|[ \t]{0,2}\/[ \t]{0,2}(?![\s/]))/gi;
/** `login joe / hunter`: between blanks the stroke parts a name and a password. */
const IN_LINE =
  /\b(?:login|logon|log in|creds|credentials)[ \t]{1,2}(?:(?:is|are|as|with|using)[ \t]{1,2})?["']?(?!\d{1,9}\b)([\w.@+-]{2,100})["']?[ \t]{1,3}\/[ \t]{1,3}(?=[^\s/])/gi;
/** `username joe password hunter`, as routers have it too: `username joe privilege 15 secret 5 ...`. */
const IN_A_ROW =
  /\busername[ \t:=]{1,3}(?!(?:and|or|is|with)\b)\w[\w.@+-]{0,99},?[ \t]{1,3}(?:and[ \t]|privilege[ \t]\d{1,2}[ \t]){0,2}(?:password|secret)[ \t]{1,3}(?:\d[ \t]{1,2})?(?=[^\s:=])/gi;
/** What a program tells to type into the page for devices, in any language. */
const TYPED =
  /(?:devicelogin|\/device)\b[^\n]{1,200}?(?:\b[Cc]ode|código|codice):?[ \t]{1,3}["'`]?(?=[A-Z0-9]{8,9}(?![A-Za-z0-9]))/g;

type Fits = (found: Found, name: string | undefined, text: string) => boolean;

const behind =
  (pattern: RegExp, field: SecretField, fits: Fits) =>
  (text: string): readonly Found[] =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: head, 1: name }) => {
      const value = readValue(text, index + head.length);
      const found: Found = { ...value, field };
      return isValue(value, field) && fits(found, name, text) ? [found] : [];
    });

const said = (text: string): readonly Found[] =>
  [...text.matchAll(SAID)].flatMap(({ 1: value = '', indices }): readonly Found[] => {
    const [start, end] = indices?.[1] ?? [0, 0];
    return isWord(value) ? [] : [{ start, end, field: 'password', value }];
  });

const typed = (text: string): readonly Found[] =>
  [...text.matchAll(TYPED)].map(({ index, 0: head }) => ({
    ...readValue(text, index + head.length),
    field: 'device_code',
  }));

const endsLine = (text: string, end: number): boolean =>
  /^["']?[.,;!)]?[ \t]{0,5}(?:\n|$)/.test(text.slice(end, end + 10));

const isLabelled: Fits = ({ start, value }, _, text) =>
  isMixed(value) || (!isWord(value) && (text[start - 1] !== '/' || /\s\/$/.test(text.slice(start - 2, start))));

const isInLine: Fits = ({ end, value }, name = '', text) =>
  isMixed(value) || (!isWord(name) && !isWord(value) && endsLine(text, end));

/** What a name of a password cannot be without. */
const MARKS = ['word', 'passphrase', 'passwd', 'pwd', 'pw ', 'pw:', 'client secret'];

/** Secrets of sentences and notes, where a person says them and no sign of a program stands before them. */
export const findSpoken = findAll([
  { marks: MARKS, find: said },
  { marks: MARKS, find: behind(SAID_MIXED, 'password', ({ value }) => isMixedWord(value)) },
  { marks: ['user', 'login', 'account', 'mail'], find: behind(PAIR, 'password', ({ value }) => !isWord(value)) },
  { marks: ['cred', 'log'], find: behind(LABELLED, 'password', isLabelled) },
  { marks: ['log', 'cred'], find: behind(IN_LINE, 'password', isInLine) },
  { marks: ['username'], find: behind(IN_A_ROW, 'password', ({ value }) => !isWord(value)) },
  { marks: ['/device', 'devicelogin'], find: typed },
]);
