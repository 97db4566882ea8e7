import type { Diagnosis, Finding, Step } from '../model/diagnosis.ts';
import { reasonsInWords } from './cause.ts';
import type { Block, DocumentStep, Section, StepGroup } from './document.ts';
import { sourcesOf } from './footer.ts';
import { gatePath, knowsOfWay } from './gate-path.ts';
import { otherCauses, whatSeparates } from './others.ts';
import { ownCommands, toolsOf } from './own-commands.ts';
import { answerOptions } from './question.ts';
import { requestComparisons, unifiedRows } from './request-right.ts';
import { COST_WORDS, VERDICT_WORDS, WHO_WORDS } from './words.ts';

/** A section, or nothing where it would be empty. */
export const sectionOf = (title: string, blocks: readonly Block[], isReference = false): readonly Section[] =>
  blocks.length === 0 ? [] : [{ title, blocks, ...(isReference && { isReference }) }];

/** The way of the call, with the gate at which it stops. */
export const waySection = ({ recognised, gates, conclusion }: Diagnosis): readonly Section[] =>
  knowsOfWay(recognised, gates)
    ? sectionOf('The way of the call', [{ is: 'checklist', path: gatePath(gates, conclusion) }])
    : [];

/** What happens, and what speaks for it and against it. */
export const whySection = (main: Finding | undefined, inWords = reasonsInWords): readonly Section[] =>
  main === undefined
    ? []
    : sectionOf('Why', [
        { is: 'paragraph', text: main.explain },
        {
          is: 'sides',
          sides: [
            { title: 'What shows it', rows: inWords(main.for), otherwise: 'Nothing by itself.' },
            {
              title: 'What speaks against it',
              rows: inWords(main.against),
              otherwise: 'Nothing that was read.',
            },
          ],
        },
      ]);

const documentStep = (step: Step, number: number, tools: readonly string[]): DocumentStep => ({
  number,
  do: step.do,
  ...(step.where !== undefined && { where: step.where }),
  commands: ownCommands(step.command ?? {}, tools).shown.map(([tool, text]) => ({ tool, text })),
  ...(step.confirm !== undefined && { confirm: step.confirm }),
});

/** Steps in their order; a group ends where somebody else acts. */
const stepGroups = (steps: readonly Step[], tools: readonly string[]): readonly StepGroup[] => {
  const groups: { readonly who: string; readonly steps: DocumentStep[] }[] = [];
  for (const [i, step] of steps.entries()) {
    const who = WHO_WORDS[step.who];
    const last = groups.at(-1);
    const next = documentStep(step, i + 1, tools);
    if (last?.who === who) last.steps.push(next);
    else groups.push({ who, steps: [next] });
  }
  return groups;
};

/** What to do, by who acts, with commands in the language that the paste shows. */
export const fixSection = (main: Finding | undefined, diagnosis: Pick<Diagnosis, 'facts'>): readonly Section[] => {
  const groups = stepGroups(main?.fix ?? [], toolsOf(diagnosis));
  return sectionOf('How to fix it', groups.length === 0 ? [] : [{ is: 'steps', groups }]);
};

/** The request as it was sent (-) and done right (+), where it is at fault. */
export const requestSections = (diagnosis: Diagnosis): readonly Section[] =>
  requestComparisons(diagnosis).flatMap((comparison) =>
    sectionOf(`${comparison.title}, as it was sent and done right`, [
      { is: 'code', language: '', text: unifiedRows(comparison) },
    ]),
  );

/** The question that settles most, where one is open. */
export const questionSection = ({ question }: Diagnosis): readonly Section[] =>
  question === undefined
    ? []
    : sectionOf('The question that settles most', [
        { is: 'paragraph', text: question.question },
        {
          is: 'rows',
          rows: [
            { label: 'Why', text: question.why },
            { label: 'Where to look', text: question.where },
            { label: 'Who can tell', text: `${WHO_WORDS[question.who]} (${COST_WORDS[question.cost]})` },
          ],
        },
        {
          is: 'table',
          head: ['Run again with', 'If'],
          rows: answerOptions(question).map(({ option, label }) => [{ code: option }, label]),
        },
      ]);

const MOST_OPEN = 6;

const causeRows = (findings: readonly Finding[]): Block => ({
  is: 'causes',
  causes: findings.map((finding) => ({
    label: finding.title,
    tag: VERDICT_WORDS[finding.verdict],
    text: whatSeparates(finding),
  })),
});

/** What is wrong as well, what else it could be, and what was ruled out and how. */
export const othersSections = ({ findings }: Diagnosis, main: Finding | undefined): readonly Section[] => {
  const { certain, open, ruledOut } = otherCauses(findings, main);
  const left = open.length - MOST_OPEN;
  const more: readonly Block[] = left > 0 ? [{ is: 'paragraph', text: `and ${left} more, less likely` }] : [];
  return [
    ...sectionOf('Wrong as well: it would fail next', certain.length === 0 ? [] : [causeRows(certain)]),
    ...sectionOf(
      main ? 'What else it could be, and could bite next' : 'What it could be',
      open.length === 0 ? [] : [causeRows(open.slice(0, MOST_OPEN)), ...more],
    ),
    ...sectionOf(
      `Ruled out: ${ruledOut.length === 1 ? 'one cause' : `${ruledOut.length} causes`}, and how`,
      ruledOut.length === 0
        ? []
        : [
            {
              is: 'rows',
              rows: ruledOut.map(({ title, against }) => ({ label: title, text: against[0]?.text ?? '' })),
            },
          ],
      true,
    ),
  ];
};

/** Pages that document the cause, and threads of people who met it. */
export const sourcesSection = (main: Finding | undefined): readonly Section[] => {
  const { documented, threads } = sourcesOf(main);
  const links = (urls: readonly string[]): readonly Block[] => (urls.length === 0 ? [] : [{ is: 'links', urls }]);
  return [...sectionOf('Documented at', links(documented)), ...sectionOf('Seen in public threads', links(threads))];
};
