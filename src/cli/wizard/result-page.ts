import type { Diagnosis, Step } from '../../model/diagnosis.ts';
import { causeSection } from '../../report/cause.ts';
import { checklistSection } from '../../report/checklist.ts';
import { fixSection } from '../../report/fix.ts';
import { noticesSection, recognisedSection, sourcesSection, supportSection } from '../../report/footer.ts';
import { headline } from '../../report/headline.ts';
import { knownSection } from '../../report/known.ts';
import { type Lines, paragraph, section, stack } from '../../report/layout.ts';
import { othersSection } from '../../report/others.ts';
import { toolsOf } from '../../report/own-commands.ts';
import { readable } from '../../report/readable.ts';
import type { Style } from '../../report/style.ts';
import { mainFinding } from '../../report/verdict.ts';
import { columns } from '../../report/wrap.ts';
import type { Page } from './face.ts';
import { gateStrip } from './pages.ts';
import { rowsOf } from './rows-of.ts';

/** The parts of a result that have a page of their own. */
export type Part = 'fix' | 'why';

type Sections = (diagnosis: Diagnosis, style: Style) => readonly Lines[];

const whySections: Sections = (diagnosis, style) => {
  const main = mainFinding(diagnosis);
  return main ? [causeSection(main, style)] : [knownSection(diagnosis, style)];
};

const restSections: Sections = (diagnosis, style) => [
  checklistSection(diagnosis.gates, diagnosis.conclusion, style),
  othersSection(diagnosis.findings, mainFinding(diagnosis), style),
  supportSection(diagnosis, style),
  sourcesSection(mainFinding(diagnosis), style),
  recognisedSection(diagnosis, style),
  noticesSection(diagnosis, style),
];

const PART_SECTIONS: Readonly<Record<Part, Sections>> = {
  fix: (diagnosis, style) => [fixSection(mainFinding(diagnosis)?.fix ?? [], toolsOf(diagnosis), style)],
  why: (diagnosis, style) => [...whySections(diagnosis, style), ...restSections(diagnosis, style)],
};

/** One part of a result in full. */
export const partPage =
  (part: Part, diagnosis: Diagnosis): Page =>
  (style) => [...stack(PART_SECTIONS[part](readable(diagnosis, style.unicode), style)), ''];

/** Up to the first full stop behind which something follows; one within brackets ends nothing. */
const firstSentence = (text: string): string => {
  for (const { index } of text.matchAll(/\.\s/g)) {
    const start = text.slice(0, index + 1);
    if (start.split('(').length === start.split(')').length) return start;
  }
  return text;
};

const bare = ({ do: what, who }: Step): Step => ({ do: what, who });
const short = ({ do: what, who }: Step): Step => ({ do: firstSentence(what), who });

/** The steps in a line each, as far as it goes. */
const steps = (fix: readonly Step[], style: Style): Lines =>
  fix.map(({ do: what }, i) => {
    const text = `  ${i + 1}. ${firstSentence(what)}`;
    return columns(text) <= style.width ? text : `${text.slice(0, style.width - 3)}...`;
  });

/** What a result says, from all there is down to what fits on a small screen. */
const variants = (diagnosis: Diagnosis, style: Style): readonly (readonly Lines[])[] => {
  const main = mainFinding(diagnosis);
  const top = headline(diagnosis, style);
  const way = [...top, ...gateStrip(diagnosis.gates, style)];
  const why = main ? section('Why', paragraph(main.explain, style), style) : knownSection(diagnosis, style);
  const fix = (each: (step: Step) => Step): Lines => fixSection((main?.fix ?? []).map(each), toolsOf(diagnosis), style);
  const whole = fix((step) => step);
  return [
    [way, ...whySections(diagnosis, style), whole, ...restSections(diagnosis, style)],
    [way, ...whySections(diagnosis, style), whole],
    [way, why, whole],
    [way, why, fix(bare)],
    [way, fix(bare)],
    [way, fix(short)],
    [top, fix(short)],
    [top, section('How to fix it', steps(main?.fix ?? [], style), style)],
    [top],
  ];
};

/** The variant for those who read line by line: the answer in full, and the rest on demand. */
const PLAIN_VARIANT = 2;

/** Where the call stops, why, and what to do: as much of it as the screen has room for. */
export const resultPage =
  (diagnosis: Diagnosis): Page =>
  (style, rows) => {
    const safe = readable(diagnosis, style.unicode);
    const pages = variants(safe, style).map((sections) => [...stack(sections), '']);
    const fitting = style.plain ? pages[PLAIN_VARIANT] : pages.find((lines) => rowsOf(lines, style.width) <= rows);
    return fitting ?? pages.at(-1) ?? [];
  };
