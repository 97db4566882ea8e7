import type { Facts } from '../../facts/evidence.ts';

/** A sentence by which a person says what was seen. */
export interface Phrase {
  readonly says: Facts;
  readonly as: RegExp;
  /** What takes the sentence back: a question, a wish, another subject. */
  readonly unless?: RegExp;
}

/** That something works, where nothing before it takes it back. */
export const WORKS_END =
  "(?<!(?:n't|not|never|longer|should|must|would|to|if|does it|can it) )\\b(?:works?|worked|succeeds?|succeeded|is working|runs?)\\b(?: fine| ok| well| correctly| perfectly| properly| as expected| great)?";
/** The same with more words behind it. */
export const WORKS =
  "(?<!(?:n't|not|never|longer|should|must|would|to|if|does it|can it) )\\b(?:works?|worked|succeeds?|succeeded|is working|runs?) (?:fine |ok |well |correctly |perfectly |properly |as expected |great )?";
/** What is called, in the words of people. */
export const CALL = '(?:call|request|url|token|endpoint|api(?: call)?|query|get|post|thing|header|headers)';

/** Whether a sentence says it. */
export const saysIn = ({ as, unless }: Phrase, sentence: string): boolean =>
  as.test(sentence) && unless?.test(sentence) !== true;
