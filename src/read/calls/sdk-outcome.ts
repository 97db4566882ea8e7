import type { Found } from '../text/text.ts';

type Place = Pick<Found, 'from'>;

/** The comment that ends the line of a call, or stands alone right below it. */
const COMMENT = /^[^\n]{0,400}?(?<!:)\/\/([^\n]{0,200})/;
const COMMENT_BELOW = /^[^\n]{0,400}\n[ \t]{0,60}\/\/([^\n]{0,200})/;

const FAILS =
  /HttpOperationException|Operation returned an invalid st|\b(?:throws?|threw|fails?|failed|failing|refused|denied|forbidden|unauthori[sz]ed|40[0-9]|500)\b|\b(?:does not|doesn't) work\b/i;
const WORKS =
  /\b(?:fine|ok|okay|works?|worked|working|succeeds?|succeeded|success|good|passes|passed|20[0-4])\b|^[^\w\n]{0,10}[✓✔✅]/i;
/** What takes a success back, or leaves it open. */
const DOUBT =
  /\b(?:not|never|should|must|would|if|only|until|when|expect(?:ed|s)?|todo|check|make sure|hope|before|in|on|as|with(?! (?:the )?same)|under|locally|yesterday|earlier|sometimes|for (?:my|me|a|the))\b|n't\b|\?/i;

/** What a comment on a call says came of it; one below it may be that of the whole code. */
export const outcomeNoted = (text: string, { from }: Place): 'works' | 'fails' | 'fails-below' | undefined => {
  const behind = text.slice(from, from + 800);
  const said = (COMMENT.exec(behind)?.[1] ?? '').trim();
  const below = (COMMENT_BELOW.exec(behind)?.[1] ?? '').trim();
  if (FAILS.test(said)) return 'fails';
  if (WORKS.test(said)) return DOUBT.test(said) ? undefined : 'works';
  return FAILS.test(below) ? 'fails-below' : undefined;
};

/** The calls among several that failed: those that a comment says so of, else those of which none says that they work. */
export const notedToFail = <T extends Place>(text: string, calls: readonly T[]): readonly T[] => {
  const noted = calls.map((call) => ({ call, outcome: outcomeNoted(text, call) }));
  const of = (wanted: string) => noted.filter(({ outcome }) => outcome === wanted);
  const rest = noted.filter(({ outcome }) => outcome !== 'works');
  const left = [of('fails'), of('fails-below'), rest].find((some) => some.length > 0) ?? [];
  return left.map(({ call }) => call);
};
