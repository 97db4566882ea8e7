import { existsSync } from 'node:fs';
import type { CheckOptions } from './commands/check-options.ts';
import type { LookUpOptions } from './commands/print-look-up.ts';
import type { Diagnose } from './diagnose.ts';
import { TOOL, UsageError } from './errors.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { wordsFor } from './next-command.ts';
import type { LookUpCommand } from './options.ts';
import { shown } from './quote.ts';
import { refuseSecrets } from './secret-argument.ts';
import { tool } from './tool.ts';
import type { WizardOptions } from './wizard/wizard.ts';

const builtInEngine = async (): Promise<Diagnose> => (await import('../index.ts')).diagnose;

type RunLookUp = (options: LookUpOptions, io: Io) => Promise<number>;

/** The commands that look something up; only the one that runs is loaded, with what it knows. */
const LOOK_UPS: Readonly<Record<LookUpCommand, () => Promise<RunLookUp>>> = {
  token: async () => (await import('./commands/token.ts')).runToken,
  explain: async () => (await import('./commands/explain.ts')).runExplain,
  operation: async () => (await import('./commands/operation.ts')).runOperation,
  causes: async () => (await import('./commands/causes.ts')).runCauses,
  completion: async () => (await import('./commands/completion.ts')).runCompletion,
};

const printDates = async (io: Io): Promise<number> => {
  const { knowledgeDates } = await import('../knowledge/explain-dates.ts');
  const { datesReport } = await import('../report/explain-dates.ts');
  io.out(datesReport(tool.version, knowledgeDates()));
  return EXIT.nothingWrong;
};

const runInTerminal = async (options: WizardOptions, io: Io): Promise<number> =>
  (await import('./wizard/wizard.ts')).runWizard(options, io);

const isTerminal = ({ stdinIsTty, stdoutIsTty }: Io): boolean => stdinIsTty && stdoutIsTty;

/** Checks what was given; where nothing was, shows what the tool does. */
const runCheckOrDemo = async (report: CheckOptions, io: Io, engine: Diagnose): Promise<number> =>
  (await (await import('./commands/check.ts')).runCheck(report, io, engine)) ??
  (await import('./commands/demo.ts')).runDemo({ list: false, report }, io, engine);

const dispatch = async (argv: readonly string[], io: Io, engine: () => Promise<Diagnose>): Promise<number> => {
  // The first prompt stands before anything else is loaded.
  if (argv.length === 0 && isTerminal(io)) return runInTerminal({ colour: true, plain: false, resume: false }, io);
  refuseSecrets(argv, io.platform);
  const { parseArguments } = await import('./arguments.ts');
  const request = await parseArguments(argv, io.columns, existsSync);
  if (request.is === 'print') {
    io.out(request.text);
    return EXIT.nothingWrong;
  }
  if (request.is === 'dates') return printDates(io);
  if (request.is === 'look-up') return (await LOOK_UPS[request.command]())(request.options, io);
  if (request.is === 'wizard' && isTerminal(io)) return runInTerminal(request.options, io);
  if (request.is === 'wizard' && request.options.resume) {
    throw new UsageError('INPUT_MISSING', 'Questions need a terminal to be asked in.', `${TOOL} check FILE`);
  }
  if (request.is === 'probe') return (await import('./commands/probe.ts')).runProbe(request.options, io);
  if (request.is === 'recipe') return (await import('./commands/recipe.ts')).runRecipe(request.options, io);
  if (request.is === 'demo') return (await import('./commands/demo.ts')).runDemo(request.options, io, await engine());
  if (request.is === 'redact') return (await import('./commands/redact.ts')).runRedact(request.options, io);
  return runCheckOrDemo(request.is === 'wizard' ? request.otherwise : request.options, io, await engine());
};

/** Where in the code it happened. The message is left out: it may quote what was pasted. */
const frames = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 5)
        .join('\n')
    : '';

const report = (error: unknown, argv: readonly string[], io: Io): number => {
  if (error instanceof UsageError) {
    const { message, next } = wordsFor(argv, error);
    io.err(`${error.code}: ${message}\nTry: ${next}\n`);
    return EXIT.usage;
  }
  const name = error instanceof Error ? error.name : typeof error;
  // inquirer throws this where Ctrl-C is pressed at its prompt.
  if (name === 'ExitPromptError') {
    io.err('\nStopped. Nothing more is sent.\n');
    return EXIT.interrupted;
  }
  io.err(`INTERNAL: A defect of this tool stopped it (${shown(name)}). Nothing was diagnosed and nothing was sent.\n`);
  io.err(
    `Please report it with these lines and the command that you ran, without what you pasted.\n${frames(error)}\n`,
  );
  return EXIT.internal;
};

/** Runs one command line and gives its exit code. It never throws; `engine` is there for tests. */
export const run = async (
  argv: readonly string[],
  io: Io,
  engine: () => Promise<Diagnose> = builtInEngine,
): Promise<number> => {
  try {
    return await dispatch(argv, io, engine);
  } catch (error) {
    return report(error, argv, io);
  }
};
