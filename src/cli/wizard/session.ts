import type { Answers } from '../../model/diagnosis.ts';
import type { Notice } from '../../model/evidence.ts';
import type { Paste } from '../../model/paste.ts';
import type { Sealed } from '../../redact/seal.ts';

/** One kind of failure in a recording: the first call that failed so, and how many did. */
export interface RecordedCall {
  readonly sealed: Sealed;
  /** The same with its secrets, for live checks; never saved, so it is empty in a session that goes on. */
  readonly raw: readonly Paste[];
  /** When the call was made: the time to judge it at. */
  readonly at?: string;
  readonly calls: number;
}

/** A HAR or a log that was taken apart. */
export interface TakenApart {
  /** What it is, in words. */
  readonly what: string;
  readonly calls: readonly RecordedCall[];
  readonly notices: readonly Notice[];
}

/** What the person gave at once; the text of a recording is not kept beside its calls. */
export interface Given extends Paste {
  readonly recording?: TakenApart;
  /** It is the exchange of a live check. */
  readonly isLive?: true;
}

/** What was given before the session was saved. */
export interface Kept {
  readonly text: Sealed;
  readonly recordings: readonly TakenApart[];
}

/** All that the person gave: enough to diagnose the same again. */
export interface Session {
  /** The time of the pastes: a token that was in time then does not expire while the person thinks. */
  readonly now: string;
  readonly kept: Kept;
  readonly pastes: readonly Given[];
  /** Which of several failing calls is looked at; undefined until it was chosen. What follows is about this one. */
  readonly call?: number;
  /** In the order in which they were given. */
  readonly answers: Answers;
  /** Questions that were put off. */
  readonly skipped: readonly string[];
  /** What live checks have seen, in the form of answers. */
  readonly looked: Answers;
  /** What had to be said of them: what they could not check, and that the clock of this machine is wrong. */
  readonly noticed: readonly Notice[];
}

const NOTHING: Sealed = { texts: [], secrets: [], notices: [] };

/** A session in which nothing was said yet. */
export const newSession = (now: string): Session => ({
  now,
  kept: { text: NOTHING, recordings: [] },
  pastes: [],
  answers: {},
  skipped: [],
  looked: {},
  noticed: [],
});

/** The session with nothing told yet of any of its calls. */
export const untold = ({ call: _, ...session }: Session): Session => ({
  ...session,
  answers: {},
  skipped: [],
  looked: {},
  noticed: [],
});

/** What was given as text, with its secrets. */
export const textsOf = ({ pastes }: Session): readonly Given[] =>
  pastes.filter(({ recording }) => recording === undefined);

/** Every recording of the session, those that were kept first. */
export const recordingsOf = ({ kept, pastes }: Session): readonly TakenApart[] => [
  ...kept.recordings,
  ...pastes.flatMap(({ recording }) => recording ?? []),
];

/** Whether any text was given, apart from recordings. */
export const hasText = (session: Session): boolean => session.kept.text.texts.length + textsOf(session).length > 0;

/** Whether there is a text or a failing call to diagnose. */
export const hasPaste = (session: Session): boolean =>
  hasText(session) || recordingsOf(session).some(({ calls }) => calls.length > 0);

/** Whether there is anything that would be lost. */
export const isEmpty = ({ kept, pastes, answers }: Session): boolean =>
  kept.text.texts.length + kept.recordings.length + pastes.length + Object.keys(answers).length === 0;

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
