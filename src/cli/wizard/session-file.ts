import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, unlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { TOOL, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { writeOutput } from '../output.ts';
import { tool } from '../tool.ts';
import type { Engine } from './engine.ts';
import { keptOf } from './kept-of.ts';
import { newSession, type Session } from './session.ts';

const VERSION = 3;

/** As many sessions are kept; who leaves more often than that has no use for the oldest. */
const MOST_KEPT = 20;

/** Names that sort by time: the newest last. The random end keeps two windows apart. */
const NAME = /^session-[\dTZ-]{10,40}-[0-9a-f]{8}\.json$/;

/** Where sessions are kept, a file each: where the system keeps the state of programs. */
export const sessionFolder = ({ env, platform }: Pick<Io, 'env' | 'platform'>): string => {
  const windows = env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  const state = platform === 'win32' ? windows : (env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'));
  return join(state, tool.name, 'sessions');
};

/** The names of the sessions that are kept, the newest first. */
const namesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name)).sort((a, b) => (a < b ? 1 : -1));

/** Forgets a session that was kept. */
export const forgetSession = async (file: string): Promise<void> => {
  await unlink(file).catch(() => undefined);
};

/**
 * Keeps a session in a new file that only its owner may read, so that no window overwrites what another one kept. What
 * was pasted goes in sealed and masked: the file holds no secret, and names nobody.
 */
export const saveSession = async (session: Session, engine: Engine, folder: string, time: string): Promise<void> => {
  const { now, call, answers, skipped, looked, noticed } = session;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const saved = {
    version: VERSION,
    now,
    kept: engine.maskKept(keptOf(session, engine)),
    call,
    answers,
    skipped,
    looked,
    noticed,
  };
  const name = `session-${time.replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.json`;
  await writeOutput(join(folder, name), `${JSON.stringify(saved, null, 1)}\n`, false);
  for (const old of (await namesIn(folder)).slice(MOST_KEPT)) await forgetSession(join(folder, old));
};

type Saved = Partial<Session> & { readonly version?: number };

const isSession = (saved: Saved): saved is Session =>
  saved.version === VERSION &&
  typeof saved.now === 'string' &&
  Array.isArray(saved.kept?.text?.texts) &&
  Array.isArray(saved.kept.text.secrets) &&
  Array.isArray(saved.kept.text.notices) &&
  Array.isArray(saved.kept.recordings) &&
  Array.isArray(saved.skipped) &&
  Array.isArray(saved.noticed) &&
  typeof saved.looked === 'object' &&
  typeof saved.answers === 'object';

const read = async (file: string): Promise<Session | undefined> => {
  try {
    const saved = (JSON.parse(await readFile(file, 'utf8')) ?? {}) as Saved;
    return isSession(saved) ? saved : undefined;
  } catch {
    return undefined;
  }
};

/** A session to go on with, and the file that it was kept in. */
export interface Loaded {
  readonly session: Session;
  readonly file: string;
}

/** The session that was left last; one that cannot be read is passed over. */
export const loadSession = async (folder: string): Promise<Loaded> => {
  const names = await namesIn(folder);
  for (const name of names) {
    const saved = await read(join(folder, name));
    if (saved === undefined) continue;
    const { now, kept, call, answers, skipped, looked, noticed } = saved;
    const told = { answers, skipped, looked, noticed, ...(call !== undefined && { call }) };
    return { session: { ...newSession(now), kept, ...told }, file: join(folder, name) };
  }
  if (names.length > 0) throw new UsageError('INPUT_UNREADABLE', 'The saved session cannot be read.', TOOL);
  throw new UsageError('INPUT_NOT_FOUND', 'No session was saved, or it was finished.', TOOL);
};
