import type { Diagnosis } from '../model/diagnosis.ts';

/** Calls that fail alike: the diagnosis of the first, and how many there are. */
export interface Group {
  readonly diagnosis: Diagnosis;
  readonly calls: number;
}

/** More kinds of failure than this are counted only: nobody reads so many reports, and each takes memory. */
const MOST_GROUPS = 200;

const shown = ({ facts }: Diagnosis, path: string): string => {
  const fact = facts[path];
  return fact?.state === 'known' ? JSON.stringify(fact.value) : '';
};

/** What counts as the answer: all of these together. */
const ANSWER = ['response.status', 'response.code', 'response.error-info', 'entra.code', 'entra.error'];

/** A call in words without the ids in it. */
const callWithoutIds = (call: string): string =>
  call
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '{}')
    .replace(/\?\S*/, '')
    .replace(/(?<=\/)\d{1,20}(?=[/\s]|$)/g, '{}');

/** What two diagnoses share that are the same failure: the conclusion, the operation and the answer. */
const failureKey = (diagnosis: Diagnosis): string => {
  const { conclusion } = diagnosis;
  const cause = conclusion.is === 'stops-at' ? `${conclusion.cause} ${conclusion.verdict}` : conclusion.is;
  const called = shown(diagnosis, 'operation.id') || callWithoutIds(diagnosis.call);
  return [cause, called, ...ANSWER.map((path) => shown(diagnosis, path))].join('\n');
};

/** Puts diagnoses that are the same failure together while they come in. */
export interface Grouper {
  /** Adds one more call; gives the key of its group, or undefined where there are too many groups. */
  readonly add: (diagnosis: Diagnosis) => string | undefined;
  /** Counts one more call of a group that is there. */
  readonly again: (key: string) => void;
  readonly groups: () => readonly Group[];
  /** Calls that found no group any more. */
  readonly left: () => number;
}

/** A grouper of bounded size: it keeps the first diagnosis of each group, and counts. */
export const grouper = (most = MOST_GROUPS): Grouper => {
  const byKey = new Map<string, { readonly diagnosis: Diagnosis; calls: number }>();
  let left = 0;
  const again = (key: string): void => {
    const group = byKey.get(key);
    if (group !== undefined) group.calls += 1;
  };
  return {
    again,
    add: (diagnosis) => {
      const key = failureKey(diagnosis);
      if (byKey.has(key)) again(key);
      else if (byKey.size < most) byKey.set(key, { diagnosis, calls: 1 });
      else {
        left += 1;
        return undefined;
      }
      return key;
    },
    groups: () => [...byKey.values()].map(({ diagnosis, calls }) => ({ diagnosis, calls })),
    left: () => left,
  };
};

/** Puts diagnoses that are the same failure together, in order of their first; each group keeps that first one. */
export const groupDiagnoses = (diagnoses: Iterable<Diagnosis>): readonly Group[] => {
  const all = grouper(Number.POSITIVE_INFINITY);
  for (const diagnosis of diagnoses) all.add(diagnosis);
  return all.groups();
};
