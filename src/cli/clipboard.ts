import { TOOL } from './errors.ts';

const READERS: Readonly<Record<string, string>> = {
  darwin: 'pbpaste',
  win32: 'Get-Clipboard',
};

/**
 * The command that checks what was copied. It beats pasting into a terminal, which cuts lines at 4,095 characters
 * (https://man7.org/linux/man-pages/man3/termios.3.html, canonical mode), and it leaves no trace in the history.
 */
export const clipboardCommand = (platform: string): string => `${READERS[platform] ?? 'xclip -o -sel c'} | ${TOOL}`;
