import { answerHeaderReader } from './answer-header.ts';
import { answerJsonReader } from './answer-json.ts';
import { entraReader } from './entra.ts';
import { statusReader } from './status.ts';
import type { Reader } from './text.ts';

/** The readers of answers, in the order in which they take the text. */
export const answerReaders: readonly Reader[] = [entraReader, statusReader, answerJsonReader, answerHeaderReader];
