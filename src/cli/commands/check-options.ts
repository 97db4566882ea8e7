import type { Answers } from '../../model/diagnosis.ts';
import { toAnswers } from '../answers.ts';
import { TOOL, UsageError } from '../errors.ts';
import { FORMATS, type Format, formatOf, isForeign } from '../format.ts';
import { shown } from '../quote.ts';

/** What `check` was asked to do. */
export interface CheckOptions {
  readonly files: readonly string[];
  readonly answers: Answers;
  readonly format: Format;
  readonly output?: string;
  readonly force: boolean;
  readonly now?: string;
  readonly colour: boolean;
  readonly plain: boolean;
  /** Personal data is masked and ids are not, unless it is wanted otherwise. */
  readonly includePersonal?: boolean;
  readonly maskIds?: boolean;
  /** No command was named: with nothing to read, the demo is shown. */
  readonly demoWhenEmpty: boolean;
  /** False: nothing is ever asked, in a terminal too. */
  readonly mayAsk: boolean;
}

/** The options as yargs gives them. */
export interface CheckArguments {
  readonly files: readonly string[];
  readonly answer?: readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
  readonly now?: string | undefined;
  readonly 'no-color'?: boolean | undefined;
  readonly plain?: boolean | undefined;
  readonly 'no-input'?: boolean | undefined;
  readonly 'include-personal'?: boolean | undefined;
  readonly 'mask-ids'?: boolean | undefined;
}

const toNow = (text: string): string => {
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new UsageError(
    'NOW_NOT_A_TIME',
    `--now takes a time such as 2026-03-01T12:00:00Z; ${shown(text)} is none.`,
    `${TOOL} check FILE --now 2026-03-01T12:00:00Z`,
  );
};

const toFormat = ({ format: named, output }: CheckArguments): Format => {
  const format = FORMATS.find((each) => each === named);
  if (format === undefined && output !== undefined && isForeign(output)) {
    throw new UsageError(
      'OPTION_BAD_VALUE',
      `A report ends in .txt, .md, .html, .json or .jsonl; ${shown(output)} does not.`,
      `${TOOL} check FILE --output report.html`,
    );
  }
  return format ?? formatOf(output) ?? 'text';
};

/** What yargs read, as options: every value checked. */
export const toCheckOptions = (args: CheckArguments, demoWhenEmpty: boolean): CheckOptions => ({
  files: args.files,
  answers: toAnswers(args.answer ?? []),
  format: toFormat(args),
  ...(args.output !== undefined && { output: args.output }),
  force: args.force ?? false,
  ...(args.now !== undefined && { now: toNow(args.now) }),
  colour: !args['no-color'],
  plain: args.plain ?? false,
  includePersonal: args['include-personal'] ?? false,
  maskIds: args['mask-ids'] ?? false,
  demoWhenEmpty,
  mayAsk: args['no-input'] !== true,
});
