import { diagnose as diagnoseWith } from './diagnose/diagnose.ts';
import { rules as builtIn } from './generated/rules.ts';
import type { Context, Diagnosis } from './model/diagnosis.ts';
import type { Paste } from './model/paste.ts';

/** What `diagnose` needs beside the pastes; the built-in rules are used where none are given. */
export type Options = Omit<Context, 'rules'> & Partial<Pick<Context, 'rules'>>;

/** Explains why calls fail; see the core function for the guarantees. */
export const diagnose = (pastes: readonly Paste[], { rules = builtIn, ...context }: Options): readonly Diagnosis[] =>
  diagnoseWith(pastes, { rules, ...context });

export { AnswerError } from './diagnose/answer-error.ts';
export { CANNOT_TELL } from './diagnose/diagnose.ts';
/** Big inputs, read entry by entry: HAR and JSON lines. */
export {
  type EntryKind,
  entryKind,
  type FailingCall,
  type Follower,
  followEntries,
  type Seen,
} from './diagnose/follow-entries.ts';
export { type Group, type Grouper, groupDiagnoses, grouper } from './diagnose/group.ts';
export type { FactPath } from './facts/catalog.ts';
export { choicesOf, FACT_PATHS, factSpec, isFactPath } from './facts/catalog.ts';
/** The causes that come with the tool. */
export { rules as builtInRules } from './generated/rules.ts';
export type * from './model/diagnosis.ts';
export type { Evidence, Fact, FactValue, Notice, Origin, Place } from './model/evidence.ts';
export type { Ask, Cost, FactSpec, Who } from './model/fact.ts';
export type { Paste } from './model/paste.ts';
export type { FixStep, Gate, Rule, Sign } from './model/rule.ts';
export { GATES } from './model/rule.ts';
export type { Secret } from './model/secret.ts';
