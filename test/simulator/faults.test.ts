import { describe, expect, it } from 'vitest';
import { ruleFiles } from '../../src/cli/rule-files.ts';
import { answers, faults, setup } from '../../src/generated/simulator.ts';
import { GATES } from '../../src/model/rule.ts';
import { commonScenarios, scenariosOf, stage } from '../../src/simulator/faults.ts';
import { trial } from '../../src/simulator/person.ts';
import { makeVault } from '../../src/simulator/vault.ts';
import type { Fault } from '../../src/simulator/world.ts';
import { sharedSigner } from '../support/simulated.ts';

const tried = async (scenario: string, held: readonly Fault[]) => {
  const staged = stage(setup, scenario, held);
  const now = (): number => Math.floor(Date.now() / 1000);
  const authority = {
    world: staged.world,
    vault: makeVault(),
    answers,
    signer: await sharedSigner(),
    now,
    answered: [],
  };
  return trial(authority, staged);
};

describe('the tenant', () => {
  it('lets every call through while nothing is wrong', async () => {
    const refused = await Promise.all(
      Object.keys(setup.scenarios).map(async (name) => [name, (await tried(name, []))?.check] as const),
    );
    expect(refused.length).toBeGreaterThan(15);
    expect(refused.filter(([, check]) => check !== undefined)).toEqual([]);
  });
});

describe('the faults', () => {
  it('are at least 40, with one at least for every gate, and name causes that exist where they belong', () => {
    const known = new Set(ruleFiles('rules').map((file) => file.replace(/^rules\//, '').replace(/\.yaml$/, '')));
    expect(Object.keys(faults).length).toBeGreaterThanOrEqual(40);
    expect(new Set(Object.values(faults).map(({ gate }) => gate))).toEqual(new Set(GATES));
    const wrong = Object.entries(faults).filter(([, { gate, cause }]) => !known.has(`${gate}/${cause}`));
    expect(wrong.map(([id, { gate, cause }]) => `${id}: ${gate}/${cause}`)).toEqual([]);
  });

  it('each stop a call that passes without them', async () => {
    const through = await Promise.all(
      Object.entries(faults).map(async ([id, fault]) => [id, await tried(fault.in, [fault])] as const),
    );
    expect(through.filter(([, failed]) => failed === undefined).map(([id]) => id)).toEqual([]);
  });

  it('change the world only by paths that exist: a misspelt one is an error', () => {
    const fault = Object.values(faults)[0];
    if (fault === undefined) throw new Error('There are no faults.');
    expect(() => stage(setup, fault.in, [{ ...fault, set: { 'world.tennant.id': 'x' } }])).toThrow('tennant');
  });

  it('strike in their own scenario, and elsewhere only where they say so and the same caller acts', () => {
    const names = Object.keys(setup.scenarios);
    for (const fault of Object.values(faults)) {
      const as = setup.scenarios[fault.in]?.as;
      const alike = names.filter((name) => setup.scenarios[name]?.as === as);
      expect([...scenariosOf(setup, fault)].sort()).toEqual(fault.anywhere ? alike.sort() : [fault.in]);
    }
    expect(Object.values(faults).some(({ anywhere }) => anywhere)).toBe(true);
  });

  it('are never at once where they change the same thing', () => {
    for (const fault of Object.values(faults)) expect(commonScenarios(setup, fault, fault)).toEqual([]);
  });
});
