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

/** What is said of all that was read; it is the answer itself where no call failed. */
export const streamedVerdict = (streamed: StreamedWords, reports: number) => {
  if (reports > 0) return { title: 'What was read in all', words: endWords(streamed, reports) };
  const title = streamed.isWhole ? 'Nothing wrong found' : 'No failing call in what was read';
  const words = `None of the ${number(streamed.entries)} entries is a failing call to Power BI, Fabric, Entra ID or a service beside them.`;
  return { title, words };
};

/** The end of a report on a recording or a log; all of it where no call failed. */
export const streamedEnd = (streamed: StreamedWords, reports: number, wanted: Style): string => {
  const style = { ...wanted, width: readableWidth(wanted.width) };
  const { title, words } = streamedVerdict(streamed, reports);
  if (reports > 0) return `\n${[heading(title, style), ...paragraph(words, style)].join('\n')}\n`;
  const { colour, plain } = style;
  const marks = marksOf(style);
  const [mark, paint] = streamed.isWhole ? [marks.passed, colour.good] : [marks.unknown, colour.warn];
  const verdict = plain ? `Verdict: ${title}.` : `${mark} ${title}`;
  return `${[colour.strong(paint(verdict)), ...paragraph(words, style)].join('\n')}\n`;
};
