import type { Outcome } from '../../live/look.ts';
import type { Network } from '../../live/network.ts';
import type { OwnApp } from '../../live/own-app.ts';
import type { Credentials, Situation } from '../../live/probe.ts';
import type { Planned } from '../../live/step.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Paste } from '../../model/paste.ts';
import { standing } from '../../report/standing.ts';
import { EXIT, exitCode } from '../exit.ts';
import { readInputs, STDIN } from '../input.ts';
import type { Io } from '../io.ts';
import { deliver } from '../output.ts';
import type { CheckOptions } from './check-options.ts';
import { type Consent, consent, needConsent, openFor, patienceOf } from './consent.ts';
import { type FirstDiagnosis, firstDiagnosis } from './first-diagnosis.ts';
import { ownApp, type ProofFiles } from './own-app.ts';
import { answerWords, credentialWords } from './probe-words.ts';
import { type ReportFormat, renderer } from './render.ts';
import type { SignInWay } from './sign-in.ts';

/** What `probe` was asked to do. */
export interface ProbeOptions extends CheckOptions, Consent, ProofFiles {
  readonly format: ReportFormat;
  /** Say what would be sent, and send nothing. */
  readonly dryRun: boolean;
  /** Repeat the call until it works. */
  readonly untilFixed: boolean;
  /** Sign the person in first. */
  readonly signIn?: SignInWay;
}

/** Loaded where it is used: no other command needs the network. */
const loadLive = async () => ({
  ...(await import('../../live/look.ts')),
  ...(await import('../../live/next-probe.ts')),
  ...(await import('../../live/of-caller.ts')),
  ...(await import('../../live/probes/probes.ts')),
  ...(await import('../../live/credentials.ts')),
  ...(await import('../../live/outgoing.ts')),
});
type Live = Awaited<ReturnType<typeof loadLive>>;

/** One run of the command: what it goes by, and how it reaches the world. */
interface Run {
  readonly options: ProbeOptions;
  readonly io: Io;
  readonly live: Live;
  readonly diagnose: FirstDiagnosis;
  readonly pastes: readonly Paste[];
  readonly before: Diagnosis;
  readonly own: OwnApp;
}

/** 4 where a check could not be made and nothing explains the call without it. */
const codeOf = ({ diagnosis }: Outcome): number =>
  standing(diagnosis) !== 'stops' && diagnosis.notices.some(({ code }) => code === 'not-checked')
    ? EXIT.liveCheckFailed
    : exitCode([diagnosis]);

const stopped = (io: Io): number => {
  io.err('\nStopped. Nothing more is sent.\n');
  return EXIT.interrupted;
};

const situationOf = ({ before, live }: Run, credentials: Credentials): Situation => ({
  diagnosis: before,
  cloud: live.cloudOf(before),
  credentials,
  seen: {},
});

/** What may be used for this call: what belongs to another caller would say nothing of it. */
const usable = async ({ live, pastes, before, own, io }: Run): Promise<Credentials> => {
  const all = await live.credentialsOf(pastes, before, own);
  const usable = live.ownOnly(all, before);
  if (all.proof && !usable.proof) {
    io.err('The app that is given beside the paste is not the caller of this call, so it is not used.\n');
  }
  return usable;
};

/** What would be sent now: each probe that could be run. What follows depends on the answers. */
const printPlan = async (run: Run, credentials: Credentials): Promise<number> => {
  const { options, live, io, before, own } = run;
  const plans = live.probes.flatMap((probe) => live.nextProbe([probe], situationOf(run, credentials), []) ?? []);
  const requests = plans.map(({ probe, outgoing }) => `${probe.id} ${probe.does}:\n${live.shownRequest(outgoing)}\n`);
  if (options.signIn !== undefined) {
    const { firstRequest, whoSignsIn } = await import('./sign-in.ts');
    const first = firstRequest(options.signIn, whoSignsIn(before, own, live.cloudOf(before)));
    if (first) requests.unshift(`sign-in asks Entra ID for a code to sign in with:\n${live.shownRequest(first)}\n`);
  }
  io.out(requests.join('\n'));
  io.err(requests.length === 0 ? 'Nothing can be checked live with what is here.\n' : 'Nothing was sent.\n');
  return EXIT.nothingWrong;
};

const print = async (diagnosis: Diagnosis, options: ProbeOptions, io: Io): Promise<void> => {
  const { diagnosisMasker } = await import('../../report/mask-diagnosis.ts');
  const masker = diagnosisMasker({ personal: !options.includePersonal, ids: options.maskIds ?? false });
  const render = await renderer(options.format, options, io);
  await deliver(render([masker.diagnosis(diagnosis)], diagnosis.now), options, io);
};

const watch = async (run: Run, credentials: Credentials, network: Network, signal: AbortSignal): Promise<number> => {
  const { options, io } = run;
  const situation = situationOf(run, credentials);
  const { repeatsFor } = await import('../../live/probes/repeats.ts');
  const agree = await consent(options, io);
  for (const probe of repeatsFor(situation)) {
    const outgoing = probe.plan(situation);
    if (outgoing && !(await agree(probe.does, outgoing))) return EXIT.liveCheckFailed;
  }
  const { runWatch } = await import('./watch.ts');
  const code = await runWatch(situation, network, options.format === 'json' ? 'json' : 'text', io, signal);
  return signal.aborted ? stopped(io) : code;
};

const lookLive = async (run: Run, credentials: Credentials, network: Network, signal: AbortSignal): Promise<number> => {
  const { options, io, live, diagnose, pastes, before } = run;
  io.err(`May be used: ${credentialWords(credentials) || 'nothing, as neither a token nor a secret was found'}.\n`);
  const start = { pastes, answers: options.answers, cloud: live.cloudOf(before), credentials };
  const ask = await consent(options, io);
  const outcome = await live.look(start, {
    diagnose,
    probes: live.probes,
    network,
    patience: await patienceOf((words) => io.err(`  ${words}\n`), signal),
    agree: ({ probe, outgoing }: Planned) => ask(probe.does, outgoing),
    onStep: (step) => io.err(`  ${answerWords(step)}\n`),
  });
  if (outcome.ended === 'interrupted' || signal.aborted) return stopped(io);
  const isCertain = outcome.ended === 'certain' && outcome.steps.length === 0;
  io.err(isCertain ? 'The cause is certain without a look, so nothing was sent.\n\n' : '\n');
  await print(outcome.diagnosis, options, io);
  return codeOf(outcome);
};

/** Signs the person in first. A refusal is the answer: it is read as if it had been pasted. */
const withSignIn = async (
  run: Run,
  way: SignInWay,
  credentials: Credentials,
  network: Network,
  signal: AbortSignal,
): Promise<Credentials | number> => {
  const { options, io, live, diagnose, before, own } = run;
  const { signIn, whoSignsIn } = await import('./sign-in.ts');
  const asked = whoSignsIn(before, own, live.cloudOf(before));
  const signing = {
    ...asked,
    network,
    signal,
    agree: await consent(options, io),
    show: (words: string) => io.err(`\n${words}\n`),
  };
  const signed = await signIn(way, signing, before, options, io);
  if (signal.aborted) return stopped(io);
  if (signed.is === 'signed-in') return { ...credentials, tokens: [...credentials.tokens, signed.token] };
  if (signed.is === 'not-done') {
    io.err(`Not signed in: ${signed.why}\n`);
    return EXIT.liveCheckFailed;
  }
  io.err('The sign-in itself is refused. This is why:\n\n');
  const diagnosis = diagnose([signed.exchange], { answers: {}, looked: {} });
  await print(diagnosis, options, io);
  return exitCode([diagnosis]);
};

const send = async (run: Run, given: Credentials, signal: AbortSignal): Promise<number> => {
  const { options, io } = run;
  const network = await openFor(options, io, signal);
  try {
    const credentials = options.signIn ? await withSignIn(run, options.signIn, given, network, signal) : given;
    if (typeof credentials === 'number') return credentials;
    return options.untilFixed
      ? await watch(run, credentials, network, signal)
      : await lookLive(run, credentials, network, signal);
  } finally {
    await network.close();
  }
};

/** Diagnoses, looks live where the person agrees, and diagnoses again with what was seen. */
export const runProbe = async (options: ProbeOptions, io: Io): Promise<number> => {
  if (!options.dryRun) needConsent(options, io);
  const own = await ownApp(options, io.env, (words) => io.err(`${words}\n`));
  const pastes = await readInputs(options.files.length > 0 ? options.files : [STDIN], io);
  const [live, diagnose] = await Promise.all([loadLive(), firstDiagnosis(() => options.now ?? io.now())]);
  const before = diagnose(pastes, { answers: options.answers, looked: {} });
  const run = { options, io, live, diagnose, pastes, before, own };
  const credentials = await usable(run);
  if (options.dryRun) return printPlan(run, credentials);
  const stop = new AbortController();
  const release = io.onInterrupt(() => stop.abort());
  return send(run, credentials, stop.signal).finally(release);
};
