import type { Diagnosis, GateState, Question } from '../../model/diagnosis.ts';
import { checklistSection } from '../../report/checklist.ts';
import { type Lines, labelled, paragraph, stack } from '../../report/layout.ts';
import { marksOf, type Style } from '../../report/style.ts';
import { STATE_WORDS, WHO_WORDS } from '../../report/words.ts';
import { columns } from '../../report/wrap.ts';
import type { Page } from './face.ts';

const STATES = ['passed', 'failed', 'unknown', 'not-reached'] as const;

const paintOf = (state: GateState['state'], { colour }: Style): ((text: string) => string) =>
  ({ passed: colour.good, failed: colour.bad, unknown: colour.warn, 'not-reached': colour.dim })[state];

const plainStrip = (gates: readonly GateState[], style: Style): Lines =>
  STATES.flatMap((state) => {
    const names = gates.filter((gate) => gate.state === state).map(({ gate }) => gate);
    return names.length === 0 ? [] : labelled(`Gates ${STATE_WORDS[state]}`, names.join(', '), style);
  });

/** All gates with their marks in a few lines: the checklist where there is no room for its reasons. */
export const gateStrip = (gates: readonly GateState[], style: Style): Lines => {
  if (style.plain) return plainStrip(gates, style);
  const lines: string[] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const { gate, state } of gates) {
    const text = `${marksOf(style)[state]} ${gate}`;
    const wide = columns(text) + 2;
    if (width + wide > style.width) {
      lines.push(' ');
      width = 1;
    }
    lines[lines.length - 1] += ` ${paintOf(state, style)(text)} `;
    width += wide;
  }
  return lines.map((line) => line.trimEnd());
};

/** What a page says first: where the person is. */
const titleLine = (text: string, { colour, plain }: Style): string => colour.strong(plain ? `${text}.` : text);

/** The page of a question: the way so far, why it is asked, where to look, who can. */
export const questionPage =
  (question: Question, { call, gates, facts }: Pick<Diagnosis, 'call' | 'gates' | 'facts'>, number: number): Page =>
  (style, rows) => {
    const about = [
      ...labelled('Why', question.why, style),
      ...labelled('Where', question.where, style),
      ...labelled('Who can see it', WHO_WORDS[question.who], style),
    ];
    const isSeen = Object.keys(facts).length > 0;
    const way = [...(isSeen ? labelled('Call', call, style).map(style.colour.dim) : []), ...gateStrip(gates, style)];
    const title = [titleLine(`Question ${number}`, style)];
    const all = [...stack([[...title, ...way], about]), ''];
    return all.length <= rows || style.plain ? all : [...title, ...about, ''];
  };

/** The checklist with its reasons, where there is room for them. */
export const checklistPage =
  ({ gates, conclusion }: Diagnosis): Page =>
  (style, rows) => {
    const whole = [...checklistSection(gates, conclusion, style), ''];
    return whole.length <= rows ? whole : [];
  };

/** A sentence above a menu. */
export const sentencePage =
  (text: string): Page =>
  (style) => [...paragraph(text, style, 0), ''];

/** One page under another. */
export const below =
  (above: Page, page: Page): Page =>
  (style, rows) => {
    const lines = above(style, rows);
    return [...lines, ...page(style, rows - lines.length)];
  };
