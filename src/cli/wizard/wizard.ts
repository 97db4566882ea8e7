import type { Paste } from '../../model/paste.ts';
import { paragraph } from '../../report/layout.ts';
import { noPaint } from '../../report/style.ts';
import { TOOL } from '../errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Face, Left } from './face.ts';
import { enterRoom, type Room } from './room.ts';
import { type Engine, isEmpty, newSession, type Session } from './session.ts';
import type { World } from './tour.ts';

/** How the wizard was asked for. */
export interface WizardOptions {
  readonly colour: boolean;
  readonly plain: boolean;
  readonly now?: string;
  readonly includePersonal?: boolean;
  readonly maskIds?: boolean;
  /** Go on with the session that was left. */
  readonly resume: boolean;
  /** What is looked at from the start, in place of a paste. */
  readonly given?: readonly Paste[];
}

/** A time for a diagnosis that nobody sees. */
const NEVER = '1970-01-01T00:00:00Z';

/** The engine, whose results are masked as those of every command. */
const loadEngine = async ({ includePersonal = false, maskIds = false }: WizardOptions): Promise<Engine> => {
  const [{ builtInRules, CANNOT_TELL, diagnoseSealed }, { sealPastes }, { diagnosisMasker }] = await Promise.all([
    import('../../index.ts'),
    import('../../redact/seal.ts'),
    import('../../report/mask-diagnosis.ts'),
  ]);
  const masker = diagnosisMasker({ personal: !includePersonal, ids: maskIds });
  // The first diagnosis builds what the others use: better while the person still reads.
  diagnoseSealed(sealPastes([]), { now: NEVER });
  return {
    rules: builtInRules,
    cannotTell: CANNOT_TELL,
    sealPastes,
    diagnoseSealed: (sealed, context) => diagnoseSealed(sealed, context).map(masker.diagnosis),
  };
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

const sayLeft = (what: string, room: Room): void => room.say((style) => ['', ...paragraph(`Left. ${what}`, style, 0)]);

/** Keeps what was given, where there is anything, and says how to go on. */
const leave = async (session: Session, engine: Promise<Engine>, room: Room, io: Io): Promise<void> => {
  if (isEmpty(session)) return sayLeft('Nothing was kept.', room);
  const { saveSession, sessionFile } = await import('./session-file.ts');
  const file = sessionFile(io);
  try {
    await saveSession(session, await engine, file);
  } catch {
    return sayLeft(`It could not be kept: ${file} cannot be written.`, room);
  }
  sayLeft('What you gave is kept without its secrets. Go on with:', room);
  room.say((style) => [style.colour.code(`  ${TOOL} --resume`)]);
};

const forget = async (io: Io): Promise<void> => {
  const { forgetSession, sessionFile } = await import('./session-file.ts');
  await forgetSession(sessionFile(io));
};

const startSession = async ({ resume, now, given = [] }: WizardOptions, io: Io): Promise<Session> => {
  if (!resume) return { ...newSession(now ?? io.now()), pastes: given };
  const { loadSession, sessionFile } = await import('./session-file.ts');
  return loadSession(sessionFile(io));
};

/** Runs the wizard in the terminal. */
export const runWizard = async (options: WizardOptions, io: Io): Promise<number> => {
  let session = await startSession(options, io);
  const room = enterRoom(io, await lookOf(options, io));
  const { pasteIntro } = await import('./paste-intro.ts');
  const isBegun = options.resume || options.given !== undefined;
  if (!isBegun) room.say(pasteIntro);
  // Loaded while the person reads and pastes.
  const engine = loadEngine(options);
  const face = faceFor(room);
  const world: World = {
    io,
    room,
    engine,
    face,
    now: () => options.now ?? io.now(),
    remember: (given) => {
      session = given;
    },
  };
  try {
    const { walk } = await import('./walk.ts');
    await walk({ session, place: isBegun ? 'look' : 'paste' }, world);
    if (options.resume) await forget(io);
    return EXIT.nothingWrong;
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    // What the demo gave is no session of the person's own.
    if (options.given) sayLeft('Nothing was kept.', room);
    else await leave(session, engine, room, io);
    return CODES[error.by];
  } finally {
    room.close();
  }
};
