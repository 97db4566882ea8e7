import { Left, Pasted } from './face.ts';
import type { KeyEvent } from './keys.ts';
import { isPaste } from './prompting.ts';
import type { Room } from './room.ts';

/** What a key makes of work that is under way: it stops, the person leaves, or a text was pasted. */
const endBy = (event: KeyEvent): 'stopped' | Left | Pasted | undefined => {
  if (isPaste(event)) return new Pasted(event.text);
  if (event.is !== 'key') return undefined;
  if (event.key === 'ctrl-c') return new Left('SIGINT');
  if (event.key === 'ctrl-d') return new Left('end of input');
  return event.key === 'enter' ? 'stopped' : undefined;
};

/**
 * Waits for work that takes its time. Enter stops it; Ctrl-C leaves, and a paste is one more paste, as everywhere. The
 * work is told by its signal, and is over before anything else is done.
 */
export const interruptible = async <T>(
  room: Room,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | 'stopped'> => {
  const stopping = new AbortController();
  let why: 'stopped' | Left | Pasted | undefined;
  const stop = (by: NonNullable<typeof why>): void => {
    why ??= by;
    stopping.abort();
  };
  const end = (): void => stop(new Left(room.ending.reason));
  const stopListening = room.listen((events) => {
    const by = events.map(endBy).find((each) => each !== undefined);
    if (by !== undefined) stop(by);
  });
  room.ending.addEventListener('abort', end, { once: true });
  if (room.ending.aborted) end();
  try {
    const done = await work(stopping.signal);
    if (why === undefined) return done;
  } catch (error) {
    if (why === undefined) throw error;
  } finally {
    stopListening();
    room.ending.removeEventListener('abort', end);
  }
  if (why === 'stopped') return why;
  throw why;
};
