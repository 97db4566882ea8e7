import type { Signer } from './signer.ts';
import type { Vault } from './vault.ts';
import type { Answers, World } from './world.ts';

/** What the whole simulator shares: the tenant, its secrets, and the time. */
export interface State {
  readonly world: World;
  readonly vault: Vault;
  /** Unix seconds. */
  readonly now: () => number;
  /** The checks that refused requests so far; "passed" where none did. */
  readonly answered: readonly string[];
}

/** The same with what answers are made of. */
export interface Authority extends State {
  readonly signer: Signer;
  readonly answers: Answers;
}
