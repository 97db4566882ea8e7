import yargs, { type Argv } from 'yargs';
import { TOOL, UsageError } from './errors.ts';
import { EXIT_WORDS, type Example, FIRST_EXAMPLES, MANUAL, SENDING } from './manual.ts';
import { nearest } from './nearest.ts';
import { COMMANDS, type Command, FILE_COMMANDS, OPTIONS_OF, SHARED_OPTIONS } from './options.ts';
import type { Arguments } from './plain-parse.ts';
import { shown } from './quote.ts';
import { tool } from './tool.ts';

/** Where what an example shows begins; behind a longer line it stands below. */
const SHOWS_AT = 46;

const exampleLine = ([line, shows]: Example): string =>
  line.length < SHOWS_AT - 2
    ? `  ${line.padEnd(SHOWS_AT - 2)}${shows}\n`
    : `  ${line}\n${' '.repeat(SHOWS_AT)}${shows}\n`;

const exitLines = (): string => EXIT_WORDS.map(([code, means]) => `  ${String(code).padStart(3)}  ${means}\n`).join('');

const commandOf = (argv: readonly string[]): Command | undefined => COMMANDS.find((each) => each === argv[0]);

/** What is wrong with an option: another command takes it, it is mistyped, or there is none like it. */
const unknownOption = (name: string, command: Command): UsageError => {
  const word = name.replace(/^-+/, '');
  const taking = COMMANDS.filter((each) => Object.hasOwn(OPTIONS_OF[each], word));
  const [first] = taking;
  if (first !== undefined) {
    const only = `Only ${taking.join(' and ')} ${taking.length === 1 ? 'takes' : 'take'} ${name}.`;
    return new UsageError('UNKNOWN_OPTION', only, `${TOOL} ${first} --help`);
  }
  const near = nearest(word, [...Object.keys({ ...OPTIONS_OF[command], ...SHARED_OPTIONS }), 'help', 'version']);
  const hint = near === undefined ? '' : ` Did you mean --${near}?`;
  return new UsageError('UNKNOWN_OPTION', `There is no option ${shown(name)}.${hint}`, `${TOOL} ${command} --help`);
};

/** How yargs says that a value is none of those that an option takes. */
const BAD_CHOICE = /^Invalid values:\s+Argument: ([\w-]+), Given: "([^"]*)", Choices: (.*)/;

const badChoice = (option: string, given: string, choices: readonly string[], command: Command): UsageError => {
  const near = nearest(given, choices);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  const words = `--${option} does not take ${shown(given)}.${hint} It takes ${choices.join(', ')}.`;
  return new UsageError('OPTION_BAD_VALUE', words, `${TOOL} ${command} --help`);
};

/** Throws what a person can put right, in the words of this tool. */
const failing =
  (command: Command) =>
  (message: string | undefined, error: Error | undefined): never => {
    if (error && error.name !== 'YError') throw error;
    const unknown = /^Unknown arguments?: ([^,]*)/.exec(message ?? '')?.[1];
    if (unknown !== undefined) throw unknownOption(unknown.length === 1 ? `-${unknown}` : `--${unknown}`, command);
    const [, option = '', given = '', choices = ''] = BAD_CHOICE.exec(message ?? '') ?? [];
    if (option !== '') throw badChoice(option, given, choices.match(/[\w-]+/g) ?? [], command);
    throw new UsageError(
      'OPTION_BAD_VALUE',
      shown(message ?? error?.message ?? 'An option is wrong.'),
      `${TOOL} ${command} --help`,
    );
  };

const isDefault = (command: Command): boolean => command === 'check';

const usageOf = (command: Command): string =>
  `Usage: $0 ${isDefault(command) ? '[check]' : command} ${MANUAL[command].takes}${FILE_COMMANDS.includes(command) ? '    (- is stdin)' : ''}`;

const withCommands = (base: Argv): Argv =>
  Object.entries(MANUAL).reduce((all, [name, { does }]) => {
    const command = name as Command;
    return all.command(isDefault(command) ? [command, '$0'] : command, does, (one) =>
      one.usage(usageOf(command)).options(OPTIONS_OF[command]),
    );
  }, base);

const parser = (columns: number, command: Command) =>
  withCommands(yargs([]))
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
    .options(SHARED_OPTIONS)
    .version(tool.version)
    .help()
    .strictOptions()
    .exitProcess(false)
    .showHelpOnFail(false)
    .wrap(Math.min(columns, 100))
    .fail(failing(command));

/** Examples stand before the options: most people look for a line to copy. */
const help = (printed: string, command: Command | undefined): string =>
  [
    'Finds out why Microsoft Fabric or Power BI refuses your call.\n',
    `Examples:\n${(command === undefined ? FIRST_EXAMPLES : MANUAL[command].examples).map(exampleLine).join('')}`,
    `${printed.slice(Math.max(0, printed.indexOf('Usage: ')))}\n`,
    `Exit codes, the same in every format:\n${exitLines()}`,
    `${SENDING}\n`,
  ].join('\n');

/** Reads any command line: what it says, or the help that it asks for. */
export const parseWithYargs = async (argv: readonly string[], columns: number): Promise<Arguments | string> => {
  let printed: string | undefined;
  const command = commandOf(argv);
  const args = await parser(columns, command ?? 'check').parseAsync([...argv], {}, (_error, _args, output) => {
    if (output !== '') printed = output;
  });
  if (printed !== undefined) return printed === tool.version ? `${printed}\n` : help(printed, command);
  // Files are taken from `_`: a positional of yargs would lose the `-` that stands for stdin.
  return { ...args, _: args._.map(String) };
};
