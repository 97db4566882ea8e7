import { spawnSync } from 'node:child_process';
import { expect, it, vi } from 'vitest';
import { optimizeLate } from './optimize-late.ts';

const flagsSetOn = (node: string): readonly string[] => {
  const setFlagsFromString = vi.fn();
  const getBuiltinModule = (() => ({ setFlagsFromString })) as unknown as typeof process.getBuiltinModule;
  optimizeLate({ versions: { ...process.versions, node }, getBuiltinModule });
  return setFlagsFromString.mock.calls.flat();
};

it('sets flags on the lines of Node that are known to have them', () => {
  expect(flagsSetOn('20.19.0')).toEqual(['--interrupt-budget=500000']);
  for (const node of ['22.1.0', '24.0.0', '26.1.0']) expect(flagsSetOn(node)).toHaveLength(2);
  expect(flagsSetOn('28.0.0')).toEqual([]);
});

it('sets none that this Node does not know, which it would say on stderr', () => {
  const set = (flag: string) => {
    const code = `process.getBuiltinModule('node:v8').setFlagsFromString('${flag}')`;
    return spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' }).stderr;
  };
  expect(set('--no-such-flag=1')).not.toBe('');
  for (const flag of flagsSetOn(process.versions.node)) expect(set(flag)).toBe('');
});
