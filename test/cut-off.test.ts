import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../src/diagnose/judge.ts';
import { recordingIn } from '../src/diagnose/recording.ts';
import { FACT_PATHS, factSpec } from '../src/facts/catalog.ts';
import { runDerivations } from '../src/facts/derivation.ts';
import type { OpenEvidence } from '../src/facts/evidence.ts';
import { builtInRules as rules } from '../src/index.ts';
import { derivations } from '../src/knowledge/derive/derivations.ts';
import type { Fact } from '../src/model/evidence.ts';
import { observe } from '../src/read/observe.ts';
import { readPastes } from '../src/read/read.ts';
import { type Case, readCases } from '../tools/cases/read-case.ts';

/** Every input format has a case of its own, named after it. */
const formats = readCases('fixtures').filter(({ file }) => basename(file).startsWith('from-'));

/** In so many places each paste is cut. */
const CUTS = 24;

/** The texts of a case as far as they go in so many characters. */
const cutAt = ({ pastes }: Case, length: number): readonly string[] => {
  let left = length;
  return pastes.flatMap(({ text }) => {
    const part = text.slice(0, Math.max(0, left));
    left -= text.length;
    return part === '' ? [] : [part];
  });
};

const cutsOf = (one: Case): readonly (readonly string[])[] => {
  const whole = one.pastes.reduce((sum, { text }) => sum + text.length, 0);
  return Array.from({ length: CUTS }, (_, i) => cutAt(one, Math.floor((whole * (i + 1)) / (CUTS + 1))));
};

/** What is known of the first failing call. */
const evidenceOf = (texts: readonly string[], now: string): OpenEvidence => {
  const pastes = texts.map((text) => ({ text }));
  const recorded = pastes.map(recordingIn).flatMap((recording) => recording?.failures ?? [])[0]?.call;
  const { incidents, secrets } = readPastes(recorded?.pastes ?? pastes);
  const [incident] = incidents;
  const facts: OpenEvidence = incident === undefined ? new Map() : observe(incident, secrets).facts;
  runDerivations(facts, derivations, recorded?.at ?? now);
  return facts;
};

/** Groups that a reader calls complete: what is not in one is said to be absent. */
const GROUPS = new Set(['request', 'response', 'token-request', 'credential', 'token']);
/** What is said of the part of an address that was seen: nothing shows where one ends. */
const OF_ADDRESSES: readonly string[] = ['request.path-problem', 'token-request.tenant-kind'];
const paths = FACT_PATHS.filter((path) => GROUPS.has(factSpec(path).group) && !OF_ADDRESSES.includes(path));
const MISSING: readonly unknown[] = ['missing', 'none', 'empty', false];

const valueOf = (fact: Fact | undefined): unknown => (fact?.state === 'known' ? fact.value : fact?.state);

/** A command has no end of its own: one that is cut between two words reads like another whole one. */
const isOfCommand = ({ origin }: Fact): boolean => origin.by === 'read' && / command$/.test(origin.place.what);

const isSaidMissing = (fact: Fact | undefined): boolean =>
  fact?.origin.by === 'read' && !isOfCommand(fact) && (fact.state === 'absent' || MISSING.includes(fact.value));

/** What the cut paste says is not there although the whole one shows it. */
const falselyMissing = (cut: OpenEvidence, whole: OpenEvidence): readonly string[] =>
  paths.filter(
    (path) =>
      isSaidMissing(cut.get(path)) &&
      whole.has(path) &&
      String(valueOf(cut.get(path))) !== String(valueOf(whole.get(path))),
  );

const confirmedIn = (evidence: OpenEvidence): readonly string[] =>
  judge(rules, evidence)
    .filter(({ verdict }) => verdict === 'confirmed')
    .map(({ rule }) => rule.id);

describe('a paste that is cut off', () => {
  it.each(formats.map((one) => [one.id, one] as const))(
    '%s: nothing is called absent that stood behind the cut, and no other cause is confirmed',
    (_, one) => {
      const whole = evidenceOf(
        one.pastes.map(({ text }) => text),
        one.now,
      );
      const fair = [one.expect.cause, ...(one.expect.acceptable ?? []), ...confirmedIn(whole)];
      const wrong = cutsOf(one).flatMap((texts, i) => {
        const cut = evidenceOf(texts, one.now);
        return [
          ...falselyMissing(cut, whole).map((path) => `cut ${i}: ${path} is said to be missing`),
          ...confirmedIn(cut)
            .filter((id) => !fair.includes(id))
            .map((id) => `cut ${i}: ${id} is confirmed`),
        ];
      });
      expect(wrong).toEqual([]);
    },
  );
});
