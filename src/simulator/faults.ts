import { collide, patched } from './patched.ts';
import type { Side } from './person.ts';
import type { Bearer, Fault, Setup, World } from './world.ts';

const BEARER: Bearer = { take: 'access_token', claims: {}, damage: 'none', header: 'Bearer {bearer}' };

/** A world and the person's side, with everything that is wrong in them. */
export interface Staged extends Side {
  readonly world: World;
}

/** The scenario of this name with these faults in it. */
export const stage = ({ world, clients, calls, scenarios }: Setup, name: string, faults: readonly Fault[]): Staged => {
  const scenario = scenarios[name];
  const [client, call] = [clients[scenario?.client ?? ''], calls[scenario?.call ?? '']];
  if (client === undefined || call === undefined) throw new Error(`There is no scenario ${name}.`);
  const whole: Staged = { world, client, call, bearer: BEARER };
  return faults.reduce((staged, { set }) => patched(staged, set), whole);
};

/** The scenarios that a fault strikes in, its own first. */
export const scenariosOf = ({ scenarios }: Setup, { in: own, anywhere }: Fault): readonly string[] => {
  const as = scenarios[own]?.as;
  const others = Object.keys(scenarios).filter((name) => name !== own && scenarios[name]?.as === as);
  return anywhere ? [own, ...others] : [own];
};

/** The scenarios in which two faults can be at once: none where they change the same thing. */
export const commonScenarios = (setup: Setup, a: Fault, b: Fault): readonly string[] =>
  collide(a.set, b.set) ? [] : scenariosOf(setup, a).filter((name) => scenariosOf(setup, b).includes(name));
