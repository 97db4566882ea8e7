import type { Answers, Diagnosis } from '../../model/diagnosis.ts';
import type { Notice } from '../../model/evidence.ts';
import type { Paste } from '../../model/paste.ts';
import type { Rule } from '../../model/rule.ts';
import { seal, sealPattern } from '../../model/secret.ts';
import type { Sealed } from '../../redact/seal.ts';

/** What answers and live checks have told of a call. */
export interface Told {
  readonly answers: Answers;
  readonly looked: Answers;
}

/** The engine, as far as the wizard uses it. It is loaded while the person pastes. */
export interface Engine {
  readonly rules: readonly Rule[];
  /** The answer that says "I cannot tell". */
  readonly cannotTell: string;
  /** A paste with the failing calls in it, where it is a recording. */
  readonly takeApart: (paste: Paste, now: string) => Given;
  readonly sealPastes: (pastes: readonly Paste[]) => Sealed;
  readonly diagnoseSealed: (sealed: Sealed, context: Told & { readonly now: string }) => readonly Diagnosis[];
  /** Masks what is shown and saved. Live checks go by what is not masked. */
  readonly mask: (diagnosis: Diagnosis) => Diagnosis;
  readonly maskKept: (kept: Kept) => Kept;
}

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

const textsOf = ({ pastes }: Session): readonly Given[] => pastes.filter(({ recording }) => recording === undefined);

const recordingsOf = ({ kept, pastes }: Session): readonly TakenApart[] => [
  ...kept.recordings,
  ...pastes.flatMap(({ recording }) => recording ?? []),
];

/** Everything that was pasted, without its secrets. */
export const keptOf = (session: Session, { sealPastes }: Engine): Kept => {
  const { text } = session.kept;
  const sealed = sealPastes(textsOf(session));
  return {
    text: text.texts.length === 0 ? sealed : join(text, sealed),
    recordings: recordingsOf(session).map((recording) => ({
      ...recording,
      calls: recording.calls.map((call) => ({ ...call, raw: [] })),
    })),
  };
};

const hasText = (session: Session): boolean => session.kept.text.texts.length + textsOf(session).length > 0;

/** Whether there is a text or a failing call to diagnose. */
export const hasPaste = (session: Session): boolean =>
  hasText(session) || recordingsOf(session).some(({ calls }) => calls.length > 0);

/** One failing call, and what it was pasted as: with its secrets, as far as they are at hand. */
export interface Call {
  readonly diagnosis: Diagnosis;
  readonly raw: readonly Paste[];
  /** Whether other calls stand in the same text: not every token in it is that of this call. */
  readonly isOneOfSeveral: boolean;
}

const withNotices = (diagnosis: Diagnosis, notices: readonly Notice[]): Diagnosis => ({
  ...diagnosis,
  notices: [...diagnosis.notices, ...notices],
});

const recordedCalls = (session: Session, told: Told, engine: Engine): readonly Call[] =>
  recordingsOf(session).flatMap(({ calls, notices }) =>
    calls.flatMap(({ sealed, raw, at, calls: count }) => {
      const [first] = engine.diagnoseSealed(sealed, { ...told, now: at ?? session.now });
      return first ? [{ diagnosis: { ...withNotices(first, notices), calls: count }, raw, isOneOfSeveral: false }] : [];
    }),
  );

const textCalls = (session: Session, told: Told, engine: Engine): readonly Call[] => {
  const own = engine.diagnoseSealed(keptOf(session, engine).text, { ...told, now: session.now });
  return own.map((diagnosis) => ({ diagnosis, raw: textsOf(session), isOneOfSeveral: own.length > 1 }));
};

const callsTold = (session: Session, told: Told, engine: Engine): readonly Call[] => {
  const recorded = recordedCalls(session, told, engine);
  if (recorded.length > 0) return hasText(session) ? [...textCalls(session, told, engine), ...recorded] : recorded;
  const notices = recordingsOf(session).flatMap((recording) => recording.notices);
  return textCalls(session, told, engine).map((call) => ({ ...call, diagnosis: withNotices(call.diagnosis, notices) }));
};

const toldOf = ({ answers, skipped, looked }: Session, { cannotTell }: Engine): Told => ({
  answers: { ...Object.fromEntries(skipped.map((fact) => [fact, cannotTell])), ...answers },
  looked,
});

/** Every failing call of what was given. What was told counts for the one that is looked at alone. */
export const callsOf = (session: Session, engine: Engine): readonly Call[] => {
  const told = callsTold(session, toldOf(session, engine), engine).map((call) => ({
    ...call,
    diagnosis: withNotices(call.diagnosis, session.noticed),
  }));
  if (told.length === 1) return told;
  const others = callsTold(session, { answers: {}, looked: {} }, engine);
  return others.map((other, i) => (i === session.call ? (told[i] ?? other) : other));
};

/** What all that was given comes to, one diagnosis a failing call. */
export const diagnoseSession = (session: Session, engine: Engine): readonly Diagnosis[] =>
  callsOf(session, engine).map(({ diagnosis }) => engine.mask(diagnosis));

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
