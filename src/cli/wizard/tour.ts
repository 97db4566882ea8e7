import type { Done } from '../../live/next-probe.ts';
import type { Seen, TokenCredential } from '../../live/probe.ts';
import type { Conclusion, Diagnosis } from '../../model/diagnosis.ts';
import type { Paste } from '../../model/paste.ts';
import type { Io } from '../io.ts';
import { diagnoseSession } from './calls-of.ts';
import type { Engine } from './engine.ts';
import type { Face } from './face.ts';
import type { Room } from './room.ts';
import type { Session } from './session.ts';

/** What every stop of the wizard has at hand; engine and menus are loaded while the person pastes. */
export interface World {
  readonly io: Io;
  readonly room: Room;
  readonly engine: Promise<Engine>;
  readonly face: Promise<Face>;
  readonly now: () => string;
  /** The port of a simulator, which gets every live check in place of the world. */
  readonly simulator: number | undefined;
  /** Told of all that was given at once, so that nothing is lost when the person leaves in the middle. */
  readonly remember: (session: Session) => void;
}

/** Where the person can be. */
export type Place = 'paste' | 'other-ways' | 'look' | 'question' | 'more' | 'result' | 'end';

/** What live checks have at hand beside the session. It may hold secrets, lives in memory only, and is about one call. */
export interface Live {
  /** What was pasted for live checks alone, after the session was saved without its secrets. */
  readonly pastes: readonly Paste[];
  readonly acquired: readonly TokenCredential[];
  readonly seen: Seen;
  /** The probes that were run. */
  readonly done: readonly Done[];
}

/** Before any live check. */
export const NOT_LOOKED: Live = { pastes: [], acquired: [], seen: {}, done: [] };

/** The person's way so far: plain data, so that back and resume are nothing special. */
export interface Tour {
  readonly place: Place;
  readonly session: Session;
  readonly live: Live;
  /** What was found before the fix, where the call is checked again. */
  readonly before?: Conclusion;
}

/** One stop: talks with the person and says where to go next. */
export type Stop = (tour: Tour, world: World) => Promise<Tour>;

/** The diagnosis that the tour is about, and how many there are. */
export const lookAt = async (
  { session }: Tour,
  world: World,
): Promise<{ readonly diagnosis: Diagnosis; readonly all: readonly Diagnosis[] }> => {
  const all = diagnoseSession(session, await world.engine);
  const diagnosis = all[session.call ?? 0] ?? all[0];
  if (diagnosis === undefined) throw new Error('no diagnosis');
  return { diagnosis, all };
};
