import data from '../../rules/resemblance.json' with { type: 'json' };
import { valueOf } from '../facts/evidence.ts';
import type { Evidence, FactValue } from '../model/evidence.ts';

/** What of a text is looked at. Errors stand at its beginning or are short. */
const LONGEST_TEXT = 20_000;
/** Ids, and what people write over theirs: the numbers and letters in them are nobody's words. */
const ID = /[\da-fx]{8}-(?:[\da-fx]{4}-){3}[\da-fx]{12}/g;
/** What stands between spaces, quotes and brackets. */
const CHUNK = /[^\s"'<>()[\]{},;:=]+/g;
const RUN = /[\p{L}\p{N}_]+/gu;
/** A word, the name of a code such as `aadsts50011`, or the number of one: ids and random letters are neither. */
const WORD = /^(?:[\p{L}_]{2,30}\d{0,7}|\d{3,7})$/u;
/** The values of facts are few words; what is longer is an id or a text. */
const LONGEST_VALUE = 35;

/**
 * Words in the place of names: those that stand for persons in a session that is kept, so that it reads as before, and
 * those of examples.
 */
const STAND_INS: ReadonlySet<string> = new Set(
  'person mail phone ip contoso fabrikam northwind adventureworks acme example foo bar ada lovelace alice bob'.split(
    ' ',
  ),
);

/** What stands before a credential, which by itself says nothing of a call; most texts are told from it at once. */
const BEFORE_CREDENTIALS = /^(?:authorization|bearer|[\s:"'-])*$/;

/** The day on which it was learned what calls read like, and from how many. */
export const RESEMBLANCE_AS_OF = { asOf: data.asOf, examples: data.examples } as const;

const findWords = (text: string): ReadonlySet<string> => {
  const begin = text.slice(0, LONGEST_TEXT).replace(ID, ' ');
  const chunks = (begin.match(CHUNK) ?? []).filter((chunk) => !chunk.includes('@'));
  const runs = chunks.flatMap((chunk) => chunk.match(RUN) ?? []);
  return new Set(runs.filter((run) => WORD.test(run) && !STAND_INS.has(run)));
};

let last: { readonly text: string; readonly words: ReadonlySet<string> } = { text: '', words: new Set() };

/** The words of a text, each once. They are kept for the next time: each failing call of a paste has all of its words. */
export const wordsOf = (text: string): ReadonlySet<string> => {
  if (last.text !== text) last = { text, words: findWords(text) };
  return last.words;
};

const markOf = (path: string, value: FactValue): readonly string[] =>
  [value].flat().flatMap((one) => (String(one).length > LONGEST_VALUE ? [] : [`${path}=${one}`]));

/** What is known of a call, as marks that other calls may have too: facts with their values. */
const factMarks = (evidence: Evidence): readonly string[] =>
  [...evidence].flatMap(([path, fact]) =>
    fact.state === 'known' && path !== 'evidence.text' ? markOf(path, fact.value) : [],
  );

/** By what calls are compared: the words that were pasted, and what they were read to mean. */
export const marksOf = (evidence: Evidence): ReadonlySet<string> =>
  new Set([...wordsOf(valueOf(evidence, 'evidence.text') ?? ''), ...factMarks(evidence)]);

/** For a mark how rare it is, in tenths, then causes by their number, each with the weight that the mark lends it. */
type Row = readonly number[];

const TENTH = 0.1;

/** The rows by their marks: each is kept as its mark, a tab, and its numbers, and taken apart where it is needed. */
const ROWS: ReadonlyMap<string, string> = new Map(
  data.marks.map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]),
);

const takenApart = new Map<string, Row>();

const rowOf = (mark: string): Row | undefined => {
  const known = takenApart.get(mark);
  const text = known === undefined ? ROWS.get(mark) : undefined;
  if (text === undefined) return known;
  const row = text.split(' ').map(Number);
  takenApart.set(mark, row);
  return row;
};

/** What a row adds to each cause that it speaks of, in hundredths: whole numbers come to the same sum in any order. */
const shares = function* (row: Row): Generator<readonly [cause: number, hundredths: number]> {
  const [rarity = 0] = row;
  for (let at = 1; at < row.length; at += 2) yield [row[at] ?? 0, (row[at + 1] ?? 0) * rarity];
};

/** How long the list of marks is, by their rarity in tenths: a long text has no louder voice than a short one. */
const lengthOf = (rows: readonly Row[]): number =>
  Math.sqrt(rows.reduce((sum, [rarity = 0]) => sum + rarity * rarity, 0));

/** Scores of all causes as logarithms of how much more probable each is than one of many by chance. */
const againstChance = (scores: readonly number[]): readonly number[] => {
  const highest = Math.max(...scores);
  const whole = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0)) + highest;
  return scores.map((score) => score - whole + Math.log(scores.length));
};

/**
 * How much a call resembles those that failed for a cause: the natural logarithm of how much more probable the cause is
 * for calls that read like this one. Learned from cases whose cause is known (tools/resemblance.ts), a softmax
 * regression over marks, so it suggests and never proves. Empty where nothing but a credential was pasted.
 */
export const resemblances = (evidence: Evidence): ReadonlyMap<string, number> => {
  if (BEFORE_CREDENTIALS.test(valueOf(evidence, 'evidence.text') ?? '')) return new Map();
  const rows = [...marksOf(evidence)].flatMap((mark) => [rowOf(mark) ?? []]).filter(({ length }) => length > 0);
  const length = lengthOf(rows);
  // Marks that nearly every call has are not rare at all and tell nothing.
  if (length === 0) return new Map();
  const sums = data.usual.map(() => 0);
  for (const row of rows) for (const [cause, share] of shares(row)) sums[cause] = (sums[cause] ?? 0) + share;
  const scores = againstChance(sums.map((sum, cause) => TENTH * (sum / length + (data.usual[cause] ?? 0))));
  return new Map(data.causes.map((cause, at) => [cause, scores[at] ?? 0]));
};

/** How rare a word is that tells something to a reader, in tenths: not in every fifth text, and in more than a few. */
const TELLING = [15, 65] as const;
const isTelling = ([rarity = 0]: Row): boolean => rarity >= TELLING[0] && rarity <= TELLING[1];

/** The words of a call that make it resemble those of a cause, the most telling first. */
export const tellingWords = (evidence: Evidence, cause: string, most: number): readonly string[] => {
  const number = data.causes.indexOf(cause);
  return [...wordsOf(valueOf(evidence, 'evidence.text') ?? '')]
    .flatMap((word) => {
      const row = rowOf(word) ?? [];
      const share = isTelling(row) ? ([...shares(row)].find(([one]) => one === number)?.[1] ?? 0) : 0;
      return share > 0 ? [{ word, share }] : [];
    })
    .sort((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
};
