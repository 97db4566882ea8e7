import type { Value } from '../text/read-value.ts';

/** What a person does with a password before something answers: `After I typed my password:` */
const BEFORE =
  /\b(?:after|once|when|typ(?:e|ed|ing)|enter(?:ed|ing|s)?|submit(?:ted|ting)?|gave|giv(?:e|en|ing))\b[^\n]{0,80}$/i;
/** Words of one who answers. */
const TELLS =
  /\b(?:access|accounts?|admin(?:istrator)?|blocked|denied|error|expired|incorrect|invalid|locked|organi[sz]ation|permissions?|polic(?:y|ies)|sign(?:ed|ing)?[ -]?in|tenant|user(?:name)?)\b/i;
/** Words alone, as no generator of passwords puts together: of letters, with the signs of a sentence between them. */
const SENTENCE = /^[A-Z][a-z']{0,20},?(?: [A-Za-z][a-z']{0,20}[,.:]?){4,40}[.!?]?$/;

/** Whether behind a password's name the message of a page or program stands, in quotes on a line of its own. */
export const isMessage = (text: string, name: number, { start, value, quoted }: Value): boolean =>
  quoted &&
  SENTENCE.test(value) &&
  TELLS.test(value) &&
  /:[ \t]{0,10}\r?\n\s{0,40}["']$/.test(text.slice(name, start)) &&
  BEFORE.test(text.slice(Math.max(0, name - 160), name));
