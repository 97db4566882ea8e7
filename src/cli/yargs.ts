import yargs, { type Argv } from 'yargs';
import { TOOL, UsageError } from './errors.ts';
import { nearest } from './nearest.ts';
import {
  CHECK_OPTIONS,
  DEMO_OPTIONS,
  LOOK_UP_COMMANDS,
  LOOK_UPS,
  OPTIONS_OF,
  PROBE_OPTIONS,
  RECIPE_OPTIONS,
  REDACT_OPTIONS,
  SHARED_OPTIONS,
} from './options.ts';
import type { Arguments } from './plain-parse.ts';
import { shown } from './quote.ts';
import { tool } from './tool.ts';

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
    return all.command(command, does, (one) => one.usage(`Usage: $0 ${command} ${takes}`).options(OPTIONS_OF[command]));
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

/** Reads any command line: what it says, or the help that it asks for. */
export const parseWithYargs = async (argv: readonly string[], columns: number): Promise<Arguments | string> => {
  let printed: string | undefined;
  const args = await parser(columns).parseAsync([...argv], {}, (_error, _args, output) => {
    if (output !== '') printed = output;
  });
  if (printed !== undefined) return printed === tool.version ? `${printed}\n` : help(printed);
  // Files are taken from `_`: a positional of yargs would lose the `-` that stands for stdin.
  return { ...args, _: args._.map(String) };
};
