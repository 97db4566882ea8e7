import { factSpec, isFactPath } from '../facts/catalog.ts';
import type { Basis } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';

const ORDER: readonly Basis[] = ['paste', 'answer', 'live-check', 'catalog'];

/** Adds what a fact goes back to; a derived fact goes back to what those go back to that it was derived from. */
const collect = (path: string, evidence: Evidence, seen: Set<string>, found: Set<Basis>): void => {
  const origin = evidence.get(path)?.origin;
  if (origin === undefined || seen.has(path)) return;
  seen.add(path);
  if (origin.by === 'read') found.add('paste');
  else if (origin.by === 'told') found.add('answer');
  else if (origin.by === 'looked') found.add('live-check');
  else {
    if (isFactPath(path) && factSpec(path).group === 'operation') found.add('catalog');
    for (const source of origin.from) collect(source, evidence, seen, found);
  }
};

/** What a set of facts rests on. */
export const basisOf = (paths: readonly string[], evidence: Evidence): readonly Basis[] => {
  const found = new Set<Basis>();
  const seen = new Set<string>();
  for (const path of paths) collect(path, evidence, seen, found);
  return ORDER.filter((basis) => found.has(basis));
};
