import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Answers } from '../../src/model/diagnosis.ts';
import type { Paste } from '../../src/model/paste.ts';
import type { Json, JsonObject } from '../../src/model/secret.ts';

/** What a case expects of the diagnosis. */
export interface Expectation {
  readonly cause?: string;
  readonly acceptable?: readonly string[];
  readonly 'ruled-out'?: readonly string[];
  readonly asks?: string;
  readonly unexplained?: boolean;
}

export type Decidable = 'from-paste' | 'with-question' | 'with-live-check';

/** One failing call of the field or of the fixtures: what the person had, and what the cause was. */
export interface Case {
  /** The file name without its endings, and the folder for fixtures. */
  readonly id: string;
  readonly file: string;
  readonly now: string;
  readonly pastes: readonly Paste[];
  /** Answers given by hand, and those that follow from `identity`. */
  readonly answers: Answers;
  readonly identity: Answers;
  readonly decidable?: Decidable;
  readonly expect: Expectation;
  readonly knownGap?: string;
}

interface Head {
  readonly now?: string | Date;
  readonly tokens?: Readonly<Record<string, JsonObject>>;
  readonly identity?: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly decidable?: Decidable;
  readonly paste?: string | readonly string[];
  readonly expect?: Expectation;
  readonly 'known-gap'?: string;
}

/** The time of a case that names none. */
const DEFAULT_NOW = '2026-03-01T12:00:00Z';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const TIMES = ['exp', 'nbf', 'iat'] as const;

const secondsOf = (value: Json, now: number): Json => {
  const relative = typeof value === 'string' ? /^([+-]\d+)([smhd])$/.exec(value) : null;
  return relative ? now + Number(relative[1]) * (SECONDS[relative[2] ?? 's'] ?? 1) : value;
};

const encode = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Builds a token from claims: no encoded token is ever committed. The signature is not one. */
const buildToken = (claims: JsonObject, nowIso: string): string => {
  const now = Math.floor(Date.parse(nowIso) / 1000);
  const defaults = { iat: now - 300, nbf: now - 300, exp: now + 3600 };
  const times = Object.fromEntries(TIMES.map((name) => [name, secondsOf(claims[name] ?? defaults[name], now)]));
  const head = { typ: 'JWT', alg: 'RS256', kid: 'fixture-key' };
  return `${encode(head)}.${encode({ ...claims, ...times })}.${'s'.repeat(342)}`;
};

/** Each fenced block is one paste. A fence is closed by one at least as long. */
const fencedBlocks = (body: string): readonly string[] => {
  const blocks: string[] = [];
  let fence = '';
  let lines: string[] = [];
  for (const line of body.split('\n')) {
    const mark = /^(`{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') {
      fence = mark;
      lines = [];
    } else if (mark.length >= fence.length && line.trim() === mark) {
      blocks.push(lines.join('\n'));
      fence = '';
    } else lines.push(line);
  }
  return blocks;
};

const IDENTITIES: Readonly<Record<string, Answers>> = {
  user: { 'caller.kind': 'user' },
  'service-principal': { 'caller.kind': 'service-principal' },
  'managed-identity': { 'caller.kind': 'managed-identity' },
  guest: { 'caller.kind': 'user', 'caller.guest': 'true' },
};

const textAnswers = (answers: Head['answers']): Answers =>
  Object.fromEntries(Object.entries(answers ?? {}).map(([path, value]) => [path, [value].flat().join(' ')]));

/** Reads a case file. */
const readCase = (file: string, root = dirname(file)): Case => parseCase(readFileSync(file, 'utf8'), file, root);

/** Reads the text of a case: front matter, a sentence, one fenced block a paste. */
export const parseCase = (written: string, file: string, root = dirname(file)): Case => {
  const text = written.replaceAll('\r\n', '\n');
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const head = parse(front) as Head;
  const now = head.now instanceof Date ? head.now.toISOString() : (head.now ?? DEFAULT_NOW);
  const files = [head.paste ?? []].flat().map((name) => readFileSync(join(dirname(file), name), 'utf8'));
  const withTokens = (paste: string): string =>
    paste.replace(/<token:([\w-]+)>/g, (whole, name: string) => {
      const claims = head.tokens?.[name];
      return claims ? buildToken(claims, now) : whole;
    });
  const folder = dirname(file) === root ? '' : `${basename(dirname(file))}/`;
  return {
    id: `${folder}${basename(file, '.case.md')}`,
    file,
    now,
    pastes: [...fencedBlocks(body), ...files].map((paste) => ({ text: withTokens(paste) })),
    answers: textAnswers(head.answers),
    identity: IDENTITIES[head.identity ?? ''] ?? {},
    ...(head.decidable && { decidable: head.decidable }),
    expect: head.expect ?? {},
    ...(head['known-gap'] && { knownGap: head['known-gap'] }),
  };
};

/** Every case below a folder, in the order of the file names. */
export const readCases = (folder: string): readonly Case[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.case.md'))
    .sort()
    .map((name) => readCase(join(folder, name), folder));
