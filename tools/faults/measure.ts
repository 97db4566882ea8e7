import { diagnose } from '../../src/index.ts';
import { cloudOf, credentialsOf } from '../../src/live/credentials.ts';
import { look, type Outcome } from '../../src/live/look.ts';
import { openNetwork } from '../../src/live/network.ts';
import { ownOnly } from '../../src/live/of-caller.ts';
import type { OwnApp } from '../../src/live/own-app.ts';
import { MOST_PATIENCE } from '../../src/live/patience.ts';
import type { Credentials } from '../../src/live/probe.ts';
import { probes } from '../../src/live/probes/probes.ts';
import type { Answers, Diagnosis } from '../../src/model/diagnosis.ts';
import type { Paste } from '../../src/model/paste.ts';
import { stage } from '../../src/simulator/faults.ts';
import { type Tried, trial } from '../../src/simulator/person.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import type { Fault } from '../../src/simulator/world.ts';
import { type Pair, type Play, pairsOf } from './pairs.ts';

/** One look at a simulator that holds faults. */
export interface Look {
  readonly scenario: string;
  readonly faults: readonly string[];
  /** The cause that must stand first. */
  readonly wanted: string;
  readonly found: boolean;
  readonly requests: number;
  readonly tried: Tried;
  readonly outcome: Outcome;
}

const engine = (pastes: readonly Paste[], given: { answers: Answers; looked: Answers }): Diagnosis => {
  const [diagnosis] = diagnose(pastes, { now: new Date().toISOString(), ...given });
  if (diagnosis === undefined) throw new Error('The engine gave no diagnosis.');
  return diagnosis;
};

/** What a person pastes: the request that failed. A write is not repeated to see, so its answer comes along. */
const pasteOf = ({ request, answer, writes }: Tried): Paste => ({
  name: 'call.txt',
  text: writes ? `${request}\n\n${answer}\n` : `${request}\n`,
});

const ownOf = ({ AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET }: Tried['environment']): OwnApp =>
  AZURE_TENANT_ID && AZURE_CLIENT_ID && AZURE_CLIENT_SECRET
    ? {
        tenant: AZURE_TENANT_ID,
        clientId: AZURE_CLIENT_ID,
        proof: { by: 'secret', secret: AZURE_CLIENT_SECRET },
      }
    : {};

/** What the person has: the token in the paste, the app of the environment, or the token request that worked. */
const credentialsFor = async (
  { environment, signIn }: Tried,
  pastes: readonly Paste[],
  bare: Diagnosis,
): Promise<Credentials> => {
  const own = ownOf(environment);
  if (signIn === '') return ownOnly(await credentialsOf(pastes, bare, own), bare);
  const whole = [...pastes, { name: 'sign-in.txt', text: signIn }];
  return credentialsOf(whole, engine(whole, { answers: {}, looked: {} }), own);
};

/** Runs the live look from the failing request and the credentials alone. */
const lookAt = async (play: Play, scenario: string, ids: readonly string[], wanted: string): Promise<Look> => {
  const faults = ids.map((id) => play.faults[id]).filter((fault): fault is Fault => fault !== undefined);
  const staged = stage(play.setup, scenario, faults);
  const simulator = await startSimulator({ world: staged.world, answers: play.answers, signer: play.signer });
  const network = openNetwork({ simulator: simulator.port });
  try {
    const tried = await trial(simulator.authority, staged);
    if (tried === undefined) throw new Error(`Nothing fails in ${scenario} with ${ids.join(', ')}.`);
    const pastes = [pasteOf(tried)];
    const bare = engine(pastes, { answers: {}, looked: {} });
    const start = { pastes, answers: {}, cloud: cloudOf(bare), credentials: await credentialsFor(tried, pastes, bare) };
    const patience = { left: MOST_PATIENCE.whole, pause: async (): Promise<void> => undefined };
    const outcome = await look(start, { diagnose: engine, probes, network, patience, agree: async () => true });
    const found = outcome.diagnosis.findings[0]?.cause === wanted;
    return { scenario, faults: ids, wanted, found, requests: simulator.log.length, tried, outcome };
  } finally {
    await network.close();
    await simulator.close();
  }
};

/** The cause of a fault. */
const causeOf = ({ faults }: Play, id: string): string => faults[id]?.cause ?? '';

/** Every fault alone. */
export const lookAtSingles = async (play: Play, ids: readonly string[]): Promise<readonly Look[]> => {
  const looks: Look[] = [];
  for (const id of ids) looks.push(await lookAt(play, play.faults[id]?.in ?? '', [id], causeOf(play, id)));
  return looks;
};

/** Two faults at once: the one that strikes first, and once it is repaired the other. */
export const lookAtPair = async (play: Play, { scenario, first, second }: Pair): Promise<readonly Look[]> => [
  await lookAt(play, scenario, [first, second], causeOf(play, first)),
  await lookAt(play, scenario, [second], causeOf(play, second)),
];

/** So many pairs. */
export const lookAtPairs = async (play: Play, count: number): Promise<readonly (readonly Look[])[]> => {
  const looks: (readonly Look[])[] = [];
  for (const pair of await pairsOf(play, count)) looks.push(await lookAtPair(play, pair));
  return looks;
};

/** The figures. */
export interface Measured {
  readonly singles: { readonly cases: number; readonly found: number; readonly missed: readonly string[] };
  readonly pairs: { readonly cases: number; readonly found: number; readonly missed: readonly string[] };
  readonly meanRequests: number;
}

const isFound = (looks: readonly Look[]): boolean => looks.every(({ found }) => found);

/** Counts what was found. */
export const measured = (singles: readonly Look[], pairs: readonly (readonly Look[])[]): Measured => {
  const all = [...singles, ...pairs.flat()];
  const requests = all.reduce((sum, look) => sum + look.requests, 0);
  return {
    singles: {
      cases: singles.length,
      found: singles.filter(({ found }) => found).length,
      missed: singles.filter(({ found }) => !found).map(({ faults }) => faults.join(' and ')),
    },
    pairs: {
      cases: pairs.length,
      found: pairs.filter(isFound).length,
      missed: pairs.filter((looks) => !isFound(looks)).map(([both]) => both?.faults.join(' and ') ?? ''),
    },
    meanRequests: all.length === 0 ? 0 : Number((requests / all.length).toFixed(2)),
  };
};
