import type { Answered } from '../../src/live/network.ts';

/** An answer of a live check, in JSON where the body is no text. */
export const answered = (body: unknown, changes: Partial<Answered> = {}): Answered => ({
  is: 'answered',
  status: 200,
  headers: [['content-type', 'application/json']],
  body: typeof body === 'string' ? body : JSON.stringify(body),
  isCut: false,
  ...changes,
});
