import type { Evidence } from '../model/evidence.ts';
import type { Block, PlacedBlocks, Rule, RuleBook, Sign, SignsOfWords } from '../model/rule.ts';
import { blocksOf } from './match.ts';

/** The fact that holds the words of a paste; a credential by itself has none. */
const WORDS = 'evidence.text';

const looksForWords = (block: Block): boolean => WORDS in block;

const KINDS = ['signs', 'counter-signs'] as const;

const mapSigns = (
  rule: Rule,
  change: (signs: readonly Sign[], kind: (typeof KINDS)[number]) => readonly Sign[],
): Rule => ({
  ...rule,
  ...Object.fromEntries(KINDS.flatMap((kind) => (rule[kind] ? [[kind, change(rule[kind], kind)]] : []))),
});

/** A sign without its blocks that look for words; nothing is left of one that has no others. */
const signWithoutWords = (sign: Sign): readonly Sign[] => {
  const blocks = blocksOf(sign.when);
  const kept = blocks.filter((block) => !looksForWords(block));
  if (kept.length === blocks.length) return [sign];
  return kept.length === 0 ? [] : [{ ...sign, when: kept }];
};

/** What `signWithoutWords` leaves out. */
const wordsOfSign = (sign: Sign): readonly (Sign | PlacedBlocks)[] => {
  const placed = blocksOf(sign.when).map((block, at) => [at, block] as const);
  const words = placed.filter(([, block]) => looksForWords(block));
  if (words.length === 0) return [];
  return words.length === placed.length ? [sign] : [words];
};

const inserted = <T>(items: readonly T[], placed: readonly (readonly [at: number, item: T])[]): readonly T[] => {
  const all = [...items];
  for (const [at, item] of placed) all.splice(at, 0, item);
  return all;
};

/** A rule without what looks for words in its signs. */
export const withoutWords = (rule: Rule): Rule => mapSigns(rule, (signs) => signs.flatMap(signWithoutWords));

/** What `withoutWords` leaves out of a rule. */
export const signsOfWords = (rule: Rule): SignsOfWords =>
  Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      (rule[kind] ?? []).flatMap((sign, at) => wordsOfSign(sign).map((words) => [at, words] as const)),
    ]),
  );

const isWhole = (words: Sign | PlacedBlocks): words is Sign => 'strength' in words;

/** The rule that was taken apart so. */
export const withWords = (rule: Rule, words: SignsOfWords | undefined): Rule =>
  mapSigns(rule, (signs, kind) => {
    const placed = words?.[kind] ?? [];
    const whole = inserted(
      signs,
      placed.flatMap(([at, one]) => (isWhole(one) ? [[at, one] as const] : [])),
    );
    const blocks = new Map(placed.flatMap(([at, one]) => (isWhole(one) ? [] : [[at, one] as const])));
    return whole.map((sign, at) => {
      const own = blocks.get(at);
      return own === undefined ? sign : { ...sign, when: inserted(blocksOf(sign.when), own) };
    });
  });

const wordless = new WeakMap<readonly Rule[], readonly Rule[]>();

/** Rules without what looks for words, made once. */
const wordlessOf = (rules: readonly Rule[]): readonly Rule[] => {
  const without = wordless.get(rules) ?? rules.map(withoutWords);
  wordless.set(rules, without);
  return without;
};

const isBook = (rules: readonly Rule[] | RuleBook): rules is RuleBook => !Array.isArray(rules);

/** The rules that count for a piece of evidence: without words in it, what looks for words is not even loaded. */
export const rulesFor = (rules: readonly Rule[] | RuleBook, evidence: Evidence): readonly Rule[] => {
  const hasWords = evidence.has(WORDS);
  if (isBook(rules)) return hasWords ? rules.all : rules.wordless;
  return hasWords ? rules : wordlessOf(rules);
};
