import { type CheckOptions, toCheckOptions } from './commands/check-options.ts';
import type { Consent } from './commands/consent.ts';
import type { DemoOptions } from './commands/demo.ts';
import type { LookUpOptions } from './commands/print-look-up.ts';
import type { ProbeOptions } from './commands/probe.ts';
import type { RecipeOptions } from './commands/recipe.ts';
import type { RedactCommand } from './commands/redact.ts';
import type { TokenOptions } from './commands/token.ts';
import { TOOL, UsageError } from './errors.ts';
import { nearest } from './nearest.ts';
import { COMMANDS, LOOK_UP_COMMANDS, LOOK_UP_FORMATS, type LookUpCommand } from './options.ts';
import { plainParse } from './plain-parse.ts';
import { shown } from './quote.ts';
import type { WizardOptions } from './wizard/wizard.ts';

/**
 * What the command line asks for: text to print, the age of the knowledge, a check, a look-up, or to be asked, which
 * is a check where there is no terminal.
 */
export type Request =
  | { readonly is: 'print'; readonly text: string }
  | { readonly is: 'dates' }
  | { readonly is: 'check'; readonly options: CheckOptions }
  | { readonly is: 'wizard'; readonly options: WizardOptions; readonly otherwise: CheckOptions }
  | { readonly is: 'redact'; readonly options: RedactCommand }
  | { readonly is: 'probe'; readonly options: ProbeOptions }
  | { readonly is: 'demo'; readonly options: DemoOptions }
  | { readonly is: 'recipe'; readonly options: RecipeOptions }
  | { readonly is: 'look-up'; readonly command: LookUpCommand; readonly options: TokenOptions };

const SINGLE = ['format', 'output', 'now', 'cloud', 'as', 'for'] as const;

const unknownCommand = async (word: string): Promise<UsageError> => {
  const near = COMMANDS.find((command) => command === nearest(word, COMMANDS));
  const hint = near === undefined ? ' Nor is there a file of that name.' : ` Did you mean ${near}?`;
  const { MANUAL } = await import('./manual.ts');
  const [line] = MANUAL[near ?? 'check'].examples[0] ?? [`${TOOL} --help`];
  return new UsageError('UNKNOWN_COMMAND', `There is no command ${shown(word)}.${hint}`, line);
};

/** Whether a word can only be meant as a command: it has neither a dot nor a slash, as files have. */
const looksLikeCommand = (word: string): boolean => /^[a-z][a-z-]*$/i.test(word);

const onlyCheckWrites = (format: unknown): UsageError =>
  new UsageError('OPTION_BAD_VALUE', `Only check writes --format ${format}.`, `${TOOL} check FILE --format ${format}`);

const lookUpFormat = (format: unknown): LookUpOptions['format'] => {
  const known = LOOK_UP_FORMATS.find((each) => each === (format ?? 'text'));
  if (known !== undefined) return known;
  throw onlyCheckWrites(format);
};

const toConsent = (args: Readonly<Record<string, unknown>>): Consent => ({
  yes: args['yes'] === true,
  ...(typeof args['ca'] === 'string' && { ca: args['ca'] }),
  ...(typeof args['simulator'] === 'number' && { simulator: args['simulator'] }),
});

const toLookUpOptions = (args: Readonly<Record<string, unknown>>, words: readonly string[]): TokenOptions => ({
  ...(args['verify'] === true && { verify: toConsent(args) }),
  words,
  format: lookUpFormat(args['format']),
  colour: !args['no-color'],
  plain: args['plain'] === true,
  includePersonal: args['include-personal'] === true,
  maskIds: args['mask-ids'] === true,
});

const toRecipeOptions = (args: Readonly<Record<string, unknown>>, words: readonly string[]): RecipeOptions => ({
  ...toLookUpOptions(args, words),
  ...(typeof args['cloud'] === 'string' && { cloud: args['cloud'] }),
  ...(typeof args['as'] === 'string' && { as: args['as'] }),
  ...(typeof args['for'] === 'string' && { for: args['for'] }),
});

const toRedactCommand = (args: Readonly<Record<string, unknown>>, files: readonly string[]): RedactCommand => {
  if (args['format'] !== undefined) {
    throw new UsageError('OPTION_BAD_VALUE', 'redact keeps the format of its input.', `${TOOL} redact FILE`);
  }
  return {
    files,
    ...(typeof args['output'] === 'string' && { output: args['output'] }),
    force: args['force'] === true,
    includePersonal: args['include-personal'] === true,
    maskIds: args['mask-ids'] === true,
  };
};

const toProbeOptions = (args: Readonly<Record<string, unknown>>, files: readonly string[]): ProbeOptions => {
  const options = toCheckOptions({ ...args, files }, false);
  const { format } = options;
  if (format === 'jsonl' || format === 'case') throw onlyCheckWrites(format);
  return {
    ...options,
    format,
    ...toConsent(args),
    dryRun: args['dry-run'] === true,
    untilFixed: args['until-fixed'] === true,
    ...(typeof args['certificate'] === 'string' && { certificate: args['certificate'] }),
    ...(typeof args['assertion'] === 'string' && { assertion: args['assertion'] }),
    ...(args['sign-in'] !== undefined && { signIn: args['sign-in'] === 'browser' ? 'browser' : 'device' }),
  };
};

const toDemoOptions = (args: Readonly<Record<string, unknown>>, [fault]: readonly string[]): DemoOptions => ({
  ...(fault !== undefined && { fault }),
  list: args['list'] === true,
  ...(typeof args['seed'] === 'number' && { seed: args['seed'] }),
  report: toCheckOptions({ ...args, files: [] }, false),
});

/** Whether questions were asked for: no command, nothing to check, and nothing that only a single run has. */
const isWizard = (
  args: Readonly<Record<string, unknown>>,
  { files, answers, demoWhenEmpty, mayAsk }: CheckOptions,
): boolean =>
  demoWhenEmpty &&
  mayAsk &&
  files.length + Object.keys(answers).length === 0 &&
  args['output'] === undefined &&
  args['format'] === undefined;

/** Reads the command line. `isFile` tells a mistyped command from a file without an ending. */
export const parseArguments = async (
  argv: readonly string[],
  columns: number,
  isFile: (name: string) => boolean,
): Promise<Request> => {
  if (argv.includes('--version') && argv.includes('--verbose')) return { is: 'dates' };
  const args = plainParse(argv) ?? (await (await import('./yargs.ts')).parseWithYargs(argv, columns));
  if (typeof args === 'string') return { is: 'print', text: args };
  const twice = SINGLE.find((name) => Array.isArray(args[name]));
  if (twice) throw new UsageError('OPTION_TWICE', `--${twice} is given twice.`, `${TOOL} check --help`);
  const words = args._;
  const command = LOOK_UP_COMMANDS.find((each) => each === words[0]);
  if (command !== undefined) return { is: 'look-up', command, options: toLookUpOptions(args, words.slice(1)) };
  if (words[0] === 'redact') return { is: 'redact', options: toRedactCommand(args, words.slice(1)) };
  if (words[0] === 'recipe') return { is: 'recipe', options: toRecipeOptions(args, words.slice(1)) };
  if (words[0] === 'demo') return { is: 'demo', options: toDemoOptions(args, words.slice(1)) };
  if (words[0] === 'probe') return { is: 'probe', options: toProbeOptions(args, words.slice(1)) };
  const named = words[0] === 'check';
  const files = named ? words.slice(1) : words;
  const options = toCheckOptions({ ...args, files }, !named);
  const [first] = options.files;
  if (!named && first !== undefined && looksLikeCommand(first) && !isFile(first)) throw await unknownCommand(first);
  if (args['resume'] === true && !isWizard(args, options)) {
    throw new UsageError('OPTION_BAD_VALUE', '--resume goes by itself: it asks on where you left.', `${TOOL} --resume`);
  }
  return isWizard(args, options)
    ? { is: 'wizard', options: { ...options, resume: args['resume'] === true }, otherwise: options }
    : { is: 'check', options };
};
