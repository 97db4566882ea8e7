import type { LookUp, Near } from '../knowledge/explain.ts';
import type { CauseHint, Explanation } from '../knowledge/explain-model.ts';
import { neutralise } from '../redact/neutralise.ts';
import { named, urlLines } from './explain-layout.ts';
import { GROUNDS_WORDS, KIND_WORDS } from './explain-words.ts';
import { type Lines, labelled, paragraph, section, stack } from './layout.ts';
import { printed } from './printed.ts';
import type { Style } from './style.ts';

const MOST_RIVALS = 8;

const hintLines = (hints: readonly CauseHint[], style: Style): Lines =>
  hints.flatMap(({ cause, title }) => named(cause, title, style, 4));

const hintSection = (title: string, hints: readonly CauseHint[], style: Style): Lines => {
  if (hints.length === 0) return [];
  const left = hints.length - MOST_RIVALS;
  const rest = left > 0 ? paragraph(`and ${left} more (--format json has them all)`, style, 4) : [];
  return [...paragraph(title, style), ...hintLines(hints.slice(0, MOST_RIVALS), style), ...rest.map(style.colour.dim)];
};

const restsOn = ({ basis, ownReading, asOf }: Explanation): string => {
  const words = basis.map((each) => GROUNDS_WORDS[each]).join('; ');
  const own = ownReading === undefined ? '' : `. Our own reading: ${ownReading}`;
  return `${words}${own}${asOf === undefined ? '' : ` (as of ${asOf})`}.`;
};

const footer = (explanation: Explanation, style: Style): Lines =>
  [...labelled('Rests on', restsOn(explanation), style), ...urlLines('Source', explanation.sources, style)].map(
    style.colour.dim,
  );

const headingOf = ({ kind, title }: Explanation, style: Style): Lines =>
  style.plain
    ? [`${KIND_WORDS[kind]}: ${title}`]
    : paragraph(`${title} (${KIND_WORDS[kind]})`, style, 0).map((line) => style.colour.strong(line));

const block = (explanation: Explanation, style: Style): Lines => {
  const { means, details, causes } = explanation;
  const weighted = (weight: CauseHint['weight']): readonly CauseHint[] =>
    causes.filter((hint) => hint.weight === weight);
  return stack([
    [...headingOf(explanation, style), ...paragraph(means, style)],
    details.flatMap(({ label, text }) => labelled(label, text, style)),
    hintSection('First suspects:', weighted('first-suspect'), style),
    hintSection('Rivals, which it speaks for only weakly:', weighted('rival'), style),
    footer(explanation, style),
  ]);
};

/** As much of what was typed is repeated. */
const LONGEST = 100;

const LOOKED_UP =
  'What can be looked up: error codes, causes (fabric-auth-doctor causes lists them), claims, scopes, tenant settings and terms.';

const nearestLines = (nearest: readonly Near[], style: Style): Lines =>
  section(
    'Nearest',
    nearest.flatMap(({ kind, id, name }) =>
      paragraph(`${id} (${KIND_WORDS[kind]}${name === id ? '' : `, by the name ${name}`})`, style),
    ),
    style,
  );

const missing = (thing: string, { nearest, page }: Extract<LookUp, { found: false }>, style: Style): Lines =>
  stack([
    [
      ...paragraph(`Nothing is known of ${neutralise(thing).slice(0, LONGEST)}`, style, 0).map(style.colour.strong),
      ...(page === undefined
        ? []
        : paragraph(`No list that this tool was made from has the code. Microsoft explains it: ${page}`, style)),
    ],
    nearestLines(nearest, style),
    // Only where nothing else helps on: a page or a near name is the better advice.
    page === undefined && nearest.length === 0 ? paragraph(LOOKED_UP, style) : [],
  ]);

/** What was looked up, as text for a terminal; what is nearest, where nothing is known of it. */
export const explainReport = (thing: string, result: LookUp, wanted: Style): string =>
  printed(wanted, (style) =>
    result.found
      ? result.explanations.flatMap((explanation, i) => [...(i > 0 ? ['', ''] : []), ...block(explanation, style)])
      : missing(thing, result, style),
  );
