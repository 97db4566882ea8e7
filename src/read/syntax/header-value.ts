import type { Header } from '../../model/incident.ts';

/** The value of the first header of this name, letter case not counting; undefined where there is none. */
export const headerValue = (headers: readonly Header[], wanted: string): string | undefined =>
  headers.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.value;
