import { fillSlots } from '../facts/words.ts';
import { GATES, type Rule, type Sign } from '../model/rule.ts';
import { named } from './explain-layout.ts';
import { fixSection } from './fix.ts';
import { heading, indent, type Lines, labelled, paragraph, section, stack } from './layout.ts';
import { printed } from './printed.ts';
import type { Style } from './style.ts';
import { STRENGTH_ORDER, STRENGTH_WORDS } from './words.ts';

const NOTHING = new Map();

/** A text of a rule while nothing is known: its slots hold the words of the catalog, which stand for a whole code. */
const fill = (text: string): string => fillSlots(text.replaceAll('AADSTS{entra.code}', '{entra.code}'), NOTHING);

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

const signLines = (signs: readonly Sign[] = [], style: Style): Lines =>
  STRENGTH_ORDER.flatMap((strength) =>
    signs
      .filter((sign) => sign.strength === strength)
      .flatMap(({ because }) => labelled(STRENGTH_WORDS[strength], fill(because), style)),
  );

const stepsOf = (rule: Rule) =>
  rule.fix.map((step) => ({
    do: fill(step.do),
    who: step.who,
    ...(step.where !== undefined && { where: fill(step.where) }),
    ...(step.command && {
      command: Object.fromEntries(Object.entries(step.command).map(([tool, text]) => [tool, fill(text)])),
    }),
  }));

const causeLines = (rule: Rule, style: Style): Lines => {
  const confused = rule['mistaken-for'] ?? [];
  return stack([
    [
      heading(rule.title, style),
      ...labelled('Id', rule.id, style),
      ...labelled('Gate', rule.gate, style),
      ...labelled('How often', rule.likelihood, style),
    ],
    section('What happens', paragraph(fill(rule.explain), style), style),
    section('What shows it', signLines(rule.signs, style), style),
    section('What speaks against it', signLines(rule['counter-signs'], style), style),
    fixSection(stepsOf(rule), [], style),
    section(
      'Easily mistaken for',
      confused.flatMap((id) => paragraph(id, style)),
      style,
    ),
    section(
      'Sources',
      rule.sources.map((url) => indent(2, style) + url),
      style,
    ),
  ]);
};

/** One cause in full: what happens, what speaks for and against it, how it is mended. */
export const causeReport = (rule: Rule, wanted: Style): string => printed(wanted, (style) => causeLines(rule, style));
