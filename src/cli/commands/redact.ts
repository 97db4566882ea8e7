import type { RedactOptions, Redactor } from '../../redact/redact.ts';
import { type DraftOutput, draftOutput } from '../draft-output.ts';
import { EXIT } from '../exit.ts';
import { eachSource, STDIN } from '../input.ts';
import type { Io } from '../io.ts';
import { shown } from '../quote.ts';
import { textsOf } from '../source.ts';

/** What `redact` was asked to do. */
export interface RedactCommand extends Required<RedactOptions> {
  readonly files: readonly string[];
  readonly output?: string;
  readonly force: boolean;
}

type Write = (text: string) => Promise<boolean>;

const writerFor = (draft: DraftOutput | undefined, io: Io): Write =>
  draft === undefined
    ? async (text) => {
        io.out(text);
        return io.outIsReady();
      }
    : async (text) => {
        await draft.write(text);
        return true;
      };

/** What was replaced, in a few lines. Every kind stands with its number of values and places. */
const summary = (redactor: Redactor, { includePersonal, maskIds, output }: RedactCommand): string => {
  const replaced = redactor.replaced();
  const lines = replaced.map(
    ({ kind, values, places }) =>
      `  ${kind}: ${values} ${values === 1 ? 'value' : 'values'} in ${places} ${places === 1 ? 'place' : 'places'}`,
  );
  const hints = [
    ...(includePersonal ? ['Personal data was kept.'] : ['--include-personal keeps personal data.']),
    ...(maskIds ? [] : ['Ids were kept; --mask-ids replaces them.']),
  ];
  const saved = output === undefined ? '' : `\nThe text is in ${shown(output)}.`;
  return `${lines.length === 0 ? 'Nothing was replaced.' : `Replaced:\n${lines.join('\n')}`}\n${hints.join(' ')}${saved}\n`;
};

/** Takes secrets out of files or stdin and hands on the rest as it comes, with the same pseudonyms in all of them. */
export const runRedact = async (command: RedactCommand, io: Io): Promise<number> => {
  const { redactor } = await import('../../redact/redact.ts');
  const draft = command.output === undefined ? undefined : await draftOutput(command.output, command.force);
  const write = writerFor(draft, io);
  const all = redactor(command);
  let isRead = true;
  try {
    for await (const source of eachSource(command.files.length > 0 ? command.files : [STDIN], io)) {
      for await (const text of textsOf(source)) if (isRead) isRead = await write(all.push(text));
      if (isRead) isRead = await write(all.end());
    }
    await draft?.keep();
  } finally {
    await draft?.drop();
  }
  io.err(summary(all, command));
  return EXIT.nothingWrong;
};
