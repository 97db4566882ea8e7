import type { Diagnosis, Finding } from '../model/diagnosis.ts';
import type { Notice, Place } from '../model/evidence.ts';
import { command, indent, type Lines, paragraph, section, stack } from './layout.ts';
import type { Style } from './style.ts';
import { LOG_IDS } from './support.ts';
import { columns, padTo } from './wrap.ts';

/** Where something stood, in words. */
export const placeInWords = ({ paste, line }: Place, severalPastes: boolean): string =>
  severalPastes ? `paste ${paste + 1}, line ${line}` : `line ${line}`;

/** What was recognised in the input, so that a person sees what was overlooked. */
export const recognisedSection = ({ recognised }: Diagnosis, style: Style): Lines => {
  const several = recognised.some(({ place }) => place.paste > 0);
  const lines = recognised.flatMap(({ what, place }) =>
    paragraph(`${what} (${placeInWords(place, several)})`, style).map(style.colour.dim),
  );
  return section('What was read', lines, style);
};

const LABEL_COLUMN = 16;

const idLine = (label: string, value: string, style: Style): Lines => {
  const beside = style.plain ? `${label}: ${value}` : `  ${padTo(label, LABEL_COLUMN)}${value}`;
  return columns(beside) <= style.width ? [beside] : [indent(2, style) + label, ...paragraph(value, style, 2)];
};

/** The ids and times by which Microsoft finds the call in its logs. */
export const supportSection = ({ facts, conclusion }: Diagnosis, style: Style): Lines => {
  const cause = conclusion.is === 'stops-at' ? idLine('Cause', conclusion.cause, style) : [];
  const ids = Object.entries(LOG_IDS).flatMap(([path, label]) => {
    const fact = facts[path];
    return fact?.state === 'known' ? idLine(label, String(fact.value), style) : [];
  });
  return section('For support', [...cause, ...ids], style);
};

/** A notice with the line that it speaks of. */
export const noticeText = ({ text, place }: Notice): string => (place ? `${text} (line ${place.line})` : text);

/** What a person should know beside the answer. */
export const noticesSection = ({ notices }: Diagnosis, style: Style): Lines =>
  section(
    'Please note',
    notices.flatMap((notice) => paragraph(noticeText(notice), style, 2, style.plain ? '' : '! ')),
    style,
  );

/** Microsoft's pages and specifications are documentation; threads show what people have met. */
const isThread = (source: string): boolean =>
  /\/(?:issues|pull|discussions)\/\d|\/\/community\.|stackoverflow|\/questions\//.test(source);

/** The pages of a cause, those that document it apart from those where people met it. */
export const sourcesOf = (finding: Finding | undefined) => {
  const sources = finding?.sources ?? [];
  return { documented: sources.filter((source) => !isThread(source)), threads: sources.filter(isThread) };
};

const links = (title: string, sources: readonly string[], style: Style): Lines =>
  section(
    title,
    sources.flatMap((source) => command(source, style, 2)),
    style,
  );

/** Pages to read on; addresses are never broken, so that they can be opened. */
export const sourcesSection = (finding: Finding | undefined, style: Style): Lines => {
  const { documented, threads } = sourcesOf(finding);
  return stack([links('Documented at', documented, style), links('Seen in public threads', threads, style)]);
};
