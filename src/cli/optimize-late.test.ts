import { expect, it, vi } from 'vitest';
import { optimizeLate } from './optimize-late.ts';

const flagsSetOn = (node: string): readonly unknown[] => {
  const setFlagsFromString = vi.fn();
  const getBuiltinModule = (() => ({ setFlagsFromString })) as unknown as typeof process.getBuiltinModule;
  optimizeLate({ versions: { ...process.versions, node }, getBuiltinModule });
  return setFlagsFromString.mock.calls.flat();
};

it('sets a flag of V8 on Node 20 alone: others do not know it and would say so on stderr', () => {
  expect(flagsSetOn('20.19.0')).toEqual(['--interrupt-budget=500000']);
  expect(['22.1.0', '24.0.0', '26.1.0'].flatMap(flagsSetOn)).toEqual([]);
});
