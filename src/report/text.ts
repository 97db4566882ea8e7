import type { Diagnosis } from '../model/diagnosis.ts';
import { causeSection } from './cause.ts';
import { checklistSection } from './checklist.ts';
import { fixSection } from './fix.ts';
import { noticesSection, recognisedSection, sourcesSection, supportSection } from './footer.ts';
import { knowsOfWay } from './gate-path.ts';
import { headline } from './headline.ts';
import { knownSection } from './known.ts';
import { heading, type Lines, stack } from './layout.ts';
import { othersSection } from './others.ts';
import { toolsOf } from './own-commands.ts';
import { questionSection } from './question.ts';
import { readable } from './readable.ts';
import { requestSection } from './request-sides.ts';
import { readableWidth, type Style } from './style.ts';
import { mainFinding } from './verdict.ts';

const explained = (diagnosis: Diagnosis, style: Style): readonly Lines[] => {
  const main = mainFinding(diagnosis);
  return [
    main ? causeSection(main, style) : [],
    requestSection(diagnosis, style),
    fixSection(main?.fix ?? [], toolsOf(diagnosis), style),
    sourcesSection(main, style),
    othersSection(diagnosis.findings, main, style),
    questionSection(diagnosis.question, style),
  ];
};

const unexplained = (diagnosis: Diagnosis, style: Style): readonly Lines[] => [
  knownSection(diagnosis, style),
  questionSection(diagnosis.question, style),
  othersSection(diagnosis.findings, undefined, style),
];

/**
 * A diagnosis as text for a terminal: the answer first, then why, what to do, what is open, what support needs.
 * `calls` is how many failed alike.
 */
export const textReport = (diagnosis: Diagnosis, wanted: Style, calls = 1): string => {
  const style = { ...wanted, width: readableWidth(wanted.width) };
  const safe = readable(diagnosis, style.unicode);
  const body = safe.conclusion.is === 'stops-at' ? explained(safe, style) : unexplained(safe, style);
  const lines = stack([
    headline(safe, style, calls),
    knowsOfWay(safe.recognised, safe.gates) ? checklistSection(safe.gates, safe.conclusion, style) : [],
    ...body,
    supportSection(safe, style),
    recognisedSection(safe, style),
    noticesSection(safe, style),
  ]);
  return `${lines.join('\n')}\n`;
};

/**
 * One text for all calls of the input, each under its number where there are several. `calls` counts those that
 * failed alike, in the order of the diagnoses.
 */
export const textReports = (diagnoses: readonly Diagnosis[], style: Style, calls: readonly number[] = []): string =>
  diagnoses
    .map((diagnosis, i) => {
      const text = textReport(diagnosis, style, calls[i]);
      return diagnoses.length > 1
        ? `${heading(`${calls.length > 0 ? 'Failure' : 'Call'} ${i + 1} of ${diagnoses.length}`, style)}\n\n${text}`
        : text;
    })
    .join('\n\n');
