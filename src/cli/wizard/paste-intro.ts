import { paragraph } from '../../report/layout.ts';
import type { Style } from '../../report/style.ts';
import { padTo, wrap } from '../../report/wrap.ts';
import type { Page } from './face.ts';

const KEYS = [
  ['Enter', 'go on'],
  ['Tab', 'other ways: a file, the clipboard, or questions only'],
  ['Ctrl-C', 'leave'],
] as const;

const KEY_COLUMN = 8;

const keyLines = (key: string, does: string, style: Style): readonly string[] => {
  if (style.plain) return paragraph(`${key}: ${does}`, style, 0);
  const [first = '', ...more] = wrap(does, style.width, ' '.repeat(2 + KEY_COLUMN));
  return [`  ${style.colour.code(padTo(key, KEY_COLUMN))}${first.slice(2 + KEY_COLUMN)}`, ...more];
};

/** What the paste step says first. */
export const pasteIntro: Page = (style) => {
  const { colour } = style;
  return [
    ...paragraph('Why does Microsoft Fabric or Power BI refuse your call?', style, 0).map(colour.strong),
    '',
    ...paragraph(
      'Paste what you have: the request, the answer, a token, a curl command, an error. One after the other is fine.',
      style,
      0,
    ),
    ...paragraph('No secret is shown, stored or sent. What was recognised appears here.', style, 0),
    '',
    ...KEYS.flatMap(([key, does]) => keyLines(key, does, style)),
    '',
  ];
};
