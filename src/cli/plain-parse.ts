import { COMMANDS, OPTIONS_OF, type Option, SHARED_OPTIONS } from './options.ts';

/** A command line as read: the words that are no options, the command first where one is named, and the options. */
export type Arguments = Readonly<Record<string, unknown>> & { readonly _: readonly string[] };

/** Words that yargs takes for something else than a file. */
const SPECIAL = ['help', 'version', 'true', 'false'];

const isWord = (text: string): boolean =>
  text === '-' || (/^[^-"']/.test(text) && !/["']$/.test(text) && !SPECIAL.includes(text));

const toValue = ({ type, choices }: Option, text: string): string | number | undefined => {
  if (choices !== undefined) return choices.find((choice) => choice === text);
  if (type === 'number') return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  return isWord(text) ? text : undefined;
};

/**
 * Reads a command line that is plain: a command, its words and its options, each spelled out with a value that it can
 * have. Anything else is left to yargs, which knows all forms and has the words for what is wrong, but takes as long to
 * load as Node itself.
 */
export const plainParse = (argv: readonly string[]): Arguments | undefined => {
  const command = COMMANDS.find((each) => each === argv[0]);
  if (command === undefined) return undefined;
  const known: Readonly<Record<string, Option>> = { ...SHARED_OPTIONS, ...OPTIONS_OF[command] };
  const words: string[] = [command];
  const options = new Map<string, unknown>();
  for (let i = 1; i < argv.length; i += 1) {
    const each = argv[i] ?? '';
    if (isWord(each)) {
      words.push(each);
      continue;
    }
    const [, name = '', joined] = /^--([a-z-]+)(?:=(.+))?$/s.exec(each) ?? [];
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (option === undefined || (options.has(name) && !option.array)) return undefined;
    if (option.type === 'boolean') {
      if (joined !== undefined) return undefined;
      options.set(name, true);
      continue;
    }
    if (joined === undefined) i += 1;
    const value = toValue(option, joined ?? argv[i] ?? '');
    if (value === undefined) return undefined;
    const before = options.get(name);
    options.set(name, option.array ? [...(Array.isArray(before) ? before : []), value] : value);
  }
  return { ...Object.fromEntries(options), _: words };
};
