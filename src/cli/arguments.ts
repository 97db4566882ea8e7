import yargs, { type Argv } from 'yargs';
import { type CheckOptions, FORMATS, toCheckOptions } from './commands/check.ts';
import type { Consent } from './commands/consent.ts';
import type { DemoOptions } from './commands/demo.ts';
import type { LookUpOptions } from './commands/explain.ts';
import type { ProbeOptions } from './commands/probe.ts';
import type { RecipeOptions } from './commands/recipe.ts';
import type { RedactCommand } from './commands/redact.ts';
import type { TokenOptions } from './commands/token.ts';
import { TOOL, UsageError } from './errors.ts';
import { nearest } from './nearest.ts';
import { shown } from './quote.ts';
import { tool } from './tool.ts';
import type { WizardOptions } from './wizard/wizard.ts';

/** The commands that look something up: what each takes, and what it does. */
const LOOK_UPS = {
  token: ['[file]', 'Explain one token, from stdin or a file'],
  explain: ['<thing>', 'Explain a code, cause, claim, scope, setting or term'],
  operation: ['<METHOD> <URL>', 'Say what a call needs'],
  causes: ['[show ID | check DIR]', 'List or show causes, or check your own rules'],
} as const;
export type LookUpCommand = keyof typeof LOOK_UPS;
const LOOK_UP_COMMANDS = Object.keys(LOOK_UPS) as readonly LookUpCommand[];

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

/** The commands that take files. */
const FILE_COMMANDS = ['check', 'probe', 'redact'] as const;
const COMMANDS = [...FILE_COMMANDS, 'demo', 'recipe', ...LOOK_UP_COMMANDS] as const;

const CHECK_OPTIONS = {
  answer: { type: 'string', array: true, requiresArg: true, describe: 'What you know: fact=value; may be repeated' },
  output: { type: 'string', requiresArg: true, describe: 'Write the report to this file' },
  force: { type: 'boolean', describe: 'Overwrite that file' },
  now: { type: 'string', requiresArg: true, describe: 'Time of the call, such as 2026-03-01T12:00:00Z' },
  resume: { type: 'boolean', describe: 'Go on with the questions that you left' },
} as const;

const { output: OUTPUT, force: FORCE } = CHECK_OPTIONS;
const CONSENT_OPTIONS = {
  yes: { type: 'boolean', describe: 'Send without asking' },
  simulator: { type: 'number', requiresArg: true, describe: 'Send everything to this port of this machine' },
} as const;
const PROBE_OPTIONS = {
  ...CHECK_OPTIONS,
  ...CONSENT_OPTIONS,
  'dry-run': { type: 'boolean', describe: 'Show what would be sent, and send nothing' },
  'until-fixed': { type: 'boolean', describe: 'Repeat the call, gently, until a change has arrived' },
} as const;
const TOKEN_OPTIONS = {
  verify: { type: 'boolean', describe: 'Verify the signature with the published keys, which are fetched' },
  ...CONSENT_OPTIONS,
} as const;

const REDACT_OPTIONS = {
  output: { ...OUTPUT, describe: 'Write the redacted text to this file' },
  force: FORCE,
} as const;

const DEMO_OPTIONS = {
  list: { type: 'boolean', describe: 'List what can be wrong' },
  seed: { type: 'number', requiresArg: true, describe: 'Draw the same fault each time' },
} as const;

const RECIPE_OPTIONS = {
  cloud: { type: 'string', requiresArg: true, describe: 'public, gcc, gcc-high, dod or china' },
  as: { type: 'string', requiresArg: true, describe: 'Print the code alone, in this language' },
  for: { type: 'string', requiresArg: true, describe: 'Fill in what this failure tells; never secrets' },
} as const;

const SHARED_OPTIONS = {
  format: { choices: FORMATS, requiresArg: true, describe: 'Format; otherwise by the ending of --output, or text' },
  plain: { type: 'boolean', describe: 'Labelled lines without marks, for screen readers' },
  'include-personal': { type: 'boolean', describe: 'Show names, mail and IP addresses, which are masked otherwise' },
  'mask-ids': { type: 'boolean', describe: 'Mask the ids of tenants, workspaces, apps and requests too' },
  'no-color': { type: 'boolean', describe: 'No colours (NO_COLOR and FORCE_COLOR count too)' },
  'no-input': { type: 'boolean', describe: 'Never ask anything, in a terminal too' },
} as const;

const SINGLE = ['format', 'output', 'now', 'cloud', 'as', 'for'] as const;

const EXAMPLES = `Finds out why Microsoft Fabric or Power BI refuses your call.

Examples:
  ${TOOL} check call.txt          a file with request and answer
  curl -i ... 2>&1 | ${TOOL}      what comes through a pipe
  ${TOOL} check call.txt --answer caller.kind=user
  ${TOOL} check call.txt --format json --output report.json
  ${TOOL} token token.txt         what is in a token
  ${TOOL} explain AADSTS50011     what a code or a word means
  ${TOOL} operation GET https://api.fabric.microsoft.com/v1/workspaces
  ${TOOL} redact session.har --output clean.har   the same without secrets
`;

const EXIT_WORDS = `Exit codes, the same in every format:
  0 nothing wrong found, 1 a cause was found, 2 usage, unreadable input or
  nothing known of what was looked up, 3 not explained, 70 a defect of this tool,
  130 stopped by Ctrl-C
Nothing is sent anywhere.`;

const didYouMean = (option: string): string | undefined =>
  nearest(option.replace(/^-+/, ''), [...Object.keys({ ...CHECK_OPTIONS, ...SHARED_OPTIONS }), 'help', 'version']);

const unknownOption = (name: string): UsageError => {
  const near = didYouMean(name);
  const next = `${TOOL} check --help`;
  // The look-ups do not take all that check takes.
  if (name === `--${near}`) return new UsageError('UNKNOWN_OPTION', `Only check takes ${name}.`, next);
  const hint = near === undefined ? '' : ` Did you mean --${near}?`;
  return new UsageError('UNKNOWN_OPTION', `There is no option ${shown(name)}.${hint}`, next);
};

const takes = (command: (typeof COMMANDS)[number]): string =>
  command === 'demo'
    ? '--list'
    : LOOK_UP_COMMANDS.some((each) => each === command)
      ? LOOK_UPS[command as LookUpCommand][0]
      : 'FILE';

const unknownCommand = (word: string): UsageError => {
  const near = COMMANDS.find((command) => command === nearest(word, COMMANDS));
  const hint = near === undefined ? ' Nor is there a file of that name.' : ` Did you mean ${near}?`;
  return new UsageError(
    'UNKNOWN_COMMAND',
    `There is no command ${shown(word)}.${hint}`,
    near === undefined ? `${TOOL} check FILE` : `${TOOL} ${near} ${takes(near)}`,
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

const withLookUps = (base: Argv): Argv =>
  LOOK_UP_COMMANDS.reduce((all, command) => {
    const [takes, does] = LOOK_UPS[command];
    const own = command === 'token' ? TOKEN_OPTIONS : {};
    return all.command(command, does, (one) => one.usage(`Usage: $0 ${command} ${takes}`).options(own));
  }, base);

const parser = (columns: number) =>
  withLookUps(yargs([]))
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
      command.usage('Usage: $0 [check] [files...]    (- is stdin)').options(CHECK_OPTIONS),
    )
    .command('probe', 'Look live where the paste cannot settle it; shows every request first', (command) =>
      command.usage('Usage: $0 probe [files...]    (- is stdin)').options(PROBE_OPTIONS),
    )
    .command('redact', 'Take secrets and personal data out of a text, a HAR or a log', (command) =>
      command.usage('Usage: $0 redact [files...]    (- is stdin)').options(REDACT_OPTIONS),
    )
    .command('demo', 'Try it on a made-up tenant on this machine, in which one thing is wrong', (command) =>
      command.usage('Usage: $0 demo [fault]').options(DEMO_OPTIONS),
    )
    .command('recipe', 'Show a token request or a grant of access done right', (command) =>
      command.usage('Usage: $0 recipe [API] [FLOW] | grant WHAT').options(RECIPE_OPTIONS),
    )
    .options(SHARED_OPTIONS)
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

const onlyCheckWrites = (format: unknown): UsageError =>
  new UsageError('OPTION_BAD_VALUE', `Only check writes --format ${format}.`, `${TOOL} check FILE --format ${format}`);

const lookUpFormat = (format: unknown): LookUpOptions['format'] => {
  const own = ['text', 'json'] as const;
  const known = own.find((each) => each === (format ?? 'text'));
  if (known !== undefined) return known;
  throw onlyCheckWrites(format);
};

const toConsent = (args: Readonly<Record<string, unknown>>): Consent => ({
  yes: args['yes'] === true,
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
  let printed: string | undefined;
  const args = await parser(columns).parseAsync([...argv], {}, (_error, _args, output) => {
    if (output !== '') printed = output;
  });
  if (printed !== undefined) return { is: 'print', text: printed === tool.version ? `${printed}\n` : help(printed) };
  const twice = SINGLE.find((name) => Array.isArray(args[name]));
  if (twice) throw new UsageError('OPTION_TWICE', `--${twice} is given twice.`, `${TOOL} check --help`);
  // Files are taken from `_`: a positional of yargs would lose the `-` that stands for stdin.
  const words = args._.map(String);
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
  if (!named && first !== undefined && looksLikeCommand(first) && !isFile(first)) throw unknownCommand(first);
  if (args['resume'] === true && !isWizard(args, options)) {
    throw new UsageError('OPTION_BAD_VALUE', '--resume goes by itself: it asks on where you left.', `${TOOL} --resume`);
  }
  return isWizard(args, options)
    ? { is: 'wizard', options: { ...options, resume: args['resume'] === true }, otherwise: options }
    : { is: 'check', options };
};
