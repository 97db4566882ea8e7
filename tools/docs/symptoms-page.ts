import type { Explanation } from '../../src/knowledge/explain-model.ts';
import { GATES, type Rule } from '../../src/model/rule.ts';
import { inline, inlineCode } from '../../src/report/markdown-text.ts';
import { capital } from '../../src/report/words.ts';
import { detailOf, type KnownCodes } from './known-codes.ts';
import { table } from './markdown.ts';
import { headersOf, isMessage, symptomsOf } from './symptoms.ts';

type Cells = readonly string[];

const link = (id: string): string => `[${id}](causes/${id}.md)`;

const links = (ids: readonly string[]): string => ids.map(link).join(', ');

const MOST_RIVALS = 8;

/** The causes that a code leads to, as `explain` gives them: those it points at, then those it speaks for weakly. */
const causesCells = ({ causes }: Explanation): Cells => {
  const of = (weight: string): readonly string[] =>
    causes.filter((hint) => hint.weight === weight).map(({ cause }) => cause);
  const rivals = of('rival');
  const left = rivals.length - MOST_RIVALS;
  return [links(of('first-suspect')), links(rivals.slice(0, MOST_RIVALS)) + (left > 0 ? ` and ${left} more` : '')];
};

/** Tables of one head, each under the words by which its rows are alike. */
const groups = <T>(
  all: readonly T[],
  wordsOf: (one: T) => string,
  head: Cells,
  rowOf: (one: T) => Cells,
): readonly string[] =>
  [...new Set(all.map(wordsOf))].flatMap((words) => [
    `### ${inline(capital(words))}`,
    '',
    ...table(head, all.filter((one) => wordsOf(one) === words).map(rowOf)),
  ]);

const withCauses = (codes: ReadonlyMap<string, Explanation>): readonly Explanation[] =>
  [...codes.values()].filter(({ causes }) => causes.length > 0);

const statusLines = (rules: readonly Rule[]): readonly string[] => {
  const seen = rules.flatMap((rule) => symptomsOf(rule, 'status').map(({ value }) => ({ value, rule })));
  const statuses = [...new Set(seen.map(({ value }) => value))].sort();
  const row = (value: string, common: boolean): string =>
    links(
      seen
        .filter((one) => one.value === value && (one.rule.likelihood === 'common') === common)
        .map(({ rule }) => rule.id),
    );
  return [
    '## HTTP status',
    '',
    'A status alone proves nothing: Power BI answers 403 for a bad token and 401 for a caller without access, Fabric the other way round. Common causes come first.',
    '',
    ...table(
      ['status', 'common', 'less common'],
      statuses.map((value) => [value, row(value, true), row(value, false)]),
    ),
  ];
};

const byId = (a: Explanation, b: Explanation): number => (a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1);

const entraLines = ({ entra }: KnownCodes): readonly string[] => {
  const led = withCauses(entra);
  return [
    '## Error code of Entra ID',
    '',
    `Entra ID gave no token, so no API was called yet. ${entra.size - led.length} further codes belong to no cause here; \`fabric-auth-doctor explain AADSTS50034\` tells what each of them means.`,
    '',
    ...groups(
      led,
      (one) => `Comes up in ${detailOf(one, 'Comes up in')}`,
      ['code', 'means', 'points at', 'also comes with'],
      (one) => [inline(one.title), inline(one.means), ...causesCells(one)],
    ),
  ];
};

const serviceLines = ({ service }: KnownCodes): readonly string[] => {
  const sideOf = (one: Explanation): string => {
    const side = detailOf(one, 'Points at');
    return side === '' ? 'Codes that only the rules know' : `Points at ${side}`;
  };
  const means = (one: Explanation): string => (one.basis.includes('rules') ? '' : inline(one.means));
  return [
    '## Error code or message of the API',
    '',
    'From `errorCode` or `error.code` in the body, or from one of the headers below.',
    '',
    ...groups(
      [...withCauses(service)].sort(byId).sort((a, b) => sideOf(b).localeCompare(sideOf(a), 'en')),
      sideOf,
      ['code', 'status', 'means', 'points at', 'also comes with'],
      (one) => [inlineCode(one.id), detailOf(one, 'Seen with status'), means(one), ...causesCells(one)],
    ),
  ];
};

const oauthLines = (rules: readonly Rule[]): readonly string[] => {
  const seen = rules.flatMap((rule) => symptomsOf(rule, 'oauth-error').map(({ value }) => ({ value, id: rule.id })));
  const errors = [...new Set(seen.map(({ value }) => value))].sort();
  return [
    '## OAuth error',
    '',
    'From `error` or `suberror` in the answer of the token endpoint. The code AADSTS in its description says more.',
    '',
    ...table(
      ['error', 'causes'],
      errors.map((value) => [inlineCode(value), links(seen.filter((one) => one.value === value).map(({ id }) => id))]),
    ),
  ];
};

const headerLines = (rules: readonly Rule[], { service }: KnownCodes): readonly string[] => {
  const carried = withCauses(service).flatMap((one) =>
    detailOf(one, 'Header')
      .split(', ')
      .filter((name) => name !== '')
      .map((name) => ({ name, value: inlineCode(one.id), ids: causesCells(one)[0] ?? '' })),
  );
  const own = rules.flatMap((rule) =>
    headersOf(rule).map((name) => ({ name, value: 'whatever it says', ids: link(rule.id) })),
  );
  const all = [...carried, ...own].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return [
    '## Header of the answer',
    '',
    ...table(
      ['header', 'value', 'points at'],
      all.map(({ name, value, ids }) => [inlineCode(name), value, ids]),
    ),
  ];
};

const MOST_MESSAGES = 6;

const messageCells = (rule: Rule): Cells => {
  const texts = symptomsOf(rule, 'message').filter(isMessage);
  const left = texts.length - MOST_MESSAGES;
  const shown = texts.slice(0, MOST_MESSAGES).map(({ value }) => inlineCode(value));
  const more = left > 0 ? [`[and ${left} more](causes/${rule.id}.md#what-you-see)`] : [];
  return [`[${inline(rule.title)}](causes/${rule.id}.md)`, [...shown, ...more].join(', ')];
};

const causeLines = (rules: readonly Rule[]): readonly string[] => [
  '## Causes and the texts that point at them',
  '',
  'Each gate stands where the services check it; a call passes them in this order. Letter case does not count in the texts.',
  '',
  ...GATES.flatMap((gate) => [
    `### ${gate}`,
    '',
    ...table(
      ['cause', 'text in the message, the log or the code'],
      rules.filter((rule) => rule.gate === gate).map(messageCells),
    ),
  ]),
];

/** The index that leads from what a person sees to the pages of the causes. */
export const symptomsPage = (rules: readonly Rule[], codes: KnownCodes): string =>
  [
    '# Symptoms',
    '',
    'What a failing call to Microsoft Fabric, Power BI or Entra ID shows, and the causes that it points at. One symptom mostly has several causes: `fabric-auth-doctor check` holds all that you have against all of them.',
    '',
    '[HTTP status](#http-status) · [Error code of Entra ID](#error-code-of-entra-id) · [Error code or message of the API](#error-code-or-message-of-the-api) · [OAuth error](#oauth-error) · [Header of the answer](#header-of-the-answer) · [Causes and the texts that point at them](#causes-and-the-texts-that-point-at-them)',
    '',
    ...statusLines(rules),
    ...entraLines(codes),
    ...serviceLines(codes),
    ...oauthLines(rules),
    ...headerLines(rules, codes),
    ...causeLines(rules),
    'This page is generated by `npm run generate` from the rules and the knowledge.',
    '',
  ].join('\n');
