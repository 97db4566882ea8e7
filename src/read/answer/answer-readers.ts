import { entraReader } from '../entra/entra.ts';
import type { Reader } from '../text/text.ts';
import { answerHeaderReader } from './answer-header.ts';
import { answerJsonReader } from './answer-json.ts';
import { statusReader } from './status.ts';

/** The readers of answers, in the order in which they take the text. */
export const answerReaders: readonly Reader[] = [entraReader, statusReader, answerJsonReader, answerHeaderReader];
