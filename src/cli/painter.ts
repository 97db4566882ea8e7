import type { Io } from './io.ts';

/** Whether colours are wanted: `--no-color`, then `NO_COLOR`, then `FORCE_COLOR`, then what stdout is. */
export const wantsColour = ({ env, stdoutIsTty }: Pick<Io, 'env' | 'stdoutIsTty'>, allowed: boolean): boolean => {
  if (!allowed || (env['NO_COLOR'] ?? '') !== '') return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return stdoutIsTty && env['TERM'] !== 'dumb';
};

/** Whether the terminal shows marks such as a check mark; where the locale says nothing, Unix terminals do. */
export const showsUnicode = ({ env, platform }: Pick<Io, 'env' | 'platform'>): boolean => {
  if (platform === 'win32') return env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] !== undefined;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return env['TERM'] !== 'linux' && (!locale || /utf-?8/i.test(locale));
};
