import { describe, expect, it } from 'vitest';
import { faults } from '../../src/generated/simulator.ts';
import { ran } from '../support/ran.ts';

const demo = (argv: readonly string[]) => ran(argv, '');

/** What the secrets and tokens of the simulator look like: they are made anew at each start. */
const SECRET = /eyJ[\w-]{20}|8Q~\w{10}|\.AgAB\w{2}/;

describe('demo', () => {
  it('goes through check and probe with the fault that was chosen, and says what was wrong', async () => {
    const { code, out, err } = await demo(['demo', 'no-role-fabric']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^This is a demo: .*Nothing leaves this machine/);
    const parts = [
      'fabric-auth-doctor check call.txt',
      'fabric-auth-doctor probe call.txt --simulator',
      'What was wrong',
    ];
    const places = parts.map((part) => out.indexOf(part));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(out).toContain(`What was wrong: ${faults['no-role-fabric']?.is} (no-role-fabric).`);
    expect(out.match(/Stops at: workspace/g)).toHaveLength(2);
  });

  it('shows no secret and no token of the tenant that it plays', async () => {
    for (const id of ['code-as-bearer', 'wrong-secret', 'refresh-as-bearer', 'nested-group']) {
      const { out, err } = await demo(['demo', id]);
      expect(`${id} ${SECRET.exec(`${out}${err}`)?.[0]}`).toBe(`${id} undefined`);
    }
  });

  it('draws the same fault for the same seed, and others for others', async () => {
    const drawn = async (seed: string) =>
      /What was wrong: .* \(([a-z-]+)\)/.exec((await demo(['demo', '--seed', seed])).out)?.[1];
    expect(await drawn('7')).toBe(await drawn('7'));
    expect(new Set([await drawn('1'), await drawn('2'), await drawn('3')]).size).toBeGreaterThan(1);
  });

  it('lists every fault below its gate', async () => {
    const { out } = await demo(['demo', '--list']);
    expect(Object.keys(faults).filter((id) => !out.includes(`  ${id} `))).toEqual([]);
  });

  it('names the nearest fault where there is none of that name', async () => {
    const { code, err } = await demo(['demo', 'wrong-secrets']);
    expect([code, err]).toEqual([
      2,
      'OPTION_BAD_VALUE: There is no fault wrong-secrets. Did you mean wrong-secret?\nTry: fabric-auth-doctor demo wrong-secret\n',
    ]);
  });

  it('is what runs with no command and nothing to read', async () => {
    const { code, out } = await demo([]);
    expect(code).toBe(0);
    expect(out).toMatch(/^This is a demo/);
    expect(out).toContain('What was wrong: ');
  });

  it('leaves a document of its own format alone on stdout', async () => {
    const { code, out, err } = await demo(['--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).diagnoses).toHaveLength(1);
    expect(err).toMatch(/^This is a demo/);
  });
});
