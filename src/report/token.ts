import { type Lines, labelled, paragraph, section, stack } from './layout.ts';
import { toAscii } from './readable.ts';
import { readableWidth, type Style } from './style.ts';
import type { ClaimReading, TokenReading } from './token-reading.ts';

const claimLines = ({ name, value, says, means }: ClaimReading, style: Style): Lines => {
  const says1 = says.flatMap((text) => paragraph(text, style, 6));
  return [
    ...labelled(name, value, style).map((text, i) =>
      i === 0 ? text.replace(name, () => style.colour.strong(name)) : text,
    ),
    ...says1,
    ...paragraph(means, style, 6).map(style.colour.dim),
  ];
};

const claimSection = (title: string, claims: readonly ClaimReading[], style: Style): Lines =>
  section(
    title,
    claims.flatMap((claim) => claimLines(claim, style)),
    style,
  );

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One credential explained, as text for a terminal. `others` counts further ones in the input. */
export const tokenReport = (reading: TokenReading, others: number, wanted: Style): string => {
  const style = { ...wanted, width: readableWidth(wanted.width) };
  const { colour } = style;
  const title = `${capital(reading.words)}, ${reading.length} characters`;
  const more = others === 0 ? '' : `The input holds ${others} more; give them one at a time to see them.`;
  const text = stack([
    [...paragraph(title, style, 0).map(colour.strong), ...paragraph(reading.advice, style), ...paragraph(more, style)],
    reading.summary.flatMap(({ label, text }) => labelled(label, text, style)),
    claimSection('Claims', reading.claims, style),
    claimSection('Header', reading.header, style),
    [
      ...paragraph('The token itself is not shown, and nothing was sent. Its signature was not checked.', style, 0),
      ...paragraph(
        'Meanings: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference',
        style,
        0,
      ),
    ].map(colour.dim),
  ]);
  const printed = `${text.join('\n')}\n`;
  return style.unicode ? printed : toAscii(printed);
};
