import { NPM_START } from './io.ts';
import { tool } from './tool.ts';

/** Stable codes of everything a person can do wrong on the command line. */
export type UsageCode =
  | 'ANSWER_BAD_VALUE'
  | 'ANSWER_NOT_A_PAIR'
  | 'ANSWER_UNKNOWN_FACT'
  | 'CASE_HAS_NO_TEXT'
  | 'CONSENT_MISSING'
  | 'INPUT_BINARY'
  | 'INPUT_EMPTY'
  | 'INPUT_IS_DIRECTORY'
  | 'INPUT_MISSING'
  | 'INPUT_NOT_FOUND'
  | 'INPUT_TOO_LARGE'
  | 'INPUT_TWICE'
  | 'INPUT_UNREADABLE'
  | 'NOW_NOT_A_TIME'
  | 'OPTION_BAD_VALUE'
  | 'OPTION_TWICE'
  | 'OUTPUT_EXISTS'
  | 'OUTPUT_NOT_WRITABLE'
  | 'SECRET_IN_ARGUMENT'
  | 'UNKNOWN_COMMAND'
  | 'UNKNOWN_OPTION';

/** Something the person can put right. `next` is the command to type, or the one to start from. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code: UsageCode;
  readonly next: string;

  constructor(code: UsageCode, message: string, next = `${TOOL} --help`) {
    super(message);
    this.code = code;
    this.next = next;
  }
}

/**
 * The command as it is typed here. In a checkout that `npm start` runs, its name alone is not found, and every line that
 * is shown to be typed would fail.
 */
export const TOOL = NPM_START ?? tool.name;
