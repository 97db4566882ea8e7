import { stripVTControlCharacters } from 'node:util';
import { columns } from '../../report/wrap.ts';

/** How many rows lines take on a terminal of this width: commands are never wrapped by us. */
export const rowsOf = (lines: readonly string[], width: number): number =>
  lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(columns(stripVTControlCharacters(line)) / width)), 0);
