import { execFile } from 'node:child_process';
import type { Io } from '../io.ts';
import { MAX_INPUT_BYTES } from '../limits.ts';

type Command = readonly [file: string, ...args: readonly string[]];

/** UTF-8, whatever the code page of the console is. */
const POWERSHELL: Command = [
  'powershell.exe',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw',
];

/** The commands of each system that print the clipboard, in the order to try them. WSL has that of Windows. */
const commandsFor = ({ platform, env }: Pick<Io, 'platform' | 'env'>): readonly Command[] => {
  if (platform === 'win32') return [POWERSHELL];
  if (platform === 'darwin') return [['pbpaste']];
  const wayland: readonly Command[] = [['wl-paste', '--no-newline']];
  const x11: readonly Command[] = [
    ['xclip', '-o', '-selection', 'clipboard'],
    ['xsel', '--clipboard', '--output'],
  ];
  return [...(env['WAYLAND_DISPLAY'] === undefined ? [...x11, ...wayland] : [...wayland, ...x11]), POWERSHELL];
};

const PATIENCE = 10_000;

const output = ([file, ...args]: Command): Promise<string | undefined> =>
  new Promise((resolve) => {
    execFile(
      file,
      args,
      { encoding: 'utf8', timeout: PATIENCE, maxBuffer: MAX_INPUT_BYTES, windowsHide: true },
      (error, text) => resolve(error === null ? text : undefined),
    );
  });

/** The text of the clipboard, by the system's own tool; undefined where none of them gives it. */
export const readClipboard = async (io: Pick<Io, 'platform' | 'env'>): Promise<string | undefined> => {
  for (const command of commandsFor(io)) {
    const text = await output(command);
    if (text !== undefined) return text;
  }
  return undefined;
};
