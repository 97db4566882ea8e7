import type { Io } from '../../src/cli/io.ts';
import { setup } from '../../src/generated/simulator.ts';
import { stage } from '../../src/simulator/faults.ts';
import { type Tried, trial } from '../../src/simulator/person.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { ran } from './ran.ts';
import { faultOf } from './simulated.ts';

/** What the script of a person did until this fault struck. */
export const failingCall = async ({ authority }: Simulator, id: string): Promise<Tried> => {
  const fault = faultOf(id);
  const tried = await trial(authority, stage(setup, fault.in, [fault]));
  if (tried === undefined) throw new Error(`With ${id} the call goes through.`);
  return tried;
};

/** The token that such a call sends. */
export const bearerOf = ({ request }: Tried): string => {
  const [, bearer] = /Bearer (\S+)/.exec(request) ?? [];
  if (bearer === undefined) throw new Error('The call has no bearer.');
  return bearer;
};

/** Runs a command on a text, now, with everything that it sends going to the simulator. */
export const ranAgainst = (
  { port }: Pick<Simulator, 'port'>,
  argv: readonly string[],
  text: string,
  changes: Partial<Io> = {},
) => ran([...argv, '--simulator', String(port)], text, { now: () => new Date().toISOString(), ...changes });
