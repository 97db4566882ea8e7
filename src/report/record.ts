import { factSpec, isFactPath } from '../facts/catalog.ts';
import type { Diagnosis, Message } from '../model/diagnosis.ts';
import type { Origin } from '../model/evidence.ts';
import type { Secret } from '../model/secret.ts';
import { pseudonym } from '../redact/text/words.ts';
import type { Block, Row, Section } from './document.ts';
import { noticeText, placeInWords } from './footer.ts';
import { BODY_FILE, reproduction } from './reproduce.ts';
import { sectionOf } from './sections.ts';
import { type ClaimReading, readToken } from './token-reading.ts';
import { capital } from './words.ts';

const MESSAGE_WORDS: Readonly<Record<Message['is'], string>> = {
  'token-request': 'Request for the token',
  'token-answer': 'Answer of Entra ID',
  request: 'Request',
  answer: 'Answer',
};

/** A message as it would stand on the wire, without what is secret. */
const messageText = ({ is, start, headers, withheld, body }: Message): string => {
  const isAnswer = is === 'answer' || is === 'token-answer';
  const first = isAnswer ? `HTTP ${start}`.trim() : start;
  const rest = withheld.length === 0 ? [] : [`(${withheld.join(', ')}: not shown)`];
  const shown = body === '' ? '(empty body)' : body;
  return [
    first,
    ...headers.map(({ name, value }) => `${name}: ${value.replace(/\s+/g, ' ')}`),
    ...rest,
    ...(shown === undefined ? [] : ['', shown]),
  ].join('\n');
};

const messageBlocks = (message: Message): readonly Block[] => [
  { is: 'paragraph', text: MESSAGE_WORDS[message.is] },
  { is: 'code', language: 'http', text: messageText(message) },
];

/** What was sent and what came back, without secrets. */
export const messagesSection = ({ messages }: Diagnosis): readonly Section[] =>
  sectionOf('Request and answer', messages.flatMap(messageBlocks), true);

/** The requests as commands to run again. */
export const reproduceSection = ({ messages }: Diagnosis): readonly Section[] => {
  const commands = messages
    .filter(({ is }) => is === 'token-request' || is === 'request')
    .flatMap((message) => reproduction(message) ?? []);
  if (commands.length === 0) return [];
  const body = commands.some((each) => each.includes(BODY_FILE)) ? ` Write the body to ${BODY_FILE}.` : '';
  const text = `Set each variable first; secrets are in no report, so they are not here either.${body}`;
  return sectionOf(
    'Repeat the call',
    [
      { is: 'paragraph', text },
      { is: 'code', language: 'shell', text: commands.join('\n\n') },
    ],
    true,
  );
};

const claimRow = ({ name, value, says, means }: ClaimReading) => [
  { code: name },
  { code: value },
  [...says, means].join('. ').replace(/\.\. /g, '. '),
];

const MOST_TOKENS = 3;

const tokenSection = (secret: Secret, now: string): readonly Section[] => {
  const { words, summary, claims, header } = readToken(secret, now, 'UTC');
  return sectionOf(
    `${capital(words)} (secret-${secret.id}), claim by claim`,
    [
      { is: 'rows', rows: summary },
      { is: 'table', head: ['Claim', 'Value', 'What it says'], rows: [...claims, ...header].map(claimRow) },
    ],
    true,
  );
};

/** Every token that was read, explained without the token. */
export const tokenSections = ({ secrets, now }: Diagnosis): readonly Section[] =>
  secrets
    .filter(({ claims }) => claims !== undefined)
    .slice(0, MOST_TOKENS)
    .flatMap((secret) => tokenSection(secret, now));

const NO_SECRETS: readonly Secret['kind'][] = ['guid', 'object-name', 'empty'];

const isRedacted = ({ mask, kind }: Secret): boolean => mask === undefined && !NO_SECRETS.includes(kind);

const redactedRow = (secret: Secret): Row => ({
  label: pseudonym(secret).slice(1, -1),
  text: `stood in ${secret.fields.map((field) => (field === 'alone' ? 'the text' : field)).join(', ')}`,
});

/** What was taken out before anything else looked at the text: kind and length, never a value. */
export const redactedSection = ({ secrets }: Diagnosis): readonly Section[] => {
  const redacted = secrets.filter(isRedacted);
  return redacted.length === 0
    ? sectionOf('What was redacted', [{ is: 'paragraph', text: 'Nothing: the input held no secret.' }], true)
    : sectionOf(
        'What was redacted',
        [
          { is: 'paragraph', text: 'The values are nowhere in this report; the same name is the same value.' },
          { is: 'rows', rows: redacted.map(redactedRow) },
        ],
        true,
      );
};

/** What was recognised in the input, and what a person should know beside the answer. */
export const readSections = ({ recognised, notices }: Diagnosis): readonly Section[] => {
  const several = recognised.some(({ place }) => place.paste > 0);
  const read = recognised.map(({ what, place }) => `${what} (${placeInWords(place, several)})`);
  return [
    ...sectionOf('Please note', notices.length === 0 ? [] : [{ is: 'list', items: notices.map(noticeText) }]),
    ...sectionOf('What was read', read.length === 0 ? [] : [{ is: 'list', items: read }], true),
  ];
};

const rowsBy = ({ facts }: Diagnosis, by: Origin['by']): readonly Row[] =>
  Object.entries(facts).flatMap(([path, fact]): readonly Row[] =>
    fact.state === 'known' && fact.origin.by === by && isFactPath(path) && !factSpec(path).hidden
      ? [{ label: capital(factSpec(path).meaning), text: String(fact.value) }]
      : [],
  );

const rowsSection = (title: string, rows: readonly Row[]): readonly Section[] =>
  sectionOf(title, rows.length === 0 ? [] : [{ is: 'rows', rows }], true);

/** What else than the paste the diagnosis rests on: what the person said, and what live checks saw. */
export const answersSections = (diagnosis: Diagnosis): readonly Section[] => [
  ...rowsSection('What was answered', rowsBy(diagnosis, 'told')),
  ...rowsSection('Live checks done', rowsBy(diagnosis, 'looked')),
];
