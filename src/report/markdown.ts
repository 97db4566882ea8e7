import {
  type Block,
  type Cell,
  type Chapter,
  type ReportDocument,
  type Row,
  type Section,
  verdictLine,
  verdictRows,
} from './document.ts';
import type { GatePath } from './gate-path.ts';
import type { Lines } from './layout.ts';
import { fenced, inline, inlineCode } from './markdown-text.ts';
import { marksOf } from './style.ts';
import { callsWords, type Verdict } from './verdict.ts';
import { commandWords } from './words.ts';

const MARKS = marksOf({ unicode: true });

/** Nothing between two marks would be a rule across the page. */
const strong = (text: string): string => (text.trim() === '' ? '' : `**${inline(text)}**`);

const rowText = ({ label, tag, text }: Row): string => {
  const sure = tag === undefined ? '' : ` (${inline(tag)})`;
  return `${strong(label)}${sure}${text === '' ? '' : `: ${inline(text)}`}`;
};

const rowItems = (rows: readonly Row[]): Lines => rows.map((row) => `- ${rowText(row)}`);

const cell = (value: Cell): string => (typeof value === 'string' ? inline(value) : inlineCode(value.code));

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const checklist = ({ reached, behind }: GatePath): Lines => [
  ...reached.map(
    ({ state, gate, because, isStop }) =>
      `- ${MARKS[state]} ${strong(gate)}: ${isStop ? strong(because) : inline(because)}`,
  ),
  ...(behind.length === 0 ? [] : [`- ${MARKS['not-reached']} not reached: ${inline(behind.join(', '))}`]),
];

const indented = (lines: Lines, by: number): Lines => lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));

type Steps = Extract<Block, { is: 'steps' }>['groups'];

const stepLines = ({ number, do: text, where, commands, confirm }: Steps[number]['steps'][number]): Lines => {
  const lead = `${number}. `;
  const rows = [
    ...(where === undefined ? [] : [{ label: 'Where', text: where }]),
    ...(confirm === undefined ? [] : [{ label: 'Done when', text: confirm }]),
  ];
  const details = [
    ...(rows.length === 0 ? [] : ['', ...rowItems(rows)]),
    ...commands.flatMap(({ tool, text: command }) => [
      ...(commands.length > 1 ? ['', `${inline(commandWords(tool))}:`] : []),
      '',
      ...fenced(command, LANGUAGE_OF[tool] ?? ''),
    ]),
  ];
  return [`${lead}${inline(text)}`, ...indented(details, lead.length)];
};

const steps = (groups: Steps): Lines =>
  groups.flatMap(({ who, steps: own }, i) => [
    ...(i === 0 ? [] : ['']),
    strong(`${who}:`),
    '',
    ...own.flatMap((step, at) => (at === 0 ? stepLines(step) : ['', ...stepLines(step)])),
  ]);

/** Words that GitHub and Azure DevOps know for colours in code. */
const LANGUAGE_OF: Readonly<Record<string, string>> = {
  az: 'shell',
  curl: 'shell',
  'curl-powerbi': 'shell',
  powershell: 'powershell',
  python: 'python',
};

type Writers = { readonly [Is in Block['is']]: (block: Extract<Block, { is: Is }>) => Lines };

const WRITERS: Writers = {
  paragraph: ({ text }) => [inline(text)],
  list: ({ items }) => items.map((item) => `- ${inline(item)}`),
  rows: ({ rows }) => rowItems(rows),
  causes: ({ causes }) => rowItems(causes),
  table: ({ head, rows }) => [
    tableRow(head.map(inline)),
    tableRow(head.map(() => '---')),
    ...rows.map((row) => tableRow(row.map(cell))),
  ],
  code: ({ text, language }) => fenced(text, language),
  links: ({ urls }) => urls.map((url) => `- ${link(url)}`),
  checklist: ({ path }) => checklist(path),
  sides: ({ sides }) =>
    sides.flatMap(({ title, rows, otherwise }, i) => [
      ...(i === 0 ? [] : ['']),
      strong(`${title}:`),
      '',
      ...(rows.length === 0 ? [`- ${inline(otherwise)}`] : rowItems(rows)),
    ]),
  steps: ({ groups }) => steps(groups),
};

/** An address of a rule, as a link; one with odd characters stays text. */
const link = (url: string): string => (/^https:\/\/[\w.~/%?=&+#:,@-]+$/.test(url) ? `<${url}>` : inline(url));

const blockLines = (block: Block): Lines => (WRITERS[block.is] as (block: Block) => Lines)(block);

/** Parts with a blank line between them. */
const spaced = (parts: readonly Lines[]): Lines => parts.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));

/** A section with its heading, as lines of Markdown. */
export const sectionLines = ({ title, blocks }: Section, level: number): Lines =>
  spaced([[`${'#'.repeat(level)} ${inline(title)}`], ...blocks.map(blockLines)]);

const markOf = ({ stand }: Verdict): string =>
  ({ stops: MARKS.failed, unexplained: MARKS.unknown, 'nothing-wrong': MARKS.passed })[stand];

const chapterLines = ({ name, verdict, sections }: Chapter): readonly Lines[] => {
  const level = name === '' ? 2 : 3;
  const title = name === '' ? '' : `${inline(name)}: `;
  return [
    [`${'#'.repeat(level - 1)} ${title}${markOf(verdict)} ${inline(verdictLine(verdict))}`],
    ...(verdict.note === '' ? [] : [[strong(verdict.note)]]),
    rowItems(verdictRows(verdict)),
    ...sections.map((section) => sectionLines(section, level)),
  ];
};

const indexLines = (chapters: readonly Chapter[]): readonly Lines[] =>
  chapters.length < 2
    ? []
    : [
        [`# ${chapters.length} failures, ${chapters.length} reports`],
        chapters.map(({ verdict }, i) => {
          const often = verdict.calls > 1 ? ` (${callsWords(verdict.calls)})` : '';
          return `${i + 1}. ${markOf(verdict)} ${inline(verdictLine(verdict))}${inline(often)}`;
        }),
      ];

/** A report as Markdown that pastes into an issue, a wiki or a mail. It holds no HTML, no image and no link but those of the rules. */
export const markdownReport = ({ chapters, closing, about, made }: ReportDocument): string => {
  const lines = spaced([
    ...indexLines(chapters),
    ...chapters.flatMap(chapterLines),
    ...(closing === undefined ? [] : [sectionLines(closing, chapters.length === 0 ? 1 : 2)]),
    sectionLines({ ...about, title: `${about.title} (report of ${made})` }, 2),
  ]);
  return `${lines.join('\n')}\n`;
};
