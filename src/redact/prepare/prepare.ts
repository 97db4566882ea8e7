import type { Notice } from '../../model/evidence.ts';
import { CONTROLS } from '../text/controls.ts';
import { bareLines } from './bare-lines.ts';
import { withoutCarets } from './carets.ts';
import { withoutColours } from './colours.ts';
import { withSpacedBreaks } from './escaped-breaks.ts';
import { withoutMailSource } from './mail-source.ts';
import { withoutTraceDump } from './trace-dump.ts';

const ESCAPES = /\x1b(?:\[[0-?]{0,40}[ -/]{0,8}[@-~]|\][^\x07\x1b\n]{0,400}(?:\x07|\x1b\\)?|[@-Z\\^_])/g;
const INVISIBLE = /[\uFEFF\u200B-\u200F\u202A-\u202E\u2060-\u2069\u00AD\uE000\uE001]/g;

/** A text without what nobody sees and terminals obey. Line breaks stay as many. */
export const cleanText = (text: string): string =>
  withoutColours(
    text
      .replace(/\r\n?/g, '\n')
      .replace(ESCAPES, '')
      .replace(INVISIBLE, '')
      .replace(CONTROLS, '')
      .replace(/[\u00A0\u2007\u202F]/g, ' '),
  );

/** What tools write in a form of their own, as plain text. */
const plainTools = (text: string): string => withSpacedBreaks(withoutCarets(withoutTraceDump(text)));

/** The text as a paste should have been: no invisible characters, plain line ends, straight quotes, nothing drawn around its lines. */
export const prepareText = (text: string): { readonly text: string; readonly notices: readonly Notice[] } => {
  const cleaned = cleanText(text);
  const straight = plainTools(bareLines(withoutMailSource(cleaned)))
    .replace(/[\u201C-\u201F\u2033]/g, '"')
    .replace(/[\u2018-\u201B\u2032]/g, "'");
  const notices: Notice[] = [];
  if (cleaned !== text.replace(/\r\n?/g, '\n')) {
    notices.push({ code: 'text-replaced', text: 'Invisible or control characters in the text were removed.' });
  }
  return { text: straight, notices };
};
