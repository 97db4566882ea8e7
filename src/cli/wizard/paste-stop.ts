import type { Paste } from '../../model/paste.ts';
import { readPastes, takenPage } from './paste-step.ts';
import { recognisedLines } from './recognised-lines.ts';
import { type Given, hasPaste, isEmpty, type Session } from './session.ts';
import type { Stop, Tour, World } from './tour.ts';

const takenApart = async (paste: Paste, { engine, now }: World): Promise<Given> =>
  (await engine).takeApart(paste, now());

/** What is recognised in one paste by itself. */
const recognise = async (paste: Given, { engine, now }: World): Promise<readonly string[]> => {
  if (paste.recording) return [paste.recording.what, ...paste.recording.notices.map(({ text }) => text)];
  return recognisedLines((await engine).recognise(paste), now());
};

/** A session with one more paste; with the first one its time begins. Which call it is about is open again. */
const withPaste = ({ call: _, ...session }: Session, paste: Given, now: string): Session => ({
  ...session,
  now: hasPaste(session) ? session.now : now,
  pastes: [...session.pastes, paste],
});

/** Takes a text that came another way than by the paste step, says what was recognised, and lets more be pasted. */
export const takePaste = async (tour: Tour, paste: Paste, world: World): Promise<Tour> => {
  const given = await takenApart(paste, world);
  const lines = await recognise(given, world);
  const session = withPaste(tour.session, given, world.now());
  world.room.say(takenPage(session.pastes.length, paste.text, lines));
  return { ...tour, session, place: 'paste' };
};

/** Takes pastes until the person goes on. */
export const pasteStop: Stop = async (tour, world) => {
  let { session } = tour;
  const how = await readPastes(world.room, {
    count: () => session.pastes.length,
    add: async (text) => {
      const given = await takenApart({ text }, world);
      session = withPaste(session, given, world.now());
      world.remember(session);
      return recognise(given, world);
    },
    undo: () => {
      if (session.pastes.length === 0) return false;
      const { call: _, ...rest } = session;
      session = { ...rest, pastes: session.pastes.slice(0, -1) };
      world.remember(session);
      return true;
    },
  });
  return { ...tour, session, place: how === 'other-ways' || isEmpty(session) ? 'other-ways' : 'look' };
};
