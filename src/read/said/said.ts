import type { Facts } from '../../facts/evidence.ts';
import { foundByMe } from './found-by-me.ts';
import { inEnglish } from './in-english.ts';
import { saidOfCaller } from './said-caller.ts';
import { saidOfGrants } from './said-grants.ts';
import { saidOfSuccess } from './said-works.ts';

/** Why the person did it, at the end of a sentence on what was done: `..., as the docs of the call say "..."`. */
const REASON =
  /(?<=\w{2}),? (?:as|because|since) (?:the |their |its |some )?(?:docs?|documentation|article|tutorial|guide|page)\b[^.!?]{0,120}(?=[.!?]{0,3}$)/;

const withoutReason = (sentence: string): string => sentence.replace(REASON, '');

/** What the code of the paste says of its caller, in words. */
const BY_APP = 'the call of the service principal fails';

const isCompared = (facts: Facts): boolean => 'observed.same-call-as-user' in facts;

/** Who calls by these sentences; where the code calls as an app, an account that works is not the caller. */
const callerOf = (own: readonly string[], english: readonly string[], byApp: boolean): Facts => {
  const named = saidOfCaller(own);
  const said = 'said.caller' in named ? named : saidOfCaller(english);
  if (!byApp || isCompared(said)) return said;
  return isCompared(saidOfCaller([...english, BY_APP])) ? { 'observed.same-call-as-user': 'works' } : said;
};

/**
 * All that the sentences of a person say of the caller, of what was set up for it, and of what works; `byApp` where the
 * code beside them calls as an app.
 */
export const saidIn = (sentences: readonly string[], byApp = false): Facts => {
  const own = sentences.map(withoutReason).map(foundByMe);
  const english = own.map(inEnglish);
  const ofCaller = callerOf(own, english, byApp);
  const caller = ofCaller['said.caller'] ?? undefined;
  return { ...ofCaller, ...saidOfGrants(english, caller), ...saidOfSuccess(english) };
};
