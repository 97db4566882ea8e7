import { factSpec, isFactPath } from '../facts/catalog.ts';
import type { Finding } from '../model/diagnosis.ts';
import type { FactSpec } from '../model/fact.ts';
import { type Lines, paragraph, section, stack } from './layout.ts';
import { marksOf, type Style } from './style.ts';
import { VERDICT_WORDS } from './words.ts';

const SHOWN = 4;
const OPEN_SHOWN = 2;

/** The causes beside the one that stands: certain too, open, and ruled out. */
export const otherCauses = (findings: readonly Finding[], main: Finding | undefined) => {
  const others = findings.filter((finding) => finding !== main);
  return {
    certain: others.filter(({ verdict }) => verdict === 'confirmed'),
    open: others.filter(({ verdict }) => verdict === 'likely' || verdict === 'possible'),
    ruledOut: others.filter(({ verdict }) => verdict === 'ruled-out'),
  };
};

/** A setting is called by its name, which says nothing of what is to be found out. */
const openWords = ({ meaning, ask }: FactSpec): string => {
  const [, setting] = /^Tenant setting ("[^"]+")/.exec(ask?.question ?? '') ?? [];
  return setting === undefined ? meaning : `the tenant setting ${setting}`;
};

const openInWords = ({ open }: Finding): string =>
  open
    .filter(isFactPath)
    .map(factSpec)
    .filter(({ ask }) => ask !== undefined)
    .slice(0, OPEN_SHOWN)
    .map(openWords)
    .join('; ');

/** What would tell a cause apart from the one that stands: what speaks against it, or what is open and can be found out. */
export const whatSeparates = (finding: Finding): string => {
  const against = finding.against[0];
  if (against) return `But: ${against.text}`;
  const open = openInWords(finding);
  return open === '' ? '' : `Open: ${open}.`;
};

const otherLines = (finding: Finding, style: Style): Lines => {
  const sure = VERDICT_WORDS[finding.verdict];
  const title = style.plain ? `${sure}: ${finding.title}.` : `${finding.title} (${sure})`;
  const lead = style.plain ? '' : `${marksOf(style)['not-reached']} `;
  const separates = whatSeparates(finding);
  return [
    ...paragraph(title, style, 2, lead),
    ...(separates === '' ? [] : paragraph(separates, style, 4).map(style.colour.dim)),
  ];
};

const more = (count: number, style: Style): Lines =>
  count > 0 ? paragraph(`and ${count} more, less likely`, style).map(style.colour.dim) : [];

const ruledOutLines = (count: number, style: Style): Lines => {
  if (count === 0) return [];
  const text = `${count === 1 ? 'One cause' : `${count} causes`}; --format json says which and why.`;
  return paragraph(text, style).map(style.colour.dim);
};

/** What else is wrong for certain, and what else it could be, each with what would tell it apart. */
export const othersSection = (findings: readonly Finding[], main: Finding | undefined, style: Style): Lines => {
  const { certain, open, ruledOut } = otherCauses(findings, main);
  const shown = open.slice(0, SHOWN).flatMap((finding) => otherLines(finding, style));
  return stack([
    section(
      'Wrong as well: it would fail next',
      certain.flatMap((finding) => otherLines(finding, style)),
      style,
    ),
    section(
      main ? 'What else it could be' : 'What it could be',
      [...shown, ...more(open.length - SHOWN, style)],
      style,
    ),
    section('Ruled out', ruledOutLines(ruledOut.length, style), style),
  ]);
};
