import type { Answers, Diagnosis } from '../model/diagnosis.ts';
import { type Json, type JsonObject, type Secret, sealPattern } from '../model/secret.ts';
import { neutralise } from '../redact/neutralise.ts';
import type { Sealed } from '../redact/seal.ts';
import { pseudonym } from '../redact/text/words.ts';
import { fenced } from './markdown-text.ts';
import { diagnosisMasker } from './mask-diagnosis.ts';

/** What a case is written from: the sealed pastes of one failing call, what was answered, and what came of it. */
export interface CaseSource {
  readonly sealed: Sealed;
  readonly answers: Answers;
  readonly diagnosis: Diagnosis;
  readonly includePersonal?: boolean;
  readonly maskIds?: boolean;
}

const TIMES: readonly string[] = ['exp', 'nbf', 'iat'];
const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
] as const;

/** A time of a token against the time of the case, such as `+30m`. */
const relative = (value: Json, now: number): Json => {
  if (typeof value !== 'number') return value;
  const seconds = Math.round(value - now);
  const [unit, size] = UNITS.find(([, size]) => seconds % size === 0) ?? ['s', 1];
  return `${seconds < 0 ? '' : '+'}${seconds / size}${unit}`;
};

const withRelativeTimes = (claims: JsonObject, now: number): JsonObject =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, TIMES.includes(name) ? relative(value, now) : value]),
  );

/** A token of which all is known but its signature can be built again from its claims. */
const isRebuildable = ({ claims, integrity, mask }: Secret): boolean =>
  claims !== undefined && integrity === 'whole' && mask === undefined;

/** What is no secret in itself, in a form that is read as the same again. */
const SAME_FOR_ALL: Partial<Readonly<Record<Secret['kind'], string>>> = {
  guid: '00000000-0000-4000-8000-000000000000',
  'object-name': '[object Object]',
  empty: '',
};

/** What stands for a secret in the text of a case. */
const standIn = (secret: Secret): string => {
  if (isRebuildable(secret)) return `<token:t${secret.id}>`;
  return (secret.mask === undefined ? SAME_FOR_ALL[secret.kind] : undefined) ?? pseudonym(secret);
};

/** The border sets blanks around escaped line breaks, and would set them again. */
const withoutSpacedBreaks = (text: string): string => text.replaceAll(' \\r\\n ', '\\r\\n');

const expectation = ({ conclusion, findings }: Diagnosis): JsonObject => {
  const first = findings.find(({ verdict }) => verdict !== 'ruled-out');
  const isUnexplained = conclusion.is === 'unexplained';
  return isUnexplained || first === undefined ? { unexplained: true } : { cause: first.cause };
};

/** Front matter is YAML, of which JSON is a part. */
const field = (name: string, value: Json): string => `${name}: ${JSON.stringify(value)}`;

/**
 * A failure as a case: tokens as claims, other secrets as what they are, personal data masked, and the first cause as
 * the expected one, for a person to confirm or correct. Read back it gives the same diagnosis.
 */
export const caseReport = ({ sealed, answers, diagnosis, ...options }: CaseSource): string => {
  const { includePersonal = false, maskIds = false } = options;
  const masker = diagnosisMasker({ personal: !includePersonal, ids: maskIds });
  const { call } = masker.diagnosis(diagnosis);
  const now = Math.floor(Date.parse(diagnosis.now) / 1000);
  const secrets = sealed.secrets.map(masker.secret);
  const tokens = secrets.filter(isRebuildable).map(({ id, claims = {} }) => [`t${id}`, withRelativeTimes(claims, now)]);
  const byId = new Map(secrets.map((secret) => [String(secret.id), secret]));
  const written = (text: string): string =>
    neutralise(
      masker.text(withoutSpacedBreaks(text)).replace(sealPattern(), (whole, id: string) => {
        const secret = byId.get(id);
        return secret === undefined ? whole : standIn(secret);
      }),
    );
  const head = [
    field('now', diagnosis.now),
    ...(tokens.length === 0 ? [] : [field('tokens', Object.fromEntries(tokens))]),
    ...(Object.keys(answers).length === 0 ? [] : [field('answers', answers)]),
    field('expect', expectation(diagnosis)),
  ];
  const blocks = sealed.texts.map((text) => fenced(written(text), 'text').join('\n'));
  return `---\n${head.join('\n')}\n---\n${neutralise(call)}\n\n${blocks.join('\n\n')}\n`;
};
