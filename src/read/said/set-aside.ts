import { SERVICE_CODES } from '../answer/service-codes.ts';
import { blankOut } from '../text/text.ts';
import { type Mention, mentionsInQuotes, sentencesOf } from './set-aside-places.ts';

/** How much of a text is looked at: what people write around a long log stands before or behind it, and is short. */
const MOST_READ = 60_000;

/** How far around an error words may be about it. */
const NEAR = 400;

/** A code of an error, or its words in quotes. */
const MENTION = /\bAADSTS\d{4,8}\b|"[^"\n]{12,300}"|“[^”\n]{12,300}”|\b[A-Z][A-Za-z_]{8,80}\b/g;

/** What ends the words about one error within a sentence. */
const TURN = /[,;–—]?\s(?:then|and then|but|and now|now|jetzt|dann)\s/i;

const isMention = (words: string): boolean => /^(?:AADSTS|["“])/.test(words) || SERVICE_CODES.has(words);

/** `this is not X`, `no X in the log`, `we got past X`, `asked me to check for X`: said right before the error. */
const DENIED =
  /\b(?:is not|isn't|not|no|never saw|without|no sign of|(?:check|look|search|grep|watch)(?:e?d|ing)? for|instead of|kein|keine|nicht|(?:fixed|solved|resolved|got past|got rid of)(?: the| that| this| our| an?)?(?: old| first| initial)?(?: error| problem| issue)?)\s{1,2}['`]?$/i;

/** It may be this or that: nobody has seen it. */
const GUESSED = /\b(?:may|might|could|would) (?:be|see|get|have)\b[^.]{0,60}$/i;

/** Somebody else has met it. */
const OF_OTHERS =
  /\b(?:colleagues?|co-?workers?|other (?:users|people|tenants|companies|customers)|somebody else|someone else)\b.{0,60}?\b(?:sees?|gets?|got|ha(?:s|ve|d)|with)\s{1,2}["“]?$|\b(?:unlike|other thread)\b.{0,60}$/i;

/** The documentation is quoted, or what somebody wrote somewhere. */
const DOCUMENTED =
  /\b(?:docs?|documentation|manual|readme|article|(?:the|a|this|another) (?:page|thread|post|blog|guide)|chatgpt|copilot)\b[^"“]{0,100}?\b(?:says?|said|states?|mentions?|lists?|describes?)\b[^"“]{0,40}["“]?$/i;

const SOLVED =
  /\b(?:i|we|they|it|that|this|which|one|error|issue|problem|admin|team)\b.{0,40}?\b(?:fixed|solved|resolved|sorted out|went away|(?:is|are|was|now) gone|disappeared|no longer (?:appears?|happens?|occurs?|comes?)|switched to|ignored?|skipped|not used)\b|(?:^|, |- |-> |\()(?:fixed|solved|resolved|ignored?|skipped|unrelated|not used)\b|\b(?:behoben|gelöst|erledigt|résolue?|corrigée?|resuelto|solucionado|resolvido|corrigido)\b|解決し|已解决|解决了|해결/i;
/** What was done about it, and that something else came then. */
const DONE =
  /^\s*(?:i |we )?(?:then |have )?(?:assigned|granted|added|rotated|renewed|registered|corrected|enabled|consented)\b[^.]{0,80}\.\s{1,3}(?:now|then)\b/i;
const NOT_SOLVED =
  /\b(?:how|not|never|cannot|should|must|until|unless|if|please)\b.{0,30}\b(?:fixed|solved|resolved|fix|solve)\b|\bto be (?:fixed|solved|resolved)\b|n't\b|\bstill\b/i;

/** The sentence is about an earlier time. */
const EARLIER =
  /^[\s>*-]{0,6}(?:update: )?(?:yesterday|before that|earlier|last (?:week|month|year|night|time)|previously|in the past|first(?:,| i| we| it)|at first|initially|originally|früher|gestern|zuerst|ayer|ontem)\b/i;
const BY_NOW = /\b(?:now|today|since then|meanwhile|then|after|afterwards|jetzt|inzwischen|ahora|agora|maintenant)\b/i;

/** The error is asked about, and not for help with it. */
const ASKED = /^[\s>*-]{0,6}(?:is|are|could|can|would|might|does|do|which|what does)\b.{0,400}\?$/i;
const FOR_HELP = /\b(?:help|anyone|anybody|someone|somebody|fix|solve|resolve|avoid|get rid|why)\b/i;

/** Something failed. */
const FAILURE =
  /(?<![\w.-])(?:4(?:0[0-9]|1\d|29)|5\d\d)(?![\w-])|AADSTS\d|\b(?:forbidden|unauthorized|interaction_required|access_denied|invalid_(?:grant|client|scope|request))\b/gi;

/** What tells a failure that is over, where another one comes behind it. */
const isOver = (sentence: string, before: string, behind: string, next: string): boolean => {
  const tells = (words: string): boolean => SOLVED.test(words) && !NOT_SOLVED.test(words);
  if (tells(behind) || tells(next.slice(0, 120)) || DONE.test(next)) return true;
  return EARLIER.test(sentence) && BY_NOW.test(`${behind} ${next}`) && !BY_NOW.test(before);
};

const isDoubted = (sentence: string, before: string): boolean =>
  [DENIED, GUESSED, OF_OTHERS, DOCUMENTED].some((words) => words.test(before)) ||
  (ASKED.test(sentence) && !FOR_HELP.test(sentence));

/** Errors that sentences name without having met them, or that they say to be over. */
const mentionsInProse = (text: string): readonly Mention[] => {
  const sentences = sentencesOf(text);
  return sentences.flatMap(({ from, words }, at) => {
    const next = sentences
      .slice(at + 1, at + 3)
      .map((one) => one.words.trim())
      .join(' ');
    return [...words.matchAll(MENTION)].flatMap(({ index, 0: named }): readonly Mention[] => {
      if (!isMention(named)) return [];
      const end = index + named.length;
      const behind = words.slice(end, end + NEAR);
      const before = words.slice(Math.max(0, index - NEAR), index);
      const turn = TURN.exec(behind)?.index ?? behind.length;
      const span = { from: from + index, to: from + end + turn };
      if (isDoubted(words, before)) return [{ ...span, isOver: false }];
      return isOver(words, before, behind, next) ? [{ ...span, isOver: true }] : [];
    });
  });
};

/**
 * The text without errors that it names and that did not happen to this call: those that are denied, asked about, quoted
 * from the documentation or from a program, and those that are over. It is left as it is where nothing else failed, since
 * then that error is all that there is to explain. Places stay the same.
 */
export const withoutSetAside = (text: string): string => {
  if (text.length > MOST_READ) return text;
  const mentions = [...mentionsInProse(text), ...mentionsInQuotes(text)];
  if (mentions.length === 0) return text;
  const last = [...blankOut(text, mentions).matchAll(FAILURE)].at(-1)?.index ?? -1;
  const set = mentions.filter(({ to, isOver }) => last >= (isOver ? to : 0));
  return blankOut(text, set);
};
