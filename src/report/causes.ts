import { GATES, type Rule } from '../model/rule.ts';
import { allReasonsInWords, causeSection } from './cause.ts';
import { named } from './explain-layout.ts';
import { fixSection } from './fix.ts';
import { sourcesSection } from './footer.ts';
import { generalFinding } from './general-finding.ts';
import { heading, type Lines, labelled, paragraph, section, stack } from './layout.ts';
import { printed } from './printed.ts';
import type { Style } from './style.ts';

/** Every cause under its gate, in the order in which the services check them. */
export const causesReport = (rules: readonly Rule[], wanted: Style): string =>
  printed(wanted, (style) => {
    const gates = GATES.map((gate) =>
      section(
        style.plain ? `Gate ${gate}` : gate,
        rules.filter((rule) => rule.gate === gate).flatMap(({ id, title }) => named(id, title, style)),
        style,
      ),
    );
    const end = paragraph('One of them in full: fabric-auth-doctor causes show ID', style, 0).map(style.colour.dim);
    return stack([...gates, end]);
  });

const causeLines = (rule: Rule, style: Style): Lines => {
  const finding = generalFinding(rule);
  return stack([
    [
      heading(rule.title, style),
      ...labelled('Id', rule.id, style),
      ...labelled('Gate', rule.gate, style),
      ...labelled('How often', rule.likelihood, style),
    ],
    causeSection(finding, style, allReasonsInWords),
    fixSection(finding.fix, [], style),
    section(
      'Easily mistaken for',
      finding.mistakenFor.flatMap((id) => paragraph(id, style)),
      style,
    ),
    sourcesSection(finding, style),
  ]);
};

/** One cause in full: what happens, what speaks for and against it, how it is mended. */
export const causeReport = (rule: Rule, wanted: Style): string => printed(wanted, (style) => causeLines(rule, style));
