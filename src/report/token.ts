import { indent, type Lines, labelled, paragraph, section, stack } from './layout.ts';
import { printed } from './printed.ts';
import type { Style } from './style.ts';
import type { ClaimReading, TokenReading } from './token-reading.ts';
import { capital } from './words.ts';

/** The first line with the name of the claim in strong letters. */
const named = ([first = '', ...rest]: Lines, name: string, { colour }: Style): Lines => [
  first.replace(name, () => colour.strong(name)),
  ...rest,
];

const claimLines = ({ name, value, says, means }: ClaimReading, style: Style): Lines => [
  ...named(labelled(name, value, style), name, style),
  ...says.flatMap((text) => paragraph(text, style, 6)),
  ...paragraph(means, style, 6).map(style.colour.dim),
];

const claimSection = (title: string, claims: readonly ClaimReading[], style: Style): Lines =>
  section(
    title,
    claims.flatMap((claim) => claimLines(claim, style)),
    style,
  );

const UNCHECKED = 'No signature was checked; --verify does that.';
const ENDING = 'Its value is not shown here, and it was sent nowhere.';
const REFERENCE = 'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference';

const credentialLines = (reading: TokenReading, others: number, style: Style): Lines => {
  const { colour } = style;
  const title = `${capital(reading.words)}, ${reading.length} characters`;
  const more = others === 0 ? '' : `The input holds ${others} more; give them one at a time to see them.`;
  return stack([
    [...paragraph(title, style, 0).map(colour.strong), ...paragraph(reading.advice, style), ...paragraph(more, style)],
    reading.summary.flatMap(({ label, text }) => labelled(label, text, style)),
    claimSection('Claims', reading.claims, style),
    claimSection('Header', reading.header, style),
    [
      ...paragraph(`${ENDING} ${reading.signature ?? UNCHECKED}`, style, 0),
      ...(reading.claims.length === 0 ? [] : ['Meanings of claims:', `${indent(2, style)}${REFERENCE}`]),
    ].map(colour.dim),
  ]);
};

/** One credential explained, as text for a terminal. `others` counts further ones in the input. */
export const tokenReport = (reading: TokenReading, others: number, wanted: Style): string =>
  printed(wanted, (style) => credentialLines(reading, others, style));
