import type { Notice } from '../model/evidence.ts';
import type { Piece, Reading } from '../model/incident.ts';
import type { Paste } from '../model/paste.ts';
import { type Sealed, sealPastes } from '../redact/seal.ts';
import { isBareToken } from './http/bare-token.ts';
import { joinPieces } from './join.ts';
import { readersOf } from './readers.ts';
import { withoutSetAside } from './said/set-aside.ts';
import { plainText } from './syntax/plain-text.ts';
import { blankOut, type Found } from './text/text.ts';
import { withVariables } from './tools/postman-variables.ts';

/** The pieces of one sealed text, in the order of the text. */
export const readText = (text: string, paste: number): readonly Found[] => {
  const found: Found[] = [];
  let rest = text;
  for (const reader of readersOf(text)) {
    const read = reader.read(reader.sees === 'all' ? text : rest, paste);
    if (reader.sees === 'rest') rest = blankOut(rest, read);
    for (const one of read) found.push(one);
  }
  return found.sort((a, b) => a.from - b.from);
};

const notRecognised = (text: string, paste: number, pieces: readonly Piece[]): readonly Notice[] =>
  text.trim() === '' || pieces.length > 0
    ? []
    : [
        {
          code: 'not-recognised',
          text: 'No request, answer, token or error was recognised here; only its words count.',
          place: { paste, line: 1, what: 'text' },
        },
      ];

/** Reads sealed texts: every reader runs, then the pieces are put together. */
export const readSealed = (sealed: Sealed): Reading => {
  const texts = withVariables(sealed.texts.map(plainText)).map((text) =>
    isBareToken(text) ? text : withoutSetAside(text),
  );
  const byPaste = texts.map((text, paste) => readText(text, paste).map(({ piece }) => piece));
  const joined = joinPieces(byPaste.flat(), texts);
  return {
    incidents: joined.incidents,
    secrets: sealed.secrets,
    notices: [
      ...sealed.notices,
      ...texts.flatMap((text, paste) => notRecognised(text, paste, byPaste[paste] ?? [])),
      ...joined.notices,
    ],
  };
};

/** Reads what a person pasted; secrets are sealed first. */
export const readPastes = (pastes: readonly Paste[]): Reading => readSealed(sealPastes(pastes));
