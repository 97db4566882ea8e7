import type { Paste } from '../../model/paste.ts';
import { readPastes, takenPage } from './paste-step.ts';
import { recognisedLines } from './recognised-lines.ts';
import type { Session } from './session.ts';
import { diagnoseSession, isEmpty, newSession } from './session.ts';
import type { Stop, Tour, World } from './tour.ts';

/** What is recognised in one paste by itself. */
const recognise = async (paste: Paste, { engine, now }: World): Promise<readonly string[]> => {
  const session = { ...newSession(now()), pastes: [paste] };
  return recognisedLines(diagnoseSession(session, await engine), session.now);
};

/** A session with one more paste; with the first one its time begins. */
const withPaste = (session: Session, paste: Paste, now: string): Session => ({
  ...session,
  now: session.pastes.length + session.kept.texts.length === 0 ? now : session.now,
  pastes: [...session.pastes, paste],
});

/** Takes a text that came another way than by the paste step, says what was recognised, and lets more be pasted. */
export const takePaste = async (tour: Tour, paste: Paste, world: World): Promise<Tour> => {
  const lines = await recognise(paste, world);
  const session = withPaste(tour.session, paste, world.now());
  world.room.say(takenPage(session.pastes.length, paste.text, lines));
  const { call: _, ...rest } = tour;
  return { ...rest, session, place: 'paste' };
};

/** Takes pastes until the person goes on. */
export const pasteStop: Stop = async (tour, world) => {
  let { session } = tour;
  const how = await readPastes(world.room, {
    count: () => session.pastes.length,
    add: async (text) => {
      session = withPaste(session, { text }, world.now());
      world.remember(session);
      return recognise({ text }, world);
    },
    undo: () => {
      if (session.pastes.length === 0) return false;
      session = { ...session, pastes: session.pastes.slice(0, -1) };
      world.remember(session);
      return true;
    },
  });
  const { call: _, ...rest } = tour;
  const next: Tour = { ...rest, session };
  return { ...next, place: how === 'other-ways' || isEmpty(session) ? 'other-ways' : 'look' };
};
