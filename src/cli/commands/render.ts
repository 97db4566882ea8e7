import type { Diagnosis } from '../../model/diagnosis.ts';
import { noPaint, type Style } from '../../report/style.ts';
import type { Io } from '../io.ts';
import { tool } from '../tool.ts';
import type { CheckOptions } from './check.ts';

type Render = (diagnoses: readonly Diagnosis[], now: string) => string;

/** The style for a terminal, a pipe or a file. */
export const styleFor = async (
  { colour, plain, output }: Pick<CheckOptions, 'colour' | 'plain' | 'output'>,
  io: Io,
): Promise<Style> => {
  const { chalkPainter, showsUnicode, wantsColour } = await import('../painter.ts');
  return {
    width: io.stdoutIsTty ? io.columns : 80,
    colour: output === undefined && wantsColour(io, colour) ? chalkPainter() : noPaint,
    unicode: showsUnicode(io),
    plain,
  };
};

const RENDERERS: Readonly<Record<CheckOptions['format'], (options: CheckOptions, io: Io) => Promise<Render>>> = {
  json: async () => {
    const { jsonReport } = await import('../../report/json.ts');
    return (diagnoses, now) => jsonReport(diagnoses, { now, tool });
  },
  text: async (options, io) => {
    const { textReports } = await import('../../report/text.ts');
    const style = await styleFor(options, io);
    return (diagnoses) => textReports(diagnoses, style);
  },
};

/** The writer for the wanted format; only that one is loaded. */
export const renderer = (options: CheckOptions, io: Io): Promise<Render> => RENDERERS[options.format](options, io);
