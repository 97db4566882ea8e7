import type { Facts } from '../facts/evidence.ts';
import { inEnglish } from './in-english.ts';
import { saidOfCaller } from './said-caller.ts';
import { saidOfGrants } from './said-grants.ts';
import { saidOfSuccess } from './said-works.ts';

/** Why the person did it, at the end of a sentence on what was done: `..., as the docs of the call say "..."`. */
const REASON =
  /(?<=\w{2}),? (?:as|because|since) (?:the |their |its |some )?(?:docs?|documentation|article|tutorial|guide|page)\b[^.!?]{0,120}(?=[.!?]{0,3}$)/;

const withoutReason = (sentence: string): string => sentence.replace(REASON, '');

/** All that the sentences of a person say of the caller, of what was set up for it, and of what works. */
export const saidIn = (sentences: readonly string[]): Facts => {
  const own = sentences.map(withoutReason);
  const english = own.map(inEnglish);
  const named = saidOfCaller(own);
  const ofCaller = 'said.caller' in named ? named : saidOfCaller(english);
  const caller = ofCaller['said.caller'] ?? undefined;
  return { ...ofCaller, ...saidOfGrants(english, caller), ...saidOfSuccess(english) };
};
