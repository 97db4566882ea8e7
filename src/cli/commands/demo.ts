import type { Paste } from '../../model/paste.ts';
import type { Tried } from '../../simulator/person.ts';
import type { Fault } from '../../simulator/world.ts';
import { clipboardCommand } from '../clipboard.ts';
import type { Diagnose } from '../diagnose.ts';
import { TOOL, UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import { STDIN } from '../input.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import { shown } from '../quote.ts';
import type { CheckOptions } from './check-options.ts';

/** What `demo` was asked to do. */
export interface DemoOptions {
  /** What is to be wrong; without it one is drawn. */
  readonly fault?: string;
  readonly list: boolean;
  /** Makes the draw the same each time. */
  readonly seed?: number;
  readonly report: CheckOptions;
}

type Faults = Readonly<Record<string, Fault>>;

/** Loaded by this command only: the tenant, its faults and the servers. */
const loadSimulator = async () => ({
  ...(await import('../../generated/simulator.ts')),
  ...(await import('../../simulator/faults.ts')),
  ...(await import('../../simulator/person.ts')),
  ...(await import('../../simulator/simulator.ts')),
});

const listed = (faults: Faults): string => {
  const width = Math.max(...Object.keys(faults).map((id) => id.length));
  const gates = [...new Set(Object.values(faults).map(({ gate }) => gate))];
  const lines = gates.flatMap((gate) => [
    `${gate}:`,
    ...Object.entries(faults).flatMap(([id, fault]) =>
      fault.gate === gate ? [`  ${id.padEnd(width)}  ${fault.is}`] : [],
    ),
  ]);
  return `${lines.join('\n')}\n\nOne of them: ${TOOL} demo ${Object.keys(faults)[0]}\n`;
};

const drawn = (ids: readonly string[], seed: number): string => {
  const place = Math.imul(Math.trunc(seed) ^ 0x9e3779b9, 2654435761) >>> 0;
  return ids[place % ids.length] ?? '';
};

/** The id of the fault that is meant. */
const chosen = ({ fault, seed }: DemoOptions, faults: Faults): string => {
  const ids = Object.keys(faults);
  if (fault === undefined) return drawn(ids, seed ?? Math.random() * 2 ** 31);
  if (ids.includes(fault)) return fault;
  const near = nearest(fault, ids);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  throw new UsageError(
    'OPTION_BAD_VALUE',
    `There is no fault ${shown(fault)}.${hint}`,
    near === undefined ? `${TOOL} demo --list` : `${TOOL} demo ${near}`,
  );
};

const intro = (platform: string): string =>
  [
    'This is a demo: a made-up tenant on this machine, in which one thing is wrong. Nothing leaves this machine.',
    `Yours: ${TOOL} check FILE, or ${clipboardCommand(platform)}`,
  ].join('\n');

/** The world outside with this paste on stdin, no person to ask, and these names in the environment. */
const withPaste = (io: Io, { text }: Paste, environment: Readonly<Record<string, string>>): Io => ({
  ...io,
  readStdin: async function* () {
    yield new TextEncoder().encode(text);
  },
  stdinSize: undefined,
  stdinIsTty: false,
  env: { ...io.env, ...environment },
});

const outro = (id: string, { is }: Fault): string =>
  [
    '',
    `What was wrong: ${is} (${id}).`,
    '',
    'The same with a call of your own, saved in call.txt with its answer:',
    `  ${TOOL} check call.txt`,
    `  ${TOOL} probe call.txt --dry-run    shows what would be sent`,
    `  ${TOOL} probe call.txt`,
    `This demo again: ${TOOL} demo ${id}; others: ${TOOL} demo --list`,
    '',
  ].join('\n');

/** In a terminal: the questions and answers of the wizard, about this call; live checks go to the simulator. */
const walkThrough = async (
  paste: Paste,
  environment: Tried['environment'],
  report: CheckOptions,
  simulator: number,
  io: Io,
): Promise<void> => {
  const { runWizard } = await import('../wizard/wizard.ts');
  const own = { ...io, env: { ...io.env, ...environment } };
  await runWizard({ ...report, resume: false, given: [paste], simulator }, own);
};

/** Elsewhere: the commands, one after the other. What `probe` says of its requests belongs to it here. */
const printBoth = async (io: Io, report: CheckOptions, port: number, diagnose: Diagnose): Promise<void> => {
  const { runCheck } = await import('./check.ts');
  const { runProbe } = await import('./probe.ts');
  io.out(`$ ${TOOL} check call.txt\n\n`);
  await runCheck(report, io, diagnose);
  io.out(`\n$ ${TOOL} probe call.txt --simulator ${port}\n\n`);
  const probe = { ...report, format: 'text', yes: true, dryRun: false, untilFixed: false, simulator: port } as const;
  await runProbe(probe, { ...io, err: io.out });
};

/** A document of its own format, or a file, holds the report of the call and nothing else. */
const isText = ({ format, output }: CheckOptions): boolean => format === 'text' && output === undefined;

/** The failing call, put before the person in the form that was asked for. */
const present = async (
  tried: Tried,
  { report }: DemoOptions,
  port: number,
  io: Io,
  diagnose: Diagnose,
): Promise<void> => {
  const paste = { name: 'call.txt', text: `${tried.request}\n\n${tried.answer}\n` };
  const given: CheckOptions = { ...report, files: [STDIN], demoWhenEmpty: false };
  const own = withPaste(io, paste, tried.environment);
  if (!isText(report)) await (await import('./check.ts')).runCheck(given, own, diagnose);
  else if (report.mayAsk && io.stdinIsTty && io.stdoutIsTty)
    await walkThrough(paste, tried.environment, given, port, io);
  else await printBoth(own, given, port, diagnose);
};

/** Starts a tenant on this machine in which one thing is wrong, and goes through the tool with it. */
export const runDemo = async (options: DemoOptions, io: Io, diagnose: Diagnose): Promise<number> => {
  const { answers, faults, setup, stage, startSimulator, trial } = await loadSimulator();
  if (options.list) {
    io.out(listed(faults));
    return EXIT.nothingWrong;
  }
  const id = chosen(options, faults);
  const fault = faults[id] as Fault;
  const staged = stage(setup, fault.in, [fault]);
  const now = Date.parse(options.report.now ?? io.now()) / 1000;
  const simulator = await startSimulator({ world: staged.world, answers, now: () => Math.floor(now) });
  const talk = isText(options.report) ? io.out : io.err;
  try {
    const tried = await trial(simulator.authority, staged);
    if (tried === undefined) throw new Error(`The fault ${id} lets every call through.`);
    talk(`${intro(io.platform)}\n\nA script called and was refused: ${tried.line}\n\n`);
    await present(tried, options, simulator.port, io, diagnose);
    talk(outro(id, fault));
    return EXIT.nothingWrong;
  } finally {
    await simulator.close();
  }
};
