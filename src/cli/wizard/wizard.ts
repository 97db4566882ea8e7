import { paragraph } from '../../report/layout.ts';
import { noPaint } from '../../report/style.ts';
import { TOOL } from '../errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Face, Left, type Page } from './face.ts';
import { enterRoom, type Room } from './room.ts';
import { type Engine, isEmpty, newSession, type Session } from './session.ts';

/** How the wizard was asked for. */
export interface WizardOptions {
  readonly colour: boolean;
  readonly plain: boolean;
  readonly now?: string;
  /** Go on with the session that was left. */
  readonly resume: boolean;
}

const loadEngine = async (): Promise<Engine> => {
  const [{ builtInRules, CANNOT_TELL, diagnoseSealed }, { sealPastes }] = await Promise.all([
    import('../../index.ts'),
    import('../../redact/seal.ts'),
  ]);
  return { rules: builtInRules, cannotTell: CANNOT_TELL, diagnoseSealed, sealPastes };
};

const lookOf = async (options: WizardOptions, io: Io) => {
  const { chalkPainter, showsUnicode, wantsColour } = await import('../painter.ts');
  const isDumb = io.env['TERM'] === 'dumb';
  const plain = options.plain || isDumb;
  const colour = wantsColour(io, options.colour) ? chalkPainter() : noPaint;
  const unicode = showsUnicode(io);
  return { plain, isDumb, style: (width: number) => ({ width, colour, unicode, plain }) };
};

const faceFor = async (room: Room): Promise<Face> =>
  room.redraws
    ? (await import('./screen-face.ts')).screenFace(room)
    : (await import('./plain-face.ts')).plainFace(room);

/** Of a process that a signal ends: 128 and its number. */
const CODES = {
  choice: EXIT.nothingWrong,
  'end of input': EXIT.nothingWrong,
  SIGINT: EXIT.interrupted,
  SIGHUP: 129,
  SIGTERM: 143,
} as const;

const leftPage =
  (saved: boolean): Page =>
  (style) =>
    saved
      ? [
          '',
          ...paragraph('Left. What you gave is kept without its secrets. Go on with:', style, 0),
          style.colour.code(`  ${TOOL} --resume`),
        ]
      : ['', 'Left. Nothing was kept.'];

/** Keeps what was given, where there is anything, and says how to go on. */
const leave = async (session: Session, engine: Promise<Engine>, room: Room, io: Io): Promise<void> => {
  if (isEmpty(session)) return room.say(leftPage(false));
  const { saveSession, sessionFile } = await import('./session-file.ts');
  await saveSession(session, await engine, sessionFile(io));
  room.say(leftPage(true));
};

const forget = async (io: Io): Promise<void> => {
  const { forgetSession, sessionFile } = await import('./session-file.ts');
  await forgetSession(sessionFile(io));
};

const startSession = async ({ resume, now }: WizardOptions, io: Io): Promise<Session> => {
  if (!resume) return newSession(now ?? io.now());
  const { loadSession, sessionFile } = await import('./session-file.ts');
  return loadSession(sessionFile(io));
};

/** Runs the wizard in the terminal. */
export const runWizard = async (options: WizardOptions, io: Io): Promise<number> => {
  let session = await startSession(options, io);
  const room = enterRoom(io, await lookOf(options, io));
  const { pasteIntro } = await import('./paste-intro.ts');
  if (!options.resume) room.say(pasteIntro);
  // Loaded while the person reads and pastes.
  const engine = loadEngine();
  const face = faceFor(room);
  const world = { io, room, engine, face, now: () => options.now ?? io.now() };
  try {
    const { walk } = await import('./walk.ts');
    await walk({ session, place: options.resume ? 'look' : 'paste' }, world, (tour) => {
      session = tour.session;
    });
    if (options.resume) await forget(io);
    return EXIT.nothingWrong;
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    await leave(session, engine, room, io);
    return CODES[error.by];
  } finally {
    room.close();
  }
};
