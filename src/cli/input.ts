import type { Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Paste } from '../model/paste.ts';
import { clipboardCommand } from './clipboard.ts';
import { TOOL, type UsageCode, UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { MAX_INPUT_BYTES, MAX_INPUT_WORDS } from './limits.ts';
import { shellWord, shown } from './quote.ts';

/** The name that stands for stdin in the place of a file. */
export const STDIN = '-';

const tooLarge = (name: string): UsageError =>
  new UsageError(
    'INPUT_TOO_LARGE',
    `${shown(name)} is larger than ${MAX_INPUT_WORDS}, the most that is read. Keep the request and the answer, drop the rest.`,
    `head -c 1000000 ${name === 'stdin' ? 'FILE' : shellWord(name)} | ${TOOL} check`,
  );

const ENCODINGS: readonly { readonly mark: readonly number[]; readonly encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Bytes as a paste: UTF-8, or UTF-16 with a byte order mark, which Windows PowerShell writes. */
export const toPaste = (bytes: Uint8Array, name: string): Paste => {
  if (bytes.length > MAX_INPUT_BYTES) throw tooLarge(name);
  const encoding = ENCODINGS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))?.encoding ?? 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
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

const FAILURES: Readonly<Record<string, readonly [UsageCode, string]>> = {
  ENOENT: ['INPUT_NOT_FOUND', 'There is no file'],
  ENOTDIR: ['INPUT_NOT_FOUND', 'There is no file'],
  ENAMETOOLONG: ['INPUT_NOT_FOUND', 'That is no file name:'],
  EACCES: ['INPUT_UNREADABLE', 'You may not read'],
  EPERM: ['INPUT_UNREADABLE', 'You may not read'],
  EISDIR: ['INPUT_IS_DIRECTORY', 'It takes files, and this is a folder:'],
};

const readFailure = (file: string, error: unknown): UsageError => {
  if (error instanceof UsageError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const [usage, words] = FAILURES[code] ?? (['INPUT_UNREADABLE', 'This cannot be read:'] as const);
  const next = usage === 'INPUT_IS_DIRECTORY' ? `${TOOL} check ${shellWord(file)}/FILE` : `${TOOL} check FILE`;
  return new UsageError(usage, `${words} ${shown(file)}.`, next);
};

const bytesOf = async (handle: FileHandle, file: string, stats: Stats): Promise<Uint8Array> => {
  if (stats.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  if (stats.isFile() && stats.size > MAX_INPUT_BYTES) throw tooLarge(file);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of handle.createReadStream({ autoClose: false })) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > MAX_INPUT_BYTES) throw tooLarge(file);
  }
  return Buffer.concat(chunks);
};

const readFile = async (file: string): Promise<Paste> => {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    return toPaste(await bytesOf(handle, file, await handle.stat()), file);
  } catch (error) {
    throw readFailure(file, error);
  } finally {
    await handle?.close();
  }
};

const fromStdin = async (io: Io): Promise<Paste> => {
  if (!io.stdinIsTty) return toPaste(await io.readStdin(), 'stdin');
  throw new UsageError(
    'INPUT_MISSING',
    `There is nothing to check. Name a file (${TOOL} check FILE), or pass what you copied by a pipe.`,
    clipboardCommand(io.platform),
  );
};

/** Reads files, and stdin where `-` stands, in the order given. */
export const readInputs = async (files: readonly string[], io: Io): Promise<readonly Paste[]> => {
  const twice = files.find((file, i) => files.indexOf(file) !== i);
  if (twice !== undefined) {
    throw new UsageError('INPUT_TWICE', `${shown(twice)} is named twice.`, `${TOOL} check ${shellWord(twice)}`);
  }
  const pastes: Paste[] = [];
  for (const file of files) {
    pastes.push(file === STDIN ? await fromStdin(io) : await readFile(file));
  }
  return pastes;
};
