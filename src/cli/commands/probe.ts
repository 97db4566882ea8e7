import type { Outcome, Planned, Step } from '../../live/look.ts';
import type { Network } from '../../live/network.ts';
import type { Credentials, Situation } from '../../live/probe.ts';
import type { Answers, Diagnosis } from '../../model/diagnosis.ts';
import type { Paste } from '../../model/paste.ts';
import { standing } from '../../report/standing.ts';
import { EXIT, exitCode } from '../exit.ts';
import { readInputs, STDIN } from '../input.ts';
import type { Io } from '../io.ts';
import { type CheckOptions, deliver } from './check.ts';
import { type Consent, consent, needConsent, openFor } from './consent.ts';
import { type ReportFormat, renderer } from './render.ts';

/** What `probe` was asked to do. */
export interface ProbeOptions extends CheckOptions, Consent {
  readonly format: ReportFormat;
  /** Say what would be sent, and send nothing. */
  readonly dryRun: boolean;
  /** Repeat the call until it works. */
  readonly untilFixed: boolean;
}

/** Loaded where it is used: no other command needs the network. */
const loadLive = async () => ({
  ...(await import('../../live/look.ts')),
  ...(await import('../../live/probes/probes.ts')),
  ...(await import('../../live/credentials.ts')),
  ...(await import('../../live/outgoing.ts')),
});
type Live = Awaited<ReturnType<typeof loadLive>>;

/** Diagnoses the one call that live checks look at. */
type First = (pastes: readonly Paste[], given: { answers: Answers; looked: Answers }) => Diagnosis;

const loadEngine = async (options: ProbeOptions, io: Io): Promise<First> => {
  const { diagnose } = await import('../../index.ts');
  return (pastes, given) => {
    const [first] = diagnose(pastes, { now: options.now ?? io.now(), ...given });
    if (first === undefined) throw new Error('The engine gave no diagnosis.');
    return first;
  };
};

const wordsOf = ({ tokens, proof }: Credentials): string => {
  const secrets = Object.values(proof?.proof ?? {}).filter((value) => typeof value !== 'string');
  return [...tokens.map(({ token }) => token), ...secrets].map(({ words }) => words).join('; ');
};

const answerWords = ({ received, looked }: Step): string => {
  const told = Object.entries(looked.facts ?? {}).map(([fact, value]) => `${fact} is ${value}`);
  const status = received.is === 'answered' ? `status ${received.status}` : received.how;
  return [status, ...told, ...(looked.unchecked === undefined ? [] : [looked.unchecked])].join('; ');
};

/** 4 where a check could not be made and nothing explains the call without it. */
const codeOf = ({ diagnosis }: Outcome): number =>
  standing(diagnosis) !== 'stops' && diagnosis.notices.some(({ code }) => code === 'not-checked')
    ? EXIT.liveCheckFailed
    : exitCode([diagnosis]);

/** What would be sent now: each probe that could be run. What follows depends on the answers. */
const printPlan = (diagnosis: Diagnosis, credentials: Credentials, io: Io, live: Live): number => {
  const situation = { diagnosis, cloud: live.cloudOf(diagnosis), credentials, seen: {} };
  const plans = live.probes.flatMap((probe) => live.nextProbe([probe], situation, []) ?? []);
  io.out(plans.map(({ probe, outgoing }) => `${probe.id} ${probe.does}:\n${live.shownRequest(outgoing)}\n`).join('\n'));
  io.err(plans.length === 0 ? 'Nothing can be checked live with what is here.\n' : 'Nothing was sent.\n');
  return EXIT.nothingWrong;
};

const print = async ({ diagnosis }: Outcome, options: ProbeOptions, io: Io): Promise<void> => {
  const { diagnosisMasker } = await import('../../report/mask-diagnosis.ts');
  const masker = diagnosisMasker({ personal: !options.includePersonal, ids: options.maskIds ?? false });
  const render = await renderer(options.format, options, io);
  await deliver(render([masker.diagnosis(diagnosis)], diagnosis.now), options, io);
};

const watch = async (situation: Situation, network: Network, options: ProbeOptions, io: Io): Promise<number> => {
  const { repeatsFor } = await import('../../live/probes/repeats.ts');
  const agree = await consent(options, io);
  for (const probe of repeatsFor(situation)) {
    const outgoing = probe.plan(situation);
    if (outgoing && !(await agree(probe.does, outgoing))) return EXIT.liveCheckFailed;
  }
  const { runWatch } = await import('./watch.ts');
  return runWatch(situation, network, options.format === 'json' ? 'json' : 'text', io);
};

/** Diagnoses, looks live where the person agrees, and diagnoses again with what was seen. */
export const runProbe = async (options: ProbeOptions, io: Io): Promise<number> => {
  if (!options.dryRun) needConsent(options, io);
  const pastes = await readInputs(options.files.length > 0 ? options.files : [STDIN], io);
  const [live, diagnose] = await Promise.all([loadLive(), loadEngine(options, io)]);
  const before = diagnose(pastes, { answers: options.answers, looked: {} });
  const credentials = live.credentialsOf(pastes, before, io.env);
  if (options.dryRun) return printPlan(before, credentials, io, live);
  io.err(`May be used: ${wordsOf(credentials) || 'nothing, as neither a token nor a secret was found'}.\n`);
  const start = { pastes, answers: options.answers, cloud: live.cloudOf(before), credentials };
  const network = await openFor(options, io);
  try {
    const situation = { diagnosis: before, cloud: start.cloud, credentials, seen: {} };
    if (options.untilFixed) return await watch(situation, network, options, io);
    const ask = await consent(options, io);
    const agree = ({ probe, outgoing }: Planned): Promise<boolean> => ask(probe.does, outgoing);
    const means = { diagnose, probes: live.probes, network, agree };
    const outcome = await live.look(start, { ...means, onStep: (step) => io.err(`  ${answerWords(step)}\n`) });
    await print(outcome, options, io);
    return codeOf(outcome);
  } finally {
    await network.close();
  }
};
