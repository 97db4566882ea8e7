import type { SecretField } from '../model/secret.ts';
import { findAll } from './finder.ts';
import type { Found } from './found.ts';
import { readValue } from './read-value.ts';

/**
 * Commands whose one-letter option takes a secret. The letter alone says nothing: `-p` is a path or a port elsewhere.
 * @see https://learn.microsoft.com/cli/azure/reference-index#az-login
 * @see https://microsoft.github.io/fabric-cli/commands/auth/
 */
const COMMANDS: readonly { readonly command: RegExp; readonly option: RegExp }[] = [
  {
    command: /\b(?:az(?:\.cmd|\.exe)?[ \t]{1,10}login|fab(?:\.exe)?[ \t]{1,10}auth[ \t]{1,10}login)(?![\w-])/g,
    option: /(?<=[\s`])-p(?:[ \t=]{1,10}|(?=["']))/g,
  },
  {
    command: /\bcurl(?:\.exe)?(?=[ \t])/g,
    option: /(?<=[\s`])(?:--pass[ \t=]{1,10}|(?:--cert|-E)[ \t=]{1,10}["']?[^\s"':]{1,200}:(?![\\/]))/g,
  },
  { command: /\b(?:sqlcmd|bcp)(?:\.exe)?(?=[ \t])/g, option: /(?<=\s)-P(?:[ \t]{1,10}|(?=\S))/g },
];

const LONGEST = 1200;
/** A line break that no backslash, caret or backtick continues. */
const END = /(?<![\\^`])[ \t]{0,10}\n/;

interface Command {
  readonly field: SecretField;
  readonly words: string;
  readonly from: number;
}

/** The commands of a text with the words behind them; one named within another is part of it. */
const commandsIn = (text: string, name: RegExp): readonly Command[] => {
  const found: Command[] = [];
  let end = 0;
  for (const { index, 0: start } of text.matchAll(name)) {
    if (index < end) continue;
    const from = index + start.length;
    const near = text.slice(from, from + LONGEST);
    const words = near.slice(0, END.exec(near)?.index ?? near.length);
    found.push({ field: /--service-principal|^fab/.test(start + words) ? 'client_secret' : 'password', words, from });
    end = from + words.length;
  }
  return found;
};

/** Secrets behind the one-letter options of sign-in commands: `az login -p`, `fab auth login -p`, `sqlcmd -P`. */
export const findOptions = (text: string): readonly Found[] =>
  COMMANDS.flatMap(({ command, option }) =>
    commandsIn(text, command).flatMap(({ field, words, from }) =>
      [...words.matchAll(option)]
        .map((match): Found => ({ ...readValue(text, from + match.index + match[0].length), field }))
        .filter(({ value }) => value !== ''),
    ),
  );

/** Long values of `state` and `nonce` in a URL: support asks to remove them, as they stand for a session. */
const SESSION = /(?<=[?&#;]|u0026)(?:state|nonce)=([^&\s"'`<>{}[\]#]{16,2000})/g;

const sessionValues = (text: string): readonly Found[] =>
  [...text.matchAll(SESSION)].map(({ index, 0: all, 1: value = '' }): Found => {
    const end = index + all.length;
    return { start: end - value.length, end, field: 'alone', value };
  });

/** The values of `state` and `nonce` in sign-in URLs. Short ones are samples. */
export const findSessionValues = findAll([{ marks: ['state=', 'nonce='], find: sessionValues }]);
