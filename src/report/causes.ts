import { fillSlots } from '../facts/words.ts';
import { GATES, type Rule, type Sign } from '../model/rule.ts';
import { named } from './explain-layout.ts';
import { fixSection } from './fix.ts';
import { heading, indent, type Lines, labelled, paragraph, section, stack } from './layout.ts';
import { toAscii } from './readable.ts';
import { readableWidth, type Style } from './style.ts';
import { STRENGTH_WORDS } from './words.ts';

const NOTHING = new Map();

/** A text of a rule while nothing is known: its slots hold the words of the catalog. */
const fill = (text: string): string => fillSlots(text, NOTHING);

const printed = (lines: Lines, style: Style): string => {
  const text = `${lines.join('\n')}\n`;
  return style.unicode ? text : toAscii(text);
};

/** Every cause under its gate, in the order in which the services check them. */
export const causesReport = (rules: readonly Rule[], wanted: Style): string => {
  const style = { ...wanted, width: readableWidth(wanted.width) };
  const gates = GATES.map((gate) =>
    section(
      style.plain ? `Gate ${gate}` : gate,
      rules.filter((rule) => rule.gate === gate).flatMap(({ id, title }) => named(id, title, style)),
      style,
    ),
  );
  const end = paragraph('One of them in full: fabric-auth-doctor causes show ID', style, 0).map(style.colour.dim);
  return printed(stack([...gates, end]), style);
};

const signLines = (signs: readonly Sign[] | undefined, style: Style): Lines =>
  (signs ?? []).flatMap(({ strength, because }) => labelled(STRENGTH_WORDS[strength], fill(because), style));

const ORDER: Readonly<Record<Sign['strength'], number>> = { conclusive: 0, strong: 1, weak: 2 };

const sorted = (signs: readonly Sign[] | undefined): readonly Sign[] =>
  [...(signs ?? [])].sort((a, b) => ORDER[a.strength] - ORDER[b.strength]);

const stepsOf = (rule: Rule) =>
  rule.fix.map((step) => ({
    do: fill(step.do),
    who: step.who,
    ...(step.where !== undefined && { where: fill(step.where) }),
    ...(step.command && {
      command: Object.fromEntries(Object.entries(step.command).map(([tool, text]) => [tool, fill(text)])),
    }),
  }));

/** One cause in full: what happens, what speaks for and against it, how it is mended. */
export const causeReport = (rule: Rule, wanted: Style): string => {
  const style = { ...wanted, width: readableWidth(wanted.width) };
  const confused = rule['mistaken-for'] ?? [];
  return printed(
    stack([
      [
        heading(rule.title, style),
        ...labelled('Id', rule.id, style),
        ...labelled('Gate', rule.gate, style),
        ...labelled('How often', rule.likelihood, style),
      ],
      section('What happens', paragraph(fill(rule.explain), style), style),
      section('What shows it', signLines(sorted(rule.signs), style), style),
      section('What speaks against it', signLines(sorted(rule['counter-signs']), style), style),
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
    ]),
    style,
  );
};
