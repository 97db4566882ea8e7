import { type FileHandle, open } from 'node:fs/promises';
import type { Paste } from '../model/paste.ts';
import { clipboardCommand } from './clipboard.ts';
import { encodingOf } from './encoding.ts';
import { TOOL, type UsageCode, UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { MAX_INPUT_BYTES, MAX_INPUT_WORDS } from './limits.ts';
import { shellWord, shown } from './quote.ts';
import { type Follow, readSource, type Source } from './source.ts';

/** The name that stands for stdin in the place of a file. */
export const STDIN = '-';

const tooLarge = ({ name }: Pick<Source, 'name'>): UsageError =>
  new UsageError(
    'INPUT_TOO_LARGE',
    `${shown(name)} is larger than ${MAX_INPUT_WORDS}, the most that is read of text. Keep the request and the answer, drop the rest.`,
    `head -c 1000000 ${name === 'stdin' ? 'FILE' : shellWord(name)} | ${TOOL} check`,
  );

/** Bytes as a paste: UTF-8, or UTF-16, which Windows PowerShell writes. */
export const toPaste = (bytes: Uint8Array, name: string): Paste => {
  if (bytes.length > MAX_INPUT_BYTES) throw tooLarge({ name });
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.includes('\0')) {
    throw new UsageError(
      'INPUT_BINARY',
      `${shown(name)} is not text: it holds NUL bytes. Save it as UTF-8, or copy the text out of it.`,
      `${TOOL} check FILE.txt`,
    );
  }
  if (text.trim() === '') {
    throw new UsageError('INPUT_EMPTY', `${shown(name)} is empty.`, `${TOOL} check FILE`);
  }
  return { text, name };
};

const noFile = (file: string): string => `There is no file ${file}.`;

const FAILURES: Readonly<Record<string, readonly [UsageCode, (file: string) => string]>> = {
  ENOENT: ['INPUT_NOT_FOUND', noFile],
  ENOTDIR: ['INPUT_NOT_FOUND', noFile],
  ENAMETOOLONG: ['INPUT_NOT_FOUND', (file) => `That is no file name: ${file}.`],
  EACCES: ['INPUT_UNREADABLE', (file) => `You may not read ${file}.`],
  EPERM: ['INPUT_UNREADABLE', (file) => `You may not read ${file}.`],
  EISDIR: ['INPUT_IS_DIRECTORY', (file) => `It takes files, and ${file} is a folder.`],
};

const readFailure = (file: string, error: unknown): UsageError => {
  if (error instanceof UsageError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const [usage, words] =
    FAILURES[code] ?? (['INPUT_UNREADABLE', (name: string) => `This cannot be read: ${name}.`] as const);
  const next = usage === 'INPUT_IS_DIRECTORY' ? `${TOOL} check ${shellWord(file)}/FILE` : `${TOOL} check FILE`;
  return new UsageError(usage, words(shown(file)), next);
};

/** Fewer and larger reads than the default: a stream of a gigabyte takes half the time. */
const CHUNK = 1024 * 1024;

const sourceOf = async (handle: FileHandle, name: string): Promise<Source> => {
  const stats = await handle.stat();
  if (stats.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  const chunks = handle.createReadStream({ autoClose: false, highWaterMark: CHUNK });
  return { name, chunks, ...(stats.isFile() && { size: stats.size }) };
};

/** An input as a paste, or nothing where `follow` took it. Text has a limit; what is followed has none. */
const read = async (source: Source, follow: Follow | undefined): Promise<readonly Paste[]> => {
  const bytes = await readSource(source, MAX_INPUT_BYTES, follow);
  if (bytes === 'too-large') throw tooLarge(source);
  return bytes === 'followed' ? [] : [toPaste(bytes, source.name)];
};

const readFile = async (file: string, follow: Follow | undefined): Promise<readonly Paste[]> => {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    return await read(await sourceOf(handle, file), follow);
  } catch (error) {
    throw readFailure(file, error);
  } finally {
    await handle?.close();
  }
};

const stdinSource = (io: Io, patience?: number): Source => ({
  name: 'stdin',
  chunks: io.readStdin(patience),
  ...(io.stdinSize !== undefined && { size: io.stdinSize }),
});

/** What came by stdin without being named; empty where nothing did. Patience is for its first byte. */
export const readUnnamedStdin = async (
  io: Io,
  patience: number,
  follow: Follow,
): Promise<readonly Paste[] | 'followed'> => {
  const source = stdinSource(io, patience);
  const bytes = await readSource(source, MAX_INPUT_BYTES, follow);
  if (bytes === 'too-large') throw tooLarge(source);
  if (bytes === 'followed') return bytes;
  return bytes.length > 0 ? [toPaste(bytes, source.name)] : [];
};

const fromStdin = async (io: Io, follow: Follow | undefined): Promise<readonly Paste[]> => {
  if (!io.stdinIsTty) return read(stdinSource(io), follow);
  throw new UsageError(
    'INPUT_MISSING',
    `There is nothing to check. Name a file (${TOOL} check FILE), or pass what you copied by a pipe.`,
    clipboardCommand(io.platform),
  );
};

/** Reads files, and stdin where `-` stands, in the order given. Those that `follow` takes are not among the pastes. */
export const readInputs = async (files: readonly string[], io: Io, follow?: Follow): Promise<readonly Paste[]> => {
  const twice = files.find((file, i) => files.indexOf(file) !== i);
  if (twice !== undefined) {
    throw new UsageError('INPUT_TWICE', `${shown(twice)} is named twice.`, `${TOOL} check ${shellWord(twice)}`);
  }
  const pastes: Paste[] = [];
  for (const file of files) {
    pastes.push(...(file === STDIN ? await fromStdin(io, follow) : await readFile(file, follow)));
  }
  return pastes;
};

const fileSource = async function* (file: string): AsyncGenerator<Source> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    yield await sourceOf(handle, file);
  } catch (error) {
    throw readFailure(file, error);
  } finally {
    await handle?.close();
  }
};

/** Each input by itself, open while it is read, whatever it holds. */
export const eachSource = async function* (files: readonly string[], io: Io): AsyncGenerator<Source> {
  for (const file of files) {
    if (file !== STDIN) yield* fileSource(file);
    else if (io.stdinIsTty) throw new UsageError('INPUT_MISSING', 'There is nothing to redact.', `${TOOL} redact FILE`);
    else yield stdinSource(io);
  }
};
