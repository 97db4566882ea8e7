import type { Answers, Diagnosis } from '../../model/diagnosis.ts';
import type { Paste } from '../../model/paste.ts';
import { toAnswers } from '../answers.ts';
import { TOOL, UsageError } from '../errors.ts';
import { EXIT, exitCode } from '../exit.ts';
import { readInputs, STDIN, toPaste } from '../input.ts';
import type { Io } from '../io.ts';
import { writeOutput } from '../output.ts';
import { shown } from '../quote.ts';
import { sampleNote, samplePaste } from '../sample.ts';
import { renderer } from './render.ts';

/** The formats of a report. */
export const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** What `check` was asked to do. */
export interface CheckOptions {
  readonly files: readonly string[];
  readonly answers: Answers;
  readonly format: Format;
  readonly output?: string;
  readonly force: boolean;
  readonly now?: string;
  readonly colour: boolean;
  readonly plain: boolean;
  /** No command was named: with nothing to read, the sample is shown. */
  readonly sampleWhenEmpty: boolean;
}

/** The options as yargs gives them. */
export interface CheckArguments {
  readonly files: readonly string[];
  readonly answer?: readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
  readonly now?: string | undefined;
  readonly 'no-color'?: boolean | undefined;
  readonly plain?: boolean | undefined;
}

/** The engine, as far as `check` uses it. */
export type Diagnose = (
  pastes: readonly Paste[],
  context: { readonly now: string; readonly answers: Answers },
) => readonly Diagnosis[];

const toNow = (text: string): string => {
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new UsageError(
    'NOW_NOT_A_TIME',
    `--now takes a time such as 2026-03-01T12:00:00Z; ${shown(text)} is none.`,
    `${TOOL} check FILE --now 2026-03-01T12:00:00Z`,
  );
};

/** What yargs read, as options: every value checked. */
export const toCheckOptions = (args: CheckArguments, sampleWhenEmpty: boolean): CheckOptions => ({
  files: args.files,
  answers: toAnswers(args.answer ?? []),
  format: FORMATS.find((format) => format === args.format) ?? 'text',
  ...(args.output !== undefined && { output: args.output }),
  force: args.force ?? false,
  ...(args.now !== undefined && { now: toNow(args.now) }),
  colour: !args['no-color'],
  plain: args.plain ?? false,
  sampleWhenEmpty,
});

/** How long to wait for the first byte of a pipe when nobody said that there is anything to read. */
const PATIENCE = 5000;

/** What came by stdin without being named; empty where nothing did. */
const fromStdin = async (io: Io): Promise<readonly Paste[]> => {
  const bytes = io.stdinIsTty ? new Uint8Array() : await io.readStdin(PATIENCE);
  return bytes.length > 0 ? [toPaste(bytes, 'stdin')] : [];
};

/** What there is to diagnose; nothing where the sample is to be shown. Answers alone can do as well. */
const gather = async (
  { files, answers, sampleWhenEmpty }: CheckOptions,
  io: Io,
): Promise<readonly Paste[] | undefined> => {
  if (files.length > 0) return readInputs(files, io);
  const answered = Object.keys(answers).length > 0;
  if (!sampleWhenEmpty && !answered) return readInputs([STDIN], io);
  const pastes = await fromStdin(io);
  return pastes.length > 0 || answered ? pastes : undefined;
};

/** Runs the diagnosis once and prints or saves the report. The exit code says what came of it. */
export const runCheck = async (options: CheckOptions, io: Io, diagnose: Diagnose): Promise<number> => {
  const pastes = await gather(options, io);
  const now = options.now ?? io.now();
  const diagnoses = diagnose(pastes ?? [samplePaste()], { now, answers: options.answers });
  const render = await renderer(options, io);
  const report = render(diagnoses, now);
  if (pastes === undefined) (options.format === 'text' ? io.out : io.err)(`${sampleNote(io.platform)}\n\n`);
  if (options.output === undefined) io.out(report);
  else {
    await writeOutput(options.output, report, options.force);
    io.err(`The report is in ${shown(options.output)}.\n`);
  }
  return pastes === undefined ? EXIT.nothingWrong : exitCode(diagnoses);
};
