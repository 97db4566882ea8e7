import { firstDiagnosis } from '../../src/cli/commands/first-diagnosis.ts';
import { cloudOf, credentialsOf } from '../../src/live/credentials.ts';
import { look, type Outcome } from '../../src/live/look.ts';
import type { Network } from '../../src/live/network.ts';
import { MOST_PATIENCE } from '../../src/live/patience.ts';
import { probes } from '../../src/live/probes/probes.ts';

/** A look, with the waits that it would have made. */
export interface LookedAt extends Outcome {
  readonly waits: readonly number[];
}

/** Looks live at a pasted text by a network, agrees to everything, and waits for nothing. */
export const lookedAt = async (
  text: string,
  network: Network,
  now: string = new Date().toISOString(),
): Promise<LookedAt> => {
  const engine = await firstDiagnosis(() => now);
  const pastes = [{ text }];
  const bare = engine(pastes, { answers: {}, looked: {} });
  const waits: number[] = [];
  const pause = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
  };
  const start = { pastes, answers: {}, cloud: cloudOf(bare), credentials: await credentialsOf(pastes, bare, {}) };
  const patience = { left: MOST_PATIENCE.whole, pause };
  const outcome = await look(start, { diagnose: engine, probes, network, patience, agree: async () => true });
  return { ...outcome, waits };
};
