import type { FactPath } from '../../src/facts/catalog.ts';
import type { FactValue } from '../../src/model/evidence.ts';
import { observe } from '../../src/read/observe.ts';
import { readPastes } from '../../src/read/read.ts';

/** What is read from pastes of one failure, by fact: `null` is known to be absent, undefined unknown. */
export const factsOf = (...texts: string[]): ((path: FactPath) => FactValue | null | undefined) => {
  const { incidents, secrets } = readPastes(texts.map((text) => ({ text })));
  const [incident] = incidents;
  if (incident === undefined) throw new Error('nothing was read');
  const { facts } = observe(incident, secrets);
  return (path) => {
    const fact = facts.get(path);
    return fact?.state === 'absent' ? null : fact?.value;
  };
};
