import type { SecretField } from '../../model/secret.ts';
import { fieldOf } from '../text/fields.ts';
import { findAll } from '../text/finder.ts';
import type { Found } from '../text/found.ts';
import { readValue } from '../text/read-value.ts';
import { isValue } from './is-value.ts';
import { MAY_BE_TOLD, TELLING_COMMANDS } from './telling-commands.ts';

const LONGEST = 1200;
/** A line break that no backslash, caret or backtick continues. */
const END = /(?<![\\^`])[ \t]{0,10}\n/;

interface Command {
  readonly field: SecretField;
  readonly words: string;
  readonly from: number;
}

const wordsFrom = (text: string, from: number): string => {
  const near = text.slice(from, from + LONGEST);
  return near.slice(0, END.exec(near)?.index ?? near.length);
};

/** The commands of a text with the words behind them; one named within another is part of it. */
const commandsIn = (text: string, name: RegExp): readonly Command[] => {
  const found: Command[] = [];
  let end = 0;
  for (const { index, 0: start } of text.matchAll(name)) {
    if (index < end) continue;
    const from = index + start.length;
    const words = wordsFrom(text, from);
    found.push({ field: /--service-principal|^fab/.test(start + words) ? 'client_secret' : 'password', words, from });
    end = from + words.length;
  }
  return found;
};

const secretAt = (text: string, at: number, field: SecretField): readonly Found[] => {
  const value = readValue(text, at);
  return isValue(value, field) ? [{ ...value, field }] : [];
};

/** The user that a command is told beside a password; behind `-u`, Python has a script, and sudo a command. */
const USER =
  /(?<!\bsudo)(?:^|[\s"'`(])[-/](?:u|U|un|user|username)[ \t:=]{1,10}["']?(?!\S{0,100}\.(?:py|js|sh)\b)[^\s"'/-]/;
const PASSWORD = /(?<=[\s`])[-/][pP](?:[ \t]{1,10}|[:=])(?=[^\s|&;/.~-])/g;
/** A port or the ports of a container. */
const PORTS = /^(?:\d{1,3}(?:\.\d{1,3}){3}:)?\d{1,7}(?:[:-]\d{1,5}){0,2}(?:\/\w{1,4})?$/;

const wordsBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - LONGEST), at)
    .split(/(?<![\\^`])[ \t]{0,10}\n|[|;&]/)
    .at(-1) ?? '';

/** Values of `-p` where the same command has a user: `docker login -u joe -p ...`, `xfreerdp /u:joe /p:...`. */
const besideUser = (text: string): readonly Found[] =>
  [...text.matchAll(PASSWORD)].flatMap(({ index, 0: option }) => {
    const behind = (): string => wordsFrom(text, index + option.length).split(/[|;&]/, 1)[0] ?? '';
    if (!USER.test(wordsBefore(text, index)) && !USER.test(behind())) return [];
    return secretAt(text, index + option.length, 'password').filter(({ value }) => !PORTS.test(value));
  });

/** Commands that set something by its name: the value is the next word. */
const SETS =
  /(?<![\w-])(?:setx(?:\.exe)?|(?:configure|user-secrets|config|config:set)[ \t]{1,5}set|env[ \t]{1,5}add)(?=[ \t])/gi;
const SET_NAME = /^(?:[ \t]{1,10}--?[\w-]{1,30}){0,4}[ \t]{1,10}["']?([\w.:/@-]{1,120})["']?[ \t]{1,10}(?=[^\s-])/;

/** `setx CLIENT_SECRET ...`, `aws configure set aws_secret_access_key ...`; whatever `dotnet user-secrets` sets is one. */
const setByName = (text: string): readonly Found[] =>
  [...text.matchAll(SETS)].flatMap(({ index, 0: command }) => {
    const from = index + command.length;
    const [head, name = ''] = SET_NAME.exec(wordsFrom(text, from)) ?? [];
    const field = fieldOf(name.split(/[:/.]/).at(-1) ?? '') ?? (/user-secrets/i.test(command) ? 'password' : undefined);
    return head === undefined || field === undefined ? [] : secretAt(text, from + head.length, field);
  });

const GIVEN =
  /\b(?:echo|printf)[ \t]{1,5}(?:-n[ \t]{1,5}|["']?%s(?:\\n)?["']?[ \t]{1,5})?(?=[^\n|]{1,400}\|[^\n|]{1,200}(?:--password-stdin|--with-token|\bsudo[ \t]{1,5}-S|\bkinit\b|\bchpasswd\b))|(?:--password-stdin|--with-token|\bkinit\b[^\n<]{0,80}|\bchpasswd\b)[ \t]{0,5}<<<[ \t]{0,5}/g;

/** What a command reads from its input: `echo ... | docker login --password-stdin`. */
const givenToCommand = (text: string): readonly Found[] =>
  [...text.matchAll(GIVEN)].flatMap(({ index, 0: head }) => secretAt(text, index + head.length, 'password'));

const findTold = findAll([
  ...TELLING_COMMANDS.map(({ marks, command, before }) => ({
    marks,
    find: (text: string) =>
      commandsIn(text, command).flatMap(({ field, words, from }) =>
        [...words.matchAll(before)].flatMap((match) => secretAt(text, from + match.index + match[0].length, field)),
      ),
  })),
  { marks: [' -p ', '\n-p ', ' -p:', ' /p:'], find: besideUser },
  { marks: ['setx', ' set ', 'env add'], find: setByName },
  { marks: ['-stdin', '--with-token', 'sudo -s', 'kinit', 'chpasswd'], find: givenToCommand },
]);

/** Secrets of commands: behind a letter, by the place of a word, beside a name, or handed over. */
export const findOptions = (text: string): readonly Found[] => (MAY_BE_TOLD.test(text) ? findTold(text) : []);

/** Long values of `state` and `nonce` in a URL: support asks to remove them, as they stand for a session. */
const SESSION = /(?<=[?&#;]|u0026)(?:state|nonce)=([^&\s"'`<>{}[\]#]{16,2000})/g;

const sessionValues = (text: string): readonly Found[] =>
  [...text.matchAll(SESSION)].map(({ index, 0: all, 1: value = '' }): Found => {
    const end = index + all.length;
    return { start: end - value.length, end, field: 'alone', value };
  });

/** The values of `state` and `nonce` in sign-in URLs. Short ones are samples. */
export const findSessionValues = findAll([{ marks: ['state=', 'nonce='], find: sessionValues }]);
