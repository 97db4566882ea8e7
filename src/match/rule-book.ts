import type { Evidence } from '../model/evidence.ts';
import type { Rule, RuleBook, Sign, SignsOfWords, When } from '../model/rule.ts';
import { blocksOf } from './match.ts';

/** The fact that holds the words of a paste; a credential by itself has none. */
const WORDS = 'evidence.text';

const looksForWords = (when: When): boolean => blocksOf(when).every((block) => WORDS in block);

const KINDS = ['signs', 'counter-signs'] as const;

const mapSigns = (
  rule: Rule,
  change: (signs: readonly Sign[], kind: (typeof KINDS)[number]) => readonly Sign[],
): Rule => ({
  ...rule,
  ...Object.fromEntries(KINDS.flatMap((kind) => (rule[kind] ? [[kind, change(rule[kind], kind)]] : []))),
});

/** A rule without its signs that look for words. */
export const withoutWords = (rule: Rule): Rule =>
  mapSigns(rule, (signs) => signs.filter(({ when }) => !looksForWords(when)));

/** What `withoutWords` leaves out of a rule. */
export const signsOfWords = (rule: Rule): SignsOfWords =>
  Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      (rule[kind] ?? []).flatMap((sign, at) => (looksForWords(sign.when) ? [[at, sign] as const] : [])),
    ]),
  );

/** The rule that was taken apart so. */
export const withWords = (rule: Rule, words: SignsOfWords | undefined): Rule =>
  mapSigns(rule, (signs, kind) => {
    const whole = [...signs];
    for (const [at, sign] of words?.[kind] ?? []) whole.splice(at, 0, sign);
    return whole;
  });

const wordless = new WeakMap<readonly Rule[], readonly Rule[]>();

/** Rules without their signs that look for words, made once. */
const wordlessOf = (rules: readonly Rule[]): readonly Rule[] => {
  const without = wordless.get(rules) ?? rules.map(withoutWords);
  wordless.set(rules, without);
  return without;
};

const isBook = (rules: readonly Rule[] | RuleBook): rules is RuleBook => !Array.isArray(rules);

/** The rules that count for a piece of evidence: without words in it, the signs that look for words are not even loaded. */
export const rulesFor = (rules: readonly Rule[] | RuleBook, evidence: Evidence): readonly Rule[] => {
  const hasWords = evidence.has(WORDS);
  if (isBook(rules)) return hasWords ? rules.all : rules.wordless;
  return hasWords ? rules : wordlessOf(rules);
};
