import type { Notice } from '../model/evidence.ts';
import type { Paste } from '../model/paste.ts';
import { type Secret, sealPattern } from '../model/secret.ts';
import { findSecrets, isReal } from './find/find.ts';
import { prepareText } from './prepare/prepare.ts';
import { type Register, registerOf, withEchoMarks, withMarks } from './register.ts';
import { type Found, foundFrom } from './text/found.ts';
import { withPlainCode } from './text/html-code.ts';
import { looksRandom, mayLookRandom } from './text/looks-random.ts';
import { partsAround } from './text/parts-around.ts';

/** Thrown where a text cannot be shown to be free of secrets. Its message quotes nothing. */
export class RedactionError extends Error {
  override readonly name = 'RedactionError';

  constructor() {
    super('A secret could not be taken out of the text, so nothing of it is given out.');
  }
}

/** Nothing shorter looks random. */
const SHORTEST = 12;
/** What stands between marks and blanks. */
const RUN = new RegExp(`[^\\uE000\\uE001\\s]{${SHORTEST},}`, 'g');

/** What is found near marks: everything else is as it was when it was looked at before. */
const findsNearMarks = (text: string): readonly Found[] =>
  partsAround(
    text,
    [...text.matchAll(sealPattern())].map(({ index, 0: mark }) => [index, index + mark.length] as const),
  )
    .filter((part) => part.text.match(RUN)?.some(mayLookRandom))
    .flatMap((part) => findSecrets(part.text).map((found) => foundFrom(part.from, found)));

/** What a further look still finds: runs between marks that no word or mask would be. */
const leftIn = (text: string): readonly Found[] =>
  findsNearMarks(text)
    .filter(({ start, end }) => end - start >= SHORTEST)
    .flatMap((found) =>
      [...text.slice(found.start, found.end).matchAll(RUN)]
        .map(
          ({ index, 0: value }): Found => ({
            field: found.field,
            start: found.start + index,
            end: found.start + index + value.length,
            value,
          }),
        )
        .filter((part) => looksRandom(part.value) && isReal(part)),
    );

const MOST_LOOKS = 5;

/**
 * The text with marks for all of its secrets. It is looked at again until nothing is found any more: what cannot be
 * shown to be clean is an error. `sealedOf` says what of a find is sealed: all, nothing where it is a mask, or parts.
 */
export const sealText = (
  text: string,
  register: Register,
  sealedOf?: (found: Found, text: string) => readonly Found[],
): string => {
  const found = findSecrets(text);
  const finds = sealedOf === undefined ? found : found.flatMap((one) => sealedOf(one, text));
  let sealed = withMarks(text, finds, register);
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    sealed = withEchoMarks(sealed, register.echoesIn(sealed));
    const left = finds.length === 0 ? [] : leftIn(sealed);
    if (left.length === 0) return sealed;
    sealed = withMarks(sealed, left, register);
  }
  throw new RedactionError();
};

/**
 * The code of web pages as a browser shows it. Only now: lines that were broken at a width still had it while the secrets
 * were looked for. What shows up as a secret only now is sealed as well.
 */
const asShown = (text: string, register: Register): string => {
  const shown = withPlainCode(text);
  return shown === text ? text : sealText(shown, register, (found) => (sealPattern().test(found.value) ? [] : [found]));
};

const NOTICES: Partial<Readonly<Record<Secret['kind'], string>>> = {
  'client-secret': 'The text holds a client secret. Whoever saw it can sign in as the app: replace it in Entra.',
  password: 'The text holds a password. Change it if anybody else saw the text.',
  'private-key': 'The text holds a private key. Replace it if anybody else saw the text.',
  key: 'The text holds a key. Replace it if anybody else saw the text.',
};

const noticesOf = (secrets: readonly Secret[]): readonly Notice[] => {
  const kinds = new Set(secrets.filter(({ mask }) => mask === undefined).map(({ kind }) => kind));
  return [...kinds].flatMap((kind): Notice[] => {
    const text = NOTICES[kind];
    return text === undefined ? [] : [{ code: 'looks-like-secret', text }];
  });
};

/** Pastes without their secrets: marks stand in the texts, descriptions beside them. */
export interface Sealed {
  readonly texts: readonly string[];
  readonly secrets: readonly Secret[];
  readonly notices: readonly Notice[];
}

/**
 * Replaces every secret of the pastes by a mark and describes it. This is the border: what is returned holds no
 * secret. The same value gets the same id in all pastes.
 */
export const sealPastes = (pastes: readonly Paste[]): Sealed => {
  const prepared = pastes.map(({ text }) => prepareText(text));
  const register = registerOf();
  const sealed = prepared.map(({ text }) => sealText(text, register));
  // A value may stand in a paste before the one that says what it is.
  const texts = sealed.map((text) => asShown(withEchoMarks(text, register.echoesIn(text)), register));
  const secrets = register.secrets();
  const placed = prepared.flatMap(({ notices }, paste) =>
    notices.map((notice): Notice => ({ ...notice, place: { paste, line: 1, what: 'text' } })),
  );
  return { texts, secrets, notices: [...placed, ...noticesOf(secrets)] };
};
