import yargs from 'yargs';
import { type CheckOptions, FORMATS, toCheckOptions } from './commands/check.ts';
import { TOOL, UsageError } from './errors.ts';
import { nearest } from './nearest.ts';
import { shown } from './quote.ts';
import { tool } from './tool.ts';

/** What the command line asks for: text to print, or a check to run. */
export type Request =
  | { readonly is: 'print'; readonly text: string }
  | { readonly is: 'check'; readonly options: CheckOptions };

const COMMANDS = ['check'] as const;

const CHECK_OPTIONS = {
  answer: { type: 'string', array: true, requiresArg: true, describe: 'What you know: fact=value; may be repeated' },
  format: { choices: FORMATS, requiresArg: true, default: 'text', describe: 'Format of the report' },
  output: { type: 'string', requiresArg: true, describe: 'Write the report to this file' },
  force: { type: 'boolean', describe: 'Overwrite that file' },
  now: { type: 'string', requiresArg: true, describe: 'Time of the call, such as 2026-03-01T12:00:00Z' },
  plain: { type: 'boolean', describe: 'Labelled lines without marks, for screen readers' },
  'no-color': { type: 'boolean', describe: 'No colours (NO_COLOR and FORCE_COLOR count too)' },
  'no-input': { type: 'boolean', describe: 'Never ask anything (check never does)' },
} as const;

const SINGLE = ['format', 'output', 'now'] as const;

const EXAMPLES = `Finds out why Microsoft Fabric or Power BI refuses your call.

Examples:
  ${TOOL} check call.txt          a file with request and answer
  curl -i ... 2>&1 | ${TOOL}      what comes through a pipe
  ${TOOL} check call.txt --answer caller.kind=user
  ${TOOL} check call.txt --format json --output report.json
`;

const EXIT_WORDS = `Exit codes, the same in every format:
  0 nothing wrong found, 1 a cause was found, 2 usage or unreadable input,
  3 not explained, 70 a defect of this tool
Nothing is sent anywhere.`;

const didYouMean = (option: string): string | undefined =>
  nearest(option.replace(/^-+/, ''), [...Object.keys(CHECK_OPTIONS), 'help', 'version']);

const unknownOption = (name: string): UsageError => {
  const near = didYouMean(name);
  const hint = near === undefined ? '' : ` Did you mean --${near}?`;
  return new UsageError('UNKNOWN_OPTION', `There is no option ${shown(name)}.${hint}`, `${TOOL} check --help`);
};

const unknownCommand = (word: string): UsageError => {
  const near = nearest(word, COMMANDS);
  const hint = near === undefined ? ' Nor is there a file of that name.' : ` Did you mean ${near}?`;
  return new UsageError(
    'UNKNOWN_COMMAND',
    `There is no command ${shown(word)}.${hint}`,
    near === undefined ? `${TOOL} check FILE` : `${TOOL} ${near} FILE`,
  );
};

const fail = (message: string | undefined, error: Error | undefined): never => {
  if (error && error.name !== 'YError') throw error;
  const unknown = /^Unknown arguments?: ([^,]*)/.exec(message ?? '')?.[1];
  if (unknown !== undefined) throw unknownOption(unknown.length === 1 ? `-${unknown}` : `--${unknown}`);
  throw new UsageError(
    'OPTION_BAD_VALUE',
    shown(message ?? error?.message ?? 'An option is wrong.'),
    `${TOOL} check --help`,
  );
};

const parser = (columns: number) =>
  yargs([])
    .scriptName(TOOL)
    .locale('en')
    .detectLocale(false)
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .command(['check', '$0'], 'Diagnose files or stdin, once', (command) =>
      command.usage('Usage: $0 [check] [files...]    (- is stdin)'),
    )
    .options(CHECK_OPTIONS)
    .version(tool.version)
    .help()
    .strictOptions()
    .exitProcess(false)
    .showHelpOnFail(false)
    .wrap(Math.min(columns, 100))
    .fail(fail);

/** Examples stand before the options: most people look for a line to copy. */
const help = (printed: string): string =>
  `${EXAMPLES}\n${printed.slice(Math.max(0, printed.indexOf('Usage: ')))}\n\n${EXIT_WORDS}\n`;

/** Whether a word can only be meant as a command: it has neither a dot nor a slash, as files have. */
const looksLikeCommand = (word: string): boolean => /^[a-z][a-z-]*$/i.test(word);

/** Reads the command line. `isFile` tells a mistyped command from a file without an ending. */
export const parseArguments = async (
  argv: readonly string[],
  columns: number,
  isFile: (name: string) => boolean,
): Promise<Request> => {
  let printed: string | undefined;
  const args = await parser(columns).parseAsync([...argv], {}, (_error, _args, output) => {
    if (output !== '') printed = output;
  });
  if (printed !== undefined) return { is: 'print', text: printed === tool.version ? `${printed}\n` : help(printed) };
  const twice = SINGLE.find((name) => Array.isArray(args[name]));
  if (twice) throw new UsageError('OPTION_TWICE', `--${twice} is given twice.`, `${TOOL} check --help`);
  // Files are taken from `_`: a positional of yargs would lose the `-` that stands for stdin.
  const words = args._.map(String);
  const named = words[0] === 'check';
  const files = named ? words.slice(1) : words;
  const options = toCheckOptions({ ...args, files }, !named);
  const [first] = options.files;
  if (!named && first !== undefined && looksLikeCommand(first) && !isFile(first)) throw unknownCommand(first);
  return { is: 'check', options };
};
