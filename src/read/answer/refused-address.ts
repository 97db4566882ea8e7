import type { Facts } from '../../facts/evidence.ts';
import { lineBefore } from '../text/text.ts';

/** What stands in the place of the address may be masked: `203.0.113.7`, `xx.xx.xx.xx`, `<ip>`. */
const ADDRESS = String.raw`\b(?:ip(?:[ /-](?:address|token))?|client address|source address):?(?: [^\s,;]{2,60})?`;
const REFUSED =
  '(?:blocked|denied|rejected|forbidden|refused|prevented|not (?:allowed|permitted|authori[sz]ed|trusted|white-?listed|allow-?listed|listed|on the|in the (?:list|allow|white|access)))';
/** What services say between the address and the refusal: `through public internet. This`. */
const BETWEEN = String.raw`(?: through public internet\.)?(?: this| and)?,?`;

const SENTENCES: readonly RegExp[] = [
  new RegExp(`${ADDRESS}${BETWEEN} (?:is|was|has been|are) (?:currently )?${REFUSED}\\b`, 'gi'),
  new RegExp(String.raw`\b(?:blocked|denied|rejected|refused)\b[^.!?\n]{0,40} from (?:the )?${ADDRESS}`, 'gi'),
];

/** A thing to look after, and no answer. */
const SUPPOSED = /\b(?:if|whether|unless|when|where|ensure|sure|check|verify|maybe|perhaps|might|could|says?|not)\b/i;
/** A limit on calls or on wrong passwords names an address too. */
const LIMIT = /\b(?:too many|rate limit|throttl|attempts|repeated)/i;

/** What the sentence says before a place. */
const saidBefore = (text: string, at: number): string => lineBefore(text, at, 60).split(/[.!?]/).at(-1) ?? '';

const isAnswer = (text: string, from: number, end: number): boolean =>
  !SUPPOSED.test(saidBefore(text, from)) && !LIMIT.test(text.slice(Math.max(0, from - 80), end + 80));

/** Whether an answer refuses the network address of the caller, as databases, workspaces and storage do. */
export const refusedAddress = (text: string): Facts => {
  const refused = SENTENCES.some((sentence) =>
    [...text.matchAll(sentence)].some((found) => isAnswer(text, found.index, found.index + found[0].length)),
  );
  return refused ? { 'response.refused-address': true } : {};
};
