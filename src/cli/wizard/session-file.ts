import { mkdir, readFile, unlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { TOOL, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { writeOutput } from '../output.ts';
import { type Engine, newSession, type Session, sealedOf } from './session.ts';

const VERSION = 1;

/** Where a session is kept: one a user, where the system keeps the state of programs. */
export const sessionFile = ({ env, platform }: Pick<Io, 'env' | 'platform'>): string => {
  const windows = env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  const state = platform === 'win32' ? windows : (env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'));
  return join(state, TOOL, 'session.json');
};

/** Keeps a session in a file that only its owner may read. What was pasted goes in sealed: the file holds no secret. */
export const saveSession = async (session: Session, engine: Engine, file: string): Promise<void> => {
  const { now, answers, skipped } = session;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const kept = sealedOf(session, engine);
  await writeOutput(file, `${JSON.stringify({ version: VERSION, now, kept, answers, skipped }, null, 1)}\n`, true);
};

const isSession = (saved: Partial<Session> & { readonly version?: number }): saved is Session =>
  saved.version === VERSION &&
  typeof saved.now === 'string' &&
  Array.isArray(saved.kept?.texts) &&
  Array.isArray(saved.kept.secrets) &&
  Array.isArray(saved.kept.notices) &&
  Array.isArray(saved.skipped) &&
  typeof saved.answers === 'object';

const read = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError('INPUT_NOT_FOUND', 'No session was saved, or it was finished.', TOOL);
  }
};

const parse = (text: string): Partial<Session> => {
  try {
    return (JSON.parse(text) ?? {}) as Partial<Session>;
  } catch {
    return {};
  }
};

/** The session that was left, to go on with. */
export const loadSession = async (file: string): Promise<Session> => {
  const saved = parse(await read(file));
  if (!isSession(saved)) throw new UsageError('INPUT_UNREADABLE', 'The saved session cannot be read.', TOOL);
  const { now, kept, answers, skipped } = saved;
  return { ...newSession(now), kept, answers, skipped };
};

/** Forgets the session that was kept. */
export const forgetSession = async (file: string): Promise<void> => {
  await unlink(file).catch(() => undefined);
};
