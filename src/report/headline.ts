import type { Diagnosis, Finding } from '../model/diagnosis.ts';
import { type Lines, labelled, paragraph } from './layout.ts';
import { type Standing, standing } from './standing.ts';
import { marksOf, type Style } from './style.ts';
import { midSentence, VERDICT_WORDS, WHO_WORDS } from './words.ts';

/** The cause that the conclusion names. */
export const mainFinding = ({ conclusion, findings }: Diagnosis): Finding | undefined =>
  conclusion.is === 'stops-at' ? findings.find(({ cause }) => cause === conclusion.cause) : undefined;

const verdictLine = (diagnosis: Diagnosis, style: Style): string => {
  const { conclusion } = diagnosis;
  if (conclusion.is === 'unexplained') return '';
  const title = mainFinding(diagnosis)?.title ?? conclusion.cause;
  const sure = VERDICT_WORDS[conclusion.verdict];
  return style.plain
    ? `Verdict: stops at ${conclusion.gate}. ${title}. ${sure}.`
    : `Stops at: ${conclusion.gate} ${marksOf(style).dash} ${midSentence(title)} (${sure})`;
};

const UNEXPLAINED: Readonly<Record<Exclude<Standing, 'stops'>, readonly [string, string]>> = {
  unexplained: ['Not explained yet', 'What was pasted does not point to one cause. No guess is made.'],
  'nothing-wrong': ['Nothing wrong found', 'No failing answer was pasted. If a call fails, paste its answer as well.'],
};

const whoActs = (finding: Finding | undefined): string =>
  [...new Set(finding?.fix.map(({ who }) => WHO_WORDS[who]) ?? [])].join(', then ');

const labelledOrNot = (label: string, text: string, style: Style): Lines =>
  text === '' ? [] : labelled(label, text, style);

const howSure = ({ conclusion, question }: Diagnosis, style: Style): Lines => {
  if (conclusion.is === 'unexplained' || conclusion.verdict === 'confirmed') return [];
  const text = question ? 'Not certain yet: the question below would settle most.' : 'Not certain.';
  return paragraph(text, style).map(style.colour.warn);
};

/** The answer in a line or two: where the call stops, why, how sure, who has to act. */
export const headline = (diagnosis: Diagnosis, style: Style): Lines => {
  const stand = standing(diagnosis);
  const marks = marksOf(style);
  const { colour } = style;
  const call = labelledOrNot('Call', diagnosis.call, style).map(colour.dim);
  if (stand === 'stops') {
    const lead = style.plain ? '' : `${marks.failed} `;
    const lines = paragraph(verdictLine(diagnosis, style), style, 0, lead).map((line) =>
      colour.strong(colour.bad(line)),
    );
    return [
      ...lines,
      ...howSure(diagnosis, style),
      ...labelledOrNot('Who acts', whoActs(mainFinding(diagnosis)), style),
      ...call,
    ];
  }
  const [title, text] = UNEXPLAINED[stand];
  const paint = stand === 'unexplained' ? colour.warn : colour.good;
  const mark = stand === 'unexplained' ? marks.unknown : marks.passed;
  return [
    colour.strong(paint(style.plain ? `Verdict: ${title}.` : `${mark} ${title}`)),
    ...paragraph(text, style),
    ...call,
  ];
};
