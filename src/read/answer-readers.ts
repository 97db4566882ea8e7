import type { Reader } from './text.ts';

/** The readers of answers, in the order in which they take the text. */
export const answerReaders: readonly Reader[] = [];
