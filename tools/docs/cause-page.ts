import type { Gate, Rule, Strength } from '../../src/model/rule.ts';
import { allReasonsInWords } from '../../src/report/cause.ts';
import type { Block, Row, Section } from '../../src/report/document.ts';
import { generalFinding } from '../../src/report/general-finding.ts';
import { sectionLines } from '../../src/report/markdown.ts';
import { inline } from '../../src/report/markdown-text.ts';
import { fixSection, sectionOf, sourcesSection, whySection } from '../../src/report/sections.ts';
import { STRENGTH_WORDS } from '../../src/report/words.ts';
import { detailOf, type KnownCodes } from './known-codes.ts';
import { headersOf, type Symptom, type SymptomKind, symptomsOf } from './symptoms.ts';

const code = (text: string): string => `\`${text}\``;

/** Nobody reads more words than that to recognise a message; the rule has them all. */
const MOST_TEXTS = 30;

const listed = (values: readonly string[]): string => {
  const all = [...new Set(values)];
  const more = all.length - MOST_TEXTS;
  return `${all.slice(0, MOST_TEXTS).map(code).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const tagged = (strength: Strength): { tag?: string } =>
  strength === 'weak' ? { tag: STRENGTH_WORDS.weak.toLowerCase() } : {};

const entraRows = (symptoms: readonly Symptom[], codes: KnownCodes): readonly Row[] =>
  symptoms.map(({ value, strength }) => {
    const known = codes.entra.get(`AADSTS${value}`);
    return { label: known?.title ?? `AADSTS${value}`, ...tagged(strength), text: known?.means ?? '' };
  });

const serviceRows = (symptoms: readonly Symptom[], codes: KnownCodes): readonly Row[] =>
  symptoms.map(({ value, strength }) => {
    const known = codes.service.get(value);
    const text = known === undefined || known.basis.includes('rules') ? '' : known.means;
    return { label: value, ...tagged(strength), text };
  });

const headers = (rule: Rule, codes: KnownCodes): readonly string[] => {
  const own = symptomsOf(rule, 'service-code').filter(({ strength }) => strength !== 'weak');
  const carried = own.flatMap(({ value }) => {
    const known = codes.service.get(value);
    return known === undefined ? [] : detailOf(known, 'Header').split(', ');
  });
  return [...headersOf(rule), ...carried.filter((name) => name !== '')];
};

const rowsUnder = (title: string, rows: readonly Row[]): readonly Block[] =>
  rows.length === 0 ? [] : [{ is: 'sides', sides: [{ title, rows, otherwise: '' }] }];

const wordsRow = (label: string, values: readonly string[]): readonly Row[] =>
  values.length === 0 ? [] : [{ label, text: listed(values) }];

/** Everything by which a person can recognise the cause, in the order in which people look. */
const seenSection = (rule: Rule, codes: KnownCodes): readonly Section[] => {
  const valuesOf = (kind: SymptomKind): readonly string[] => symptomsOf(rule, kind).map(({ value }) => value);
  const texts = symptomsOf(rule, 'message');
  const short = [
    ...wordsRow('HTTP status', [...valuesOf('status')].sort()),
    ...wordsRow('OAuth error', valuesOf('oauth-error')),
    ...wordsRow('Header of the answer', headers(rule, codes)),
  ];
  const words = [
    ...wordsRow(
      'Text',
      texts.filter(({ strength }) => strength !== 'weak').map(({ value }) => value),
    ),
    ...wordsRow(
      'Text that comes with other causes too',
      texts.filter(({ strength }) => strength === 'weak').map(({ value }) => value),
    ),
  ];
  return sectionOf('What you see', [
    { is: 'paragraph', text: 'Any of these, mostly several together; the signs further down say what each is worth.' },
    ...(short.length === 0 ? [] : [{ is: 'rows', rows: short } as const]),
    ...rowsUnder('Error of Entra ID', entraRows(symptomsOf(rule, 'entra-code'), codes)),
    ...rowsUnder('Error code of the API', serviceRows(symptomsOf(rule, 'service-code'), codes)),
    ...rowsUnder('In the message, the log or the code (letter case does not count)', words),
  ]);
};

const REQUEST = 'Scope, parameters and a script for every flow: [the token request done right](../recipes.md).';
const ACCESS = 'Every way with its requests, and the check that proves it: [how access is given](../access.md).';

const mistakenLines = ({ 'mistaken-for': others = [] }: Rule, rules: readonly Rule[]): readonly string[] => {
  const links = others.map((id) => `- [${inline(rules.find((rule) => rule.id === id)?.title ?? id)}](${id}.md)`);
  return links.length === 0 ? [] : ['## Easily mistaken for', '', ...links, ''];
};

/** Where the right request, or the access, is shown in full. */
const IN_FULL: Readonly<Partial<Record<Gate, string>>> = {
  'sign-in': REQUEST,
  'token-request': REQUEST,
  credential: REQUEST,
  token: REQUEST,
  audience: REQUEST,
  'tenant-setting': ACCESS,
  permission: ACCESS,
  workspace: ACCESS,
  item: ACCESS,
};

const inFull = ({ gate }: Rule): readonly string[] => {
  const words = IN_FULL[gate];
  return words === undefined ? [] : [words, ''];
};

const spaced = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap((section) => [...sectionLines(section, 2), '']);

/** The page of one cause, in the words of the reports. */
export const causePage = (rule: Rule, rules: readonly Rule[], codes: KnownCodes): string => {
  const finding = generalFinding(rule);
  return [
    `# ${inline(rule.title)}`,
    '',
    `Cause \`${rule.id}\`, ${rule.likelihood}, found at the gate [${rule.gate}](../symptoms.md#${rule.gate}).`,
    'Whether it is yours: [`fabric-auth-doctor check`](../../README.md) reads the failing call as you have it, offline, and says how sure it is.',
    '',
    ...spaced(seenSection(rule, codes)),
    ...spaced(whySection(finding, allReasonsInWords)),
    ...spaced(fixSection(finding, { facts: {} })),
    ...inFull(rule),
    ...mistakenLines(rule, rules),
    ...spaced(sourcesSection(finding)),
    `Generated by \`npm run generate\` from [the rule](../../rules/${rule.gate}/${rule.id}.yaml).`,
    '',
  ].join('\n');
};
