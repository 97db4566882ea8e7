import type { Facts } from '../facts/evidence.ts';
import { inEnglish } from './in-english.ts';
import { saidOfCaller } from './said-caller.ts';
import { saidOfGrants } from './said-grants.ts';
import { saidOfSuccess } from './said-works.ts';

/** All that the sentences of a person say of the caller, of what was set up for it, and of what works. */
export const saidIn = (sentences: readonly string[]): Facts => {
  const english = sentences.map(inEnglish);
  const named = saidOfCaller(sentences);
  const ofCaller = 'said.caller' in named ? named : saidOfCaller(english);
  const caller = ofCaller['said.caller'] ?? undefined;
  return { ...ofCaller, ...saidOfGrants(english, caller), ...saidOfSuccess(english) };
};
