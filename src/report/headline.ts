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
    ? `Verdict: stops at ${conclusion.gate}, ${sure}. ${title}.`
    : `Stops at: ${conclusion.gate} ${marksOf(style).dash} ${midSentence(title)} (${sure})`;
};

const UNEXPLAINED: Readonly<Record<Exclude<Standing, 'stops'>, readonly [string, string]>> = {
  unexplained: ['Not explained yet', 'What was pasted does not point to one cause. No guess is made.'],
  'nothing-wrong': ['Nothing wrong found', 'No failing answer was pasted. If a call fails, paste its answer as well.'],
};

const NOTHING_READ =
  'No request, answer, token or error was recognised. Paste the request, with its headers, and the whole answer.';

const whoActs = (finding: Finding | undefined): string =>
  [...new Set(finding?.fix.map(({ who }) => WHO_WORDS[who]) ?? [])].join(', then ');

const labelledOrNot = (label: string, text: string, style: Style): Lines =>
  text === '' ? [] : labelled(label, text, style);

const isCertain = ({ conclusion }: Diagnosis): boolean =>
  conclusion.is === 'stops-at' && conclusion.verdict === 'confirmed';

const howSure = (diagnosis: Diagnosis, style: Style): Lines => {
  if (isCertain(diagnosis)) return [];
  const text = diagnosis.question ? 'Not certain yet: the question below would settle most.' : 'Not certain.';
  return paragraph(text, style).map(style.colour.warn);
};

/** How many calls failed alike, where a log or a recording holds several. */
const callsLine = (calls: number, style: Style): Lines =>
  calls > 1 ? labelled('How often', `${calls.toLocaleString('en')} calls, same cause`, style) : [];

/** The answer in a line or two: where the call stops, why, how sure, who has to act; `calls` failed alike. */
export const headline = (diagnosis: Diagnosis, style: Style, calls = 1): Lines => {
  const stand = standing(diagnosis);
  const marks = marksOf(style);
  const { colour } = style;
  const call = [
    ...callsLine(calls, style),
    ...labelledOrNot(calls > 1 ? 'First of them' : 'Call', diagnosis.call, style).map(colour.dim),
  ];
  if (stand === 'stops') {
    const lead = style.plain ? '' : `${marks.failed} `;
    const paint = isCertain(diagnosis) ? colour.bad : colour.warn;
    const lines = paragraph(verdictLine(diagnosis, style), style, 0, lead).map((line) => colour.strong(paint(line)));
    return [
      ...lines,
      ...howSure(diagnosis, style),
      ...labelledOrNot('Who acts', whoActs(mainFinding(diagnosis)), style),
      ...call,
    ];
  }
  const [title, known] = UNEXPLAINED[stand];
  const text = diagnosis.recognised.length === 0 ? NOTHING_READ : known;
  const paint = stand === 'unexplained' ? colour.warn : colour.good;
  const mark = stand === 'unexplained' ? marks.unknown : marks.passed;
  return [
    colour.strong(paint(style.plain ? `Verdict: ${title}.` : `${mark} ${title}`)),
    ...paragraph(text, style),
    ...call,
  ];
};
