import type { FactPath } from '../facts/catalog.ts';
import type { Diagnosis, Finding } from '../model/diagnosis.ts';
import { isIntercepted } from './intercepted.ts';
import type { Outgoing } from './outgoing.ts';
import { isThrottled } from './patience.ts';
import type { Probe, Situation } from './probe.ts';
import type { Planned, Step } from './step.ts';

const WEIGHT = { confirmed: 0, likely: 4, possible: 2, silent: 0, 'ruled-out': 0 } as const;

/** Whether more speaks for a cause than the way the call reads: for that alone nobody is asked. */
const hasSigns = (finding: Finding): boolean => finding.for.some(({ rests }) => !rests.includes('other-calls'));

/** How much the facts that a probe settles would move the open causes. */
const gain = (settles: readonly FactPath[], { findings }: Diagnosis): number =>
  findings
    .filter((finding) => hasSigns(finding) && settles.some((path) => finding.open.includes(path)))
    .reduce((sum, { verdict }) => sum + WEIGHT[verdict], 0);

/** What was asked before, with what came back where that is at hand. */
export type Done = Planned & Partial<Pick<Step, 'received'>>;

/** The same request would get the same answer. A form, such as that of a token request, may differ. */
const isSame = (a: Outgoing, b: Outgoing): boolean => a.url === b.url && a.form === undefined && b.form === undefined;

const hostOf = ({ url }: Outgoing): string => new URL(url).host;

/** A host that gives no answer would take as long again; one that asks for fewer calls is left alone. */
const isClosed = ({ received }: Done): boolean =>
  received !== undefined && (received.is === 'failed' || isThrottled(received) || isIntercepted(received));

/** Whether there is no use in asking: it was asked before, or its host is closed. */
const isVain = (outgoing: Outgoing, done: readonly Done[]): boolean =>
  done.some(
    (earlier) =>
      isSame(earlier.outgoing, outgoing) || (isClosed(earlier) && hostOf(earlier.outgoing) === hostOf(outgoing)),
  );

/** The probe that settles most now; among equals the first of the natural order. */
export const nextProbe = (
  probes: readonly Probe[],
  situation: Situation,
  done: readonly Done[],
): Planned | undefined => {
  const planned = probes.flatMap((probe): readonly (Planned & { worth: number })[] => {
    const isNew =
      !done.some((earlier) => earlier.probe.id === probe.id) &&
      probe.settles.some((path) => situation.diagnosis.facts[path] === undefined);
    const outgoing = isNew ? probe.plan(situation) : undefined;
    const isFirst = probe.repeats || probe.isNeeded?.(situation) === true;
    const worth = isFirst ? Number.POSITIVE_INFINITY : gain(probe.settles, situation.diagnosis);
    return outgoing && worth > 0 && !isVain(outgoing, done) ? [{ probe, outgoing, worth }] : [];
  });
  return planned.sort((a, b) => b.worth - a.worth)[0];
};
