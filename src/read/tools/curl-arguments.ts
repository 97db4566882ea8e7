import { type CommandOptions, type CurlOption, standsAlone } from './curl-options.ts';

/** One option with its value, or a word that stands by itself. */
export interface Argument {
  readonly option: CurlOption | 'word';
  readonly value: string;
}

const longArgument = (
  word: string,
  next: string | undefined,
  { long }: CommandOptions,
): [argument: Argument, used: number] => {
  const equals = word.indexOf('=');
  const option = long[equals === -1 ? word.slice(2) : word.slice(2, equals)] ?? 'flag';
  if (standsAlone(option)) return [{ option, value: '' }, 1];
  return equals === -1 ? [{ option, value: next ?? '' }, 2] : [{ option, value: word.slice(equals + 1) }, 1];
};

/** Letters in one word, such as `-sSXPOST`: flags first, each of which counts once, the rest is the value of the first that takes one. */
const shortArguments = (
  word: string,
  next: string | undefined,
  { short }: CommandOptions,
): [found: Argument[], used: number] => {
  const found: Argument[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const option = short[word.charAt(at)] ?? 'flag';
    if (standsAlone(option)) {
      if (!found.some((flag) => flag.option === option)) found.push({ option, value: '' });
      continue;
    }
    const glued = word.slice(at + 1);
    found.push({ option, value: glued === '' ? (next ?? '') : glued });
    return [found, glued === '' ? 2 : 1];
  }
  return [found, 1];
};

/** The options of a command with their values, and its other words, in order. */
export const argumentsIn = (words: readonly string[], options: CommandOptions): readonly Argument[] => {
  const all: Argument[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    if (word.startsWith('--') && word.length > 2) {
      const [argument, used] = longArgument(word, words[at + 1], options);
      all.push(argument);
      at += used;
    } else if (word.startsWith('-') && word.length > 1) {
      const [found, used] = shortArguments(word, words[at + 1], options);
      for (const argument of found) all.push(argument);
      at += used;
    } else {
      all.push({ option: 'word', value: word });
      at += 1;
    }
  }
  return all;
};

/** The values of some options. */
export const valuesOf = (all: readonly Argument[], ...options: readonly Argument['option'][]): readonly string[] =>
  all.filter(({ option }) => options.includes(option)).map(({ value }) => value);
