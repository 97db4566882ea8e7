import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Paste } from '../../model/paste.ts';
import { diagnosisMasker } from '../../report/mask-diagnosis.ts';
import type { Diagnose } from '../diagnose.ts';
import { TOOL, UsageError } from '../errors.ts';
import { EXIT, exitCode, worst } from '../exit.ts';
import { readInputs, readUnnamedStdin, STDIN } from '../input.ts';
import type { Io } from '../io.ts';
import { deliver } from '../output.ts';
import { shown } from '../quote.ts';
import type { Follow } from '../source.ts';
import { type StreamCheck, streamCheck } from '../stream-check.ts';
import type { CheckOptions } from './check-options.ts';
import { renderer } from './render.ts';

/** How long to wait for the first byte of a pipe when nobody said that there is anything to read. */
const PATIENCE = 5000;

/**
 * What there is to diagnose at once; nothing where the demo is to be shown. Answers alone can do as well. Big inputs
 * are followed meanwhile and are not among the pastes.
 */
const gather = async (
  { files, answers, demoWhenEmpty }: CheckOptions,
  io: Io,
  follow: Follow,
): Promise<readonly Paste[] | undefined> => {
  if (files.length > 0) return readInputs(files, io, follow);
  const answered = Object.keys(answers).length > 0;
  if (!demoWhenEmpty && !answered) return readInputs([STDIN], io, follow);
  const pastes = io.stdinIsTty ? [] : await readUnnamedStdin(io, PATIENCE, follow);
  if (pastes === 'followed') return [];
  return pastes.length > 0 || answered ? pastes : undefined;
};

/** The exit code of a run with big inputs: no failing call in a whole recording means that nothing is wrong. */
const streamedExit = (diagnoses: readonly Diagnosis[], streams: StreamCheck): number => {
  if (streams.isInterrupted()) return EXIT.interrupted;
  const came = streams.came();
  const codes = new Set([...streams.codes, ...diagnoses.map((diagnosis) => exitCode([diagnosis]))]);
  if (codes.size > 0) return worst(codes);
  return came?.isWhole && came.failures === 0 ? EXIT.nothingWrong : EXIT.notExplained;
};

/** Writes what was found as lines; big inputs have written theirs. */
const deliverLines = async (diagnoses: readonly Diagnosis[], streams: StreamCheck): Promise<void> => {
  for (const diagnosis of diagnoses) if (!(await streams.write(diagnosis))) break;
  await streams.close();
};

/** The engine with its results masked: whatever is printed or saved of them is. */
const masked = (engine: Diagnose, { includePersonal = false, maskIds = false }: CheckOptions): Diagnose => {
  const masker = diagnosisMasker({ personal: !includePersonal, ids: maskIds });
  return (pastes, context) => engine(pastes, context).map(masker.diagnosis);
};

/** The failure as a case to read again. One that came out of a big recording has no text of its own. */
const caseText = async (
  pastes: readonly Paste[],
  diagnosis: Diagnosis | undefined,
  options: CheckOptions,
): Promise<string> => {
  if (diagnosis === undefined || pastes.length === 0) {
    throw new UsageError(
      'CASE_HAS_NO_TEXT',
      'A case is written from the text of one failing call, and there is none.',
      `${TOOL} check CALL.txt --format case`,
    );
  }
  const { caseReport } = await import('../../report/case.ts');
  const { sealPastes } = await import('../../redact/seal.ts');
  return caseReport({ ...options, sealed: sealPastes(pastes), diagnosis });
};

/**
 * Runs the diagnosis once and prints or saves the report. The exit code says what came of it; there is none where nothing
 * was given and the demo is to be shown.
 */
export const runCheck = async (options: CheckOptions, io: Io, engine: Diagnose): Promise<number | undefined> => {
  const diagnose = masked(engine, options);
  const streams = streamCheck(options, io, diagnose);
  const pastes = await gather(options, io, streams.follow);
  if (pastes === undefined) return undefined;
  const came = streams.came();
  const now = options.now ?? io.now();
  const isStreamOnly = came !== undefined && pastes.length === 0;
  const own = isStreamOnly ? [] : diagnose(pastes, { now, answers: options.answers });
  const groups = streams.groups();
  const diagnoses = [...own, ...groups.map(({ diagnosis }) => diagnosis)];
  if (options.format === 'jsonl') await deliverLines(own, streams);
  else if (options.format === 'case') await deliver(await caseText(pastes ?? [], own[0], options), options, io);
  else {
    const render = await renderer(options.format, options, io);
    const calls = came && {
      counts: [...own.map(() => 1), ...groups.map((group) => group.calls)],
      left: streams.left(),
      ...came,
    };
    await deliver(render(diagnoses, now, calls), options, io);
  }
  if (options.output !== undefined) io.err(`The report is in ${shown(options.output)}.\n`);
  return came === undefined ? exitCode(diagnoses) : streamedExit(diagnoses, streams);
};
