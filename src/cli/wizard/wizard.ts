import type { Paste } from '../../model/paste.ts';
import { paragraph } from '../../report/layout.ts';
import { noPaint } from '../../report/style.ts';
import { TOOL } from '../errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Engine } from './engine.ts';
import { type Face, Left } from './face.ts';
import { enterRoom, type Room } from './room.ts';
import { isEmpty, newSession } from './session.ts';
import type { Loaded } from './session-file.ts';
import { NOT_LOOKED, type World } from './tour.ts';

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
  /** The port of a simulator on this machine, which gets every live check. */
  readonly simulator?: number;
}

/** A call for a diagnosis that nobody sees, and its time. */
const NOBODYS = 'GET https://api.fabric.microsoft.com/v1/workspaces\nAuthorization: Bearer [token]\n\nHTTP/1.1 401\n';
const NEVER = '1970-01-01T00:00:00Z';

/** The first diagnosis builds and compiles what the others use: better while the person still reads. */
const warm = ({ sealPastes, diagnoseSealed }: Engine): void => {
  diagnoseSealed(sealPastes([{ text: NOBODYS }]), { now: NEVER, answers: {}, looked: {} });
};

const loadEngine = async ({ includePersonal = false, maskIds = false }: WizardOptions): Promise<Engine> => {
  const { workingEngine } = await import('./working-engine.ts');
  const engine = workingEngine({ personal: !includePersonal, ids: maskIds });
  warm(engine);
  return engine;
};

const lookOf = async (options: WizardOptions, io: Io) => {
  const { chalkPainter } = await import('../chalk-painter.ts');
  const { showsUnicode, wantsColour } = await import('../painter.ts');
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

/** A session, and the file of the one that goes on. */
type Begun = Pick<Loaded, 'session'> & Partial<Pick<Loaded, 'file'>>;

const sayLeft = (what: string, room: Room): void => room.say((style) => ['', ...paragraph(`Left. ${what}`, style, 0)]);

const forget = async (file: string | undefined): Promise<void> => {
  if (file !== undefined) await (await import('./session-file.ts')).forgetSession(file);
};

/** Keeps what was given, where there is anything, and says how to go on. The file of the session before is done with. */
const leave = async ({ session, file }: Begun, engine: Promise<Engine>, room: Room, io: Io): Promise<void> => {
  if (isEmpty(session)) return sayLeft('Nothing was kept.', room);
  const { saveSession, sessionFolder } = await import('./session-file.ts');
  const folder = sessionFolder(io);
  try {
    await saveSession(session, await engine, folder, io.now());
    await forget(file);
  } catch {
    return sayLeft(`It could not be kept: ${folder} cannot be written.`, room);
  }
  sayLeft('What you gave is kept without its secrets. Go on with:', room);
  room.say((style) => [style.colour.code(`  ${TOOL} --resume`)]);
};

const begin = async ({ resume, now, given = [] }: WizardOptions, io: Io): Promise<Begun> => {
  if (!resume) return { session: { ...newSession(now ?? io.now()), pastes: given } };
  const { loadSession, sessionFolder } = await import('./session-file.ts');
  return loadSession(sessionFolder(io));
};

/** Runs the wizard in the terminal. */
export const runWizard = async (options: WizardOptions, io: Io): Promise<number> => {
  const begun = await begin(options, io);
  let { session } = begun;
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
    simulator: options.simulator,
    remember: (given) => {
      session = given;
    },
  };
  try {
    const { walk } = await import('./walk.ts');
    await walk({ session, live: NOT_LOOKED, place: isBegun ? 'look' : 'paste' }, world);
    await forget(begun.file);
    return EXIT.nothingWrong;
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    // What the demo gave is no session of the person's own.
    if (options.given) sayLeft('Nothing was kept.', room);
    else await leave({ ...begun, session }, engine, room, io);
    return CODES[error.by];
  } finally {
    room.close();
  }
};
