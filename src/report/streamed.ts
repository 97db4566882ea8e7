import { heading, paragraph } from './layout.ts';
import { marksOf, readableWidth, type Style } from './style.ts';
import { counted } from './words.ts';

/** What was read of big inputs, for the end of a report. */
export interface StreamedWords {
  readonly entries: number;
  readonly failures: number;
  /** Failing calls that are in no report, because there are too many kinds of them. */
  readonly left: number;
  /** Whether all was read and understood. */
  readonly isWhole: boolean;
}

const number = (count: number): string => count.toLocaleString('en');

const endWords = ({ entries, failures, left }: StreamedWords, reports: number): string => {
  const entriesInWords = `${counted(entries, 'entry', 'entries')}`;
  const calls = `${number(failures)} of ${entriesInWords} ${failures === 1 ? 'is a failing call' : 'are failing calls'}`;
  const kinds = reports > 1 ? `, of ${number(reports)} kinds` : '';
  return `${calls}${kinds}.${left === 0 ? '' : ` ${number(left)} more calls of further kinds are not in this report.`}`;
};

/** The end of a report on a recording or a log; all of it where no call failed. */
export const streamedEnd = (streamed: StreamedWords, reports: number, wanted: Style): string => {
  const style = { ...wanted, width: readableWidth(wanted.width) };
  if (reports > 0) {
    return `\n${[heading('What was read in all', style), ...paragraph(endWords(streamed, reports), style)].join('\n')}\n`;
  }
  const { colour, plain } = style;
  const marks = marksOf(style);
  const [mark, paint, verdict] = streamed.isWhole
    ? [marks.passed, colour.good, 'Nothing wrong found']
    : [marks.unknown, colour.warn, 'No failing call in what was read'];
  const words = `None of the ${number(streamed.entries)} entries is a failing call to Power BI, Fabric, Entra ID or a service beside them.`;
  const title = plain ? `Verdict: ${verdict}.` : `${mark} ${verdict}`;
  return `${[colour.strong(paint(title)), ...paragraph(words, style)].join('\n')}\n`;
};
