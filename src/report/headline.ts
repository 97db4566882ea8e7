import type { Diagnosis } from '../model/diagnosis.ts';
import { type Lines, labelled, paragraph } from './layout.ts';
import { marksOf, type Style } from './style.ts';
import { callsWords, type Verdict, verdictOf } from './verdict.ts';
import { midSentence } from './words.ts';

const stopLine = (title: string, { gate, sure }: NonNullable<Verdict['stop']>, style: Style): string =>
  style.plain
    ? `Verdict: stops at ${gate}, ${sure}. ${title}.`
    : `Stops at: ${gate} ${marksOf(style).dash} ${midSentence(title)} (${sure})`;

const labelledOrNot = (label: string, text: string, style: Style): Lines =>
  text === '' ? [] : labelled(label, text, style);

const callLines = ({ call, calls }: Verdict, style: Style): Lines => [
  // A log or a recording holds several.
  ...(calls > 1 ? labelled('How often', callsWords(calls), style) : []),
  ...labelledOrNot(calls > 1 ? 'First of them' : 'Call', call, style).map(style.colour.dim),
];

/** The answer in a line or two: where the call stops, why, how sure, who has to act; `calls` failed alike. */
export const headline = (diagnosis: Diagnosis, style: Style, calls = 1): Lines => {
  const verdict = verdictOf(diagnosis, calls);
  const { stop, title, note, stand, whoActs } = verdict;
  const marks = marksOf(style);
  const { colour } = style;
  if (stop !== undefined) {
    const lead = style.plain ? '' : `${marks.failed} `;
    const paint = stop.isCertain ? colour.bad : colour.warn;
    return [
      ...paragraph(stopLine(title, stop, style), style, 0, lead).map((line) => colour.strong(paint(line))),
      ...(note === '' ? [] : paragraph(note, style).map(colour.warn)),
      ...labelledOrNot('Who acts', whoActs, style),
      ...callLines(verdict, style),
    ];
  }
  const paint = stand === 'unexplained' ? colour.warn : colour.good;
  const mark = stand === 'unexplained' ? marks.unknown : marks.passed;
  return [
    colour.strong(paint(style.plain ? `Verdict: ${title}.` : `${mark} ${title}`)),
    ...paragraph(note, style),
    ...callLines(verdict, style),
  ];
};
