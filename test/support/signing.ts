import { expect, onTestFinished } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import { diagnose } from '../../src/index.ts';
import { openNetwork } from '../../src/live/network.ts';
import type { SignedIn, SigningIn } from '../../src/live/sign-in/sign-in.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';

const { tenant, apps } = setup.world;

/** Who signs a person in where a test names nobody else. */
export const APPLICANT: SigningIn['applicant'] = {
  tenant: tenant.id,
  clientId: apps['desk']?.clientId ?? '',
  scope: 'https://api.fabric.microsoft.com/.default',
};

/** What came of a sign-in, and what the person was shown. */
export interface Sitting {
  readonly signed: SignedIn;
  readonly shown: readonly string[];
  readonly simulator: Simulator;
}

/** A sign-in at the simulator that the person agrees to; what it shows is added to `shown`. */
export const signing = (
  { port }: Simulator,
  shown: string[],
  changes: Partial<SigningIn> = {},
  stop = new AbortController(),
): SigningIn => {
  const network = openNetwork({ simulator: port, signal: stop.signal });
  onTestFinished(network.close);
  return {
    applicant: APPLICANT,
    cloud: 'public',
    network,
    signal: stop.signal,
    agree: async () => true,
    show: (words) => {
      shown.push(words);
    },
    ...changes,
  };
};

/** The cause of a sign-in that was refused. */
export const causeOf = (signed: SignedIn): string | undefined => {
  if (signed.is !== 'refused') return expect.fail(`it was ${signed.is}`);
  return diagnose([signed.exchange], { now: new Date().toISOString() })[0]?.findings[0]?.cause;
};
