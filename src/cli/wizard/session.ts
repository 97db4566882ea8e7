import type { Answers, Diagnosis } from '../../model/diagnosis.ts';
import type { Paste } from '../../model/paste.ts';
import type { Rule } from '../../model/rule.ts';
import { seal, sealPattern } from '../../model/secret.ts';
import type { Sealed } from '../../redact/seal.ts';

/** The engine, as far as the wizard uses it. It is loaded while the person pastes. */
export interface Engine {
  readonly rules: readonly Rule[];
  /** The answer that says "I cannot tell". */
  readonly cannotTell: string;
  readonly sealPastes: (pastes: readonly Paste[]) => Sealed;
  readonly diagnoseSealed: (
    sealed: Sealed,
    context: { readonly now: string; readonly answers: Answers },
  ) => readonly Diagnosis[];
}

/** All that the person gave: enough to diagnose the same again. */
export interface Session {
  /** The time of the pastes: a token that was in time then does not expire while the person thinks. */
  readonly now: string;
  /** What was pasted before the session was saved. */
  readonly kept: Sealed;
  readonly pastes: readonly Paste[];
  /** In the order in which they were given. */
  readonly answers: Answers;
  /** Questions that were put off. */
  readonly skipped: readonly string[];
}

const NOTHING: Sealed = { texts: [], secrets: [], notices: [] };

/** A session in which nothing was said yet. */
export const newSession = (now: string): Session => ({ now, kept: NOTHING, pastes: [], answers: {}, skipped: [] });

/** Two sealed inputs as one; the secrets of the second get numbers of their own. */
const join = (first: Sealed, second: Sealed): Sealed => {
  const shift = Math.max(0, ...first.secrets.map(({ id }) => id));
  const renumber = (text: string): string =>
    text.replace(sealPattern(), (_, id: string) => seal(Number.parseInt(id, 10) + shift));
  return {
    texts: [...first.texts, ...second.texts.map(renumber)],
    secrets: [...first.secrets, ...second.secrets.map((secret) => ({ ...secret, id: secret.id + shift }))],
    notices: [...first.notices, ...second.notices],
  };
};

/** Everything that was pasted, without its secrets. */
export const sealedOf = ({ kept, pastes }: Session, { sealPastes }: Engine): Sealed =>
  kept.texts.length === 0 ? sealPastes(pastes) : join(kept, sealPastes(pastes));

/** What all that was given comes to, one diagnosis a failing call. */
export const diagnoseSession = (session: Session, engine: Engine): readonly Diagnosis[] => {
  const skipped = Object.fromEntries(session.skipped.map((fact) => [fact, engine.cannotTell]));
  const answers = { ...skipped, ...session.answers };
  return engine.diagnoseSealed(sealedOf(session, engine), { now: session.now, answers });
};

/** Whether there is anything that would be lost. */
export const isEmpty = ({ kept, pastes, answers }: Session): boolean =>
  kept.texts.length + pastes.length + Object.keys(answers).length === 0;

const without = (answers: Answers, fact: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([path]) => path !== fact));

/** The session with one more answer, or with another one in its place. */
export const withAnswer = (session: Session, fact: string, value: string): Session => ({
  ...session,
  answers: { ...without(session.answers, fact), [fact]: value },
  skipped: session.skipped.filter((path) => path !== fact),
});

/** The session with a question put off. */
export const withSkipped = (session: Session, fact: string): Session => ({
  ...session,
  skipped: [...session.skipped, fact],
});

/** The session without an answer. */
export const withoutAnswer = (session: Session, fact: string): Session => ({
  ...session,
  answers: without(session.answers, fact),
});
