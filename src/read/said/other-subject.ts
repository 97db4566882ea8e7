import type { Facts } from '../../facts/evidence.ts';
import { NAMED_IN_TEXT } from '../entra/entra-names.ts';

const SHORTEST = 8;
const MOST_READ = 200_000;
const MOST = 20;

/** Every place of a text in small letters where another one stands, from the first on. */
const placesOf = (text: string, words: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST; at = text.indexOf(words, at + words.length))
    places.push(at);
  return places;
};

/** The subject of a federated assertion where the text has it with other letters in upper case: Entra ID tells them apart. */
export const otherSubject = (pasted: string): Facts => {
  const text = pasted.slice(0, MOST_READ).replace(/[‘’]/g, "'");
  const subject = NAMED_IN_TEXT['entra.subject']
    .map((words) => words.exec(text)?.[1])
    .find((found) => found !== undefined);
  if (subject === undefined || subject.length < SHORTEST) return {};
  const other = placesOf(text.toLowerCase(), subject.toLowerCase())
    .map((at) => text.slice(at, at + subject.length))
    .find((found) => found !== subject && found.toLowerCase() === subject.toLowerCase());
  return other === undefined ? {} : { 'entra.other-subject': other };
};
