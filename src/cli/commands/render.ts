import type { Diagnosis } from '../../model/diagnosis.ts';
import type { ReportDocument } from '../../report/document.ts';
import { streamedEnd } from '../../report/streamed.ts';
import { noPaint, type Style } from '../../report/style.ts';
import { textReports } from '../../report/text.ts';
import type { Io } from '../io.ts';
import { showsUnicode, wantsColour } from '../painter.ts';
import type { Streamed } from '../stream.ts';
import { tool } from '../tool.ts';
import type { CheckOptions } from './check-options.ts';

/** What big inputs add to a report: how many calls each diagnosis stands for, and what was read. */
export interface Calls extends Streamed {
  readonly counts: readonly number[];
  readonly left: number;
}

type Render = (diagnoses: readonly Diagnosis[], now: string, calls?: Calls) => string;

/** The style for a terminal, a pipe or a file. */
export const styleFor = async (
  { colour, plain, output }: Pick<CheckOptions, 'colour' | 'plain' | 'output'>,
  io: Io,
): Promise<Style> => {
  const isColoured = output === undefined && wantsColour(io, colour);
  return {
    width: io.stdoutIsTty ? io.columns : 80,
    colour: isColoured ? (await import('../chalk-painter.ts')).chalkPainter() : noPaint,
    unicode: showsUnicode(io),
    plain,
  };
};

export type ReportFormat = Exclude<CheckOptions['format'], 'jsonl' | 'case'>;

/** A writer of documents as a writer of diagnoses. */
const written = async (write: (report: ReportDocument) => string): Promise<Render> => {
  const { reportDocument } = await import('../../report/report-document.ts');
  return (diagnoses, now, calls) =>
    write(reportDocument(diagnoses, { tool, now, calls: calls?.counts ?? [], streamed: calls }));
};

const RENDERERS: Readonly<Record<ReportFormat, (options: CheckOptions, io: Io) => Promise<Render>>> = {
  json: async () => {
    const { jsonReport } = await import('../../report/json.ts');
    return (diagnoses, now, calls) => {
      if (calls === undefined) return jsonReport(diagnoses, { now, tool });
      const { counts, ...streamed } = calls;
      return jsonReport(diagnoses, { now, tool, streamed }, counts);
    };
  },
  markdown: async () => {
    const { markdownReport } = await import('../../report/markdown.ts');
    return written(markdownReport);
  },
  html: async () => {
    const { htmlReport } = await import('../../report/html.ts');
    return written(htmlReport);
  },
  message: async () => {
    const { messageReport } = await import('../../report/message.ts');
    return (diagnoses) => messageReport(diagnoses);
  },
  text: async (options, io) => {
    const style = await styleFor(options, io);
    return (diagnoses, _now, calls) =>
      textReports(diagnoses, style, calls?.counts) +
      (calls === undefined ? '' : streamedEnd(calls, diagnoses.length, style));
  },
};

/** The writer for the wanted format; only that one is loaded. */
export const renderer = (format: ReportFormat, options: CheckOptions, io: Io): Promise<Render> =>
  RENDERERS[format](options, io);
