import type { Header } from '../../model/incident.ts';
import { CODE_IN_TEXT } from './answer-header.ts';
import { codeWords } from './code-words.ts';

/** So much is looked at behind a status. */
const LONGEST = 120;

/** The code right behind the status at this place, as a header of its answer, and where the two end. */
export const codeBehindStatus = (
  text: string,
  status: number,
): { readonly headers: readonly Header[]; readonly to: number } => {
  const end = status + 3;
  const line = text.slice(status, end + LONGEST).split('\n', 1)[0] ?? '';
  const word = codeWords(line).find(({ from, to }) => from <= 6 && to > 3);
  return word === undefined
    ? { headers: [], to: end }
    : { headers: [{ name: CODE_IN_TEXT + word.code, value: word.code }], to: status + word.to };
};
