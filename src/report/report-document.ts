import { knowledgeDates } from '../knowledge/explain-dates.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Chapter, ReportDocument, Section } from './document.ts';
import { knownRows } from './known.ts';
import { readable } from './readable.ts';
import {
  answersSections,
  messagesSection,
  readSections,
  redactedSection,
  reproduceSection,
  tokenSections,
} from './record.ts';
import {
  fixSection,
  othersSections,
  questionSection,
  requestSections,
  sectionOf,
  sourcesSection,
  waySection,
  whySection,
} from './sections.ts';
import { type StreamedWords, streamedVerdict } from './streamed.ts';
import { supportSection } from './support.ts';
import { mainFinding, verdictOf } from './verdict.ts';

/** What a report needs beside the diagnoses. */
export interface ReportContext {
  readonly tool: { readonly name: string; readonly version: string };
  /** The time of the report, as ISO 8601. */
  readonly now: string;
  /** How many calls each diagnosis stands for, where a log or a recording was read. */
  readonly calls?: readonly number[];
  readonly streamed?: StreamedWords | undefined;
}

const answer = (diagnosis: Diagnosis): readonly Section[] => {
  const main = mainFinding(diagnosis);
  if (main === undefined) {
    const rows = knownRows(diagnosis);
    return [
      ...waySection(diagnosis),
      ...sectionOf('What is known', rows.length === 0 ? [] : [{ is: 'rows', rows }]),
      ...questionSection(diagnosis),
      ...othersSections(diagnosis, undefined),
    ];
  }
  return [
    ...waySection(diagnosis),
    ...whySection(main),
    ...requestSections(diagnosis),
    ...fixSection(main, diagnosis),
    ...questionSection(diagnosis),
    ...othersSections(diagnosis, main),
    ...sourcesSection(main),
  ];
};

/** What people read comes first, what they look up afterwards. */
const chapter = (diagnosis: Diagnosis, name: string, calls: number | undefined): Chapter => {
  const sections = [
    ...answer(diagnosis),
    supportSection(diagnosis),
    ...messagesSection(diagnosis),
    ...reproduceSection(diagnosis),
    ...tokenSections(diagnosis),
    ...answersSections(diagnosis),
    ...readSections(diagnosis),
    ...redactedSection(diagnosis),
  ];
  return {
    name,
    verdict: verdictOf(diagnosis, calls),
    sections: [
      ...sections.filter(({ isReference }) => !isReference),
      ...sections.filter(({ isReference }) => isReference),
    ],
  };
};

const utc = (now: string): string => `${now.slice(0, 19).replace('T', ' ')} UTC`;

const aboutSection = ({ tool }: ReportContext): Section => ({
  title: 'Versions',
  isReference: true,
  blocks: [
    {
      is: 'paragraph',
      text: `${tool.name} ${tool.version}. Not a Microsoft product.`,
    },
    { is: 'rows', rows: knowledgeDates().map(({ what, asOf }) => ({ label: what, text: `as of ${asOf}` })) },
  ],
});

const closing = (streamed: StreamedWords | undefined, count: number): Section | undefined => {
  if (streamed === undefined) return undefined;
  const { title, words } = streamedVerdict(streamed, count);
  return { title, blocks: [{ is: 'paragraph', text: words }] };
};

/** All there is to say of all failing calls, as blocks without a look. Every text in it is safe to show. */
export const reportDocument = (diagnoses: readonly Diagnosis[], context: ReportContext): ReportDocument => {
  const { tool, now, calls = [], streamed } = context;
  const kind = calls.length > 0 ? 'Failure' : 'Call';
  return {
    tool: `${tool.name} ${tool.version}`,
    made: utc(now),
    chapters: diagnoses.map((diagnosis, i) =>
      chapter(
        readable(diagnosis, true),
        diagnoses.length > 1 ? `${kind} ${i + 1} of ${diagnoses.length}` : '',
        calls[i],
      ),
    ),
    closing: closing(streamed, diagnoses.length),
    about: aboutSection(context),
  };
};
