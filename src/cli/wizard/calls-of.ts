import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Notice } from '../../model/evidence.ts';
import type { Paste } from '../../model/paste.ts';
import type { Engine, Told } from './engine.ts';
import { keptOf } from './kept-of.ts';
import { hasText, recordingsOf, type Session, textsOf } from './session.ts';

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
