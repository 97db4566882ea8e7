import { neutralise } from '../redact/neutralise.ts';

const LONGEST = 80;

/** Something the person typed, safe to show in a message: no control characters, and never a screenful. */
export const shown = (text: string): string => {
  const safe = neutralise(text).replace(/\s+/g, ' ');
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}...` : safe;
};

/** The same as a word of a command: quoted where a shell would need it. */
export const shellWord = (text: string): string => {
  const safe = shown(text);
  return /^[\w./:@%+=,-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", "'\\''")}'`;
};
