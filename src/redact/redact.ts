import { seal, sealPattern } from '../model/secret.ts';
import { cutOf } from './cut.ts';
import { onlySecrets } from './only-secrets.ts';
import { type Count, maskerOf } from './personal/mask.ts';
import { cleanText } from './prepare/prepare.ts';
import { withoutTraceDump } from './prepare/trace-dump.ts';
import { registerOf } from './register.ts';
import { sealText } from './seal.ts';
import { readClaimsRequest } from './text/claims-request.ts';
import type { Found } from './text/found.ts';
import { plainPseudonym } from './text/pseudonym.ts';
import { NOUNS } from './text/words.ts';

/** What may stay in redacted text, and what goes beside secrets. */
export interface RedactOptions {
  /** Keep names, mail addresses, IP addresses, phone numbers and user names in paths. */
  readonly includePersonal?: boolean;
  /** Replace ids too: tenants, clients, workspaces, requests and all others that are GUIDs. */
  readonly maskIds?: boolean;
}

/** A text without secrets, and what was replaced in it. */
export interface Redacted {
  readonly text: string;
  readonly replaced: readonly Count[];
}

/** Redacts a stream: texts go in as they come, and come out as soon as nothing that follows can change them. */
export interface Redactor {
  readonly push: (text: string) => string;
  readonly end: () => string;
  /** What was replaced so far, by kind. */
  readonly replaced: () => readonly Count[];
}

/** So much of a text waits at most before a part of it is cut off. */
const WINDOW = 512 * 1024;
/** So much waits for an entry of a recording to end. */
const MOST = 8 * 1024 * 1024;
const HOLD = 32 * 1024;
const BREAK = /[\s"',;<>\\]/;

/** Redacts one part of a text, with the memory of the parts before. */
const partRedactor = ({ includePersonal = false, maskIds = false }: RedactOptions) => {
  const register = registerOf();
  const masker = maskerOf({ personal: !includePersonal, ids: maskIds });
  const names = new Map<string, string>();
  const kinds = new Map<string, Count>();
  let learned = 0;

  const learn = (): void => {
    for (let secret = register.secretOf(learned + 1); secret; secret = register.secretOf(learned + 1)) {
      learned += 1;
      if (secret.claims) masker.learn(secret.claims);
      names.set(seal(secret.id), plainPseudonym(secret));
      const kind = NOUNS[secret.kind];
      const { values = 0, places = 0 } = kinds.get(kind) ?? {};
      kinds.set(kind, { kind, values: values + 1, places });
    }
  };

  const named = (mark: string, id: string): string => {
    const kind = NOUNS[register.secretOf(Number(id))?.kind ?? 'other'];
    const { values = 0, places = 0 } = kinds.get(kind) ?? {};
    kinds.set(kind, { kind, values, places: places + 1 });
    return names.get(mark) ?? mark;
  };

  /** A claims challenge stays, unless it names an address or id that may not. */
  const isPublic = ({ value }: Found): boolean => {
    const asked = JSON.stringify(readClaimsRequest(value));
    return asked !== undefined && masker.mask(asked) === asked;
  };

  const redactPart = (text: string): string => {
    const sealed = sealText(withoutTraceDump(cleanText(text)), register, (found, whole) =>
      onlySecrets(found, whole).filter((secret) => !isPublic(secret)),
    );
    learn();
    const masked = masker.mask(sealed).replace(sealPattern(), named);
    return text.includes('\r\n') ? masked.replace(/\n/g, '\r\n') : masked;
  };
  return { redactPart, replaced: () => [...kinds.values(), ...masker.counts()].filter(({ places }) => places > 0) };
};

/** A redactor for texts of any size. It keeps some megabytes at most. */
export const redactor = (options: RedactOptions = {}): Redactor => {
  const { redactPart, replaced } = partRedactor(options);
  let waiting = '';
  /** Characters of a run without any break that is too long to be looked at, and is left out. */
  let dropped = 0;

  const afterDropped = (text: string): string => {
    if (dropped === 0) return text;
    const end = text.search(BREAK);
    dropped += end < 0 ? text.length : end;
    return end < 0 ? '' : text.slice(end);
  };

  const noteOfDropped = (isOver: boolean): string => {
    if (dropped === 0 || !isOver) return '';
    const note = `removed_${dropped}-characters`;
    dropped = 0;
    return note;
  };

  const push = (text: string): string => {
    const rest = afterDropped(text);
    let out = noteOfDropped(rest !== '');
    waiting += rest;
    while (waiting.length > WINDOW) {
      const isUrgent = waiting.length > MOST;
      const cut = cutOf(waiting, HOLD, isUrgent);
      if (cut !== undefined) {
        out += redactPart(waiting.slice(0, cut));
        waiting = waiting.slice(cut);
      } else if (isUrgent) {
        const from = waiting.search(/(?<![^\s"',;<>\\])[^\s"',;<>\\]*$/);
        out += redactPart(waiting.slice(0, from));
        dropped = waiting.length - from;
        waiting = '';
      } else break;
    }
    return out;
  };
  const end = (): string => {
    const rest = waiting;
    waiting = '';
    return noteOfDropped(true) + redactPart(rest);
  };
  return { push, end, replaced };
};

/**
 * The text without secrets and personal data. Its form stays: a HAR stays a HAR, JSON stays JSON, a command stays one. What
 * was redacted before stays as it is.
 *
 * @throws RedactionError when a secret cannot be taken out for certain.
 */
export const redact = (text: string, options: RedactOptions = {}): Redacted => {
  const { push, end, replaced } = redactor(options);
  const redacted = push(text) + end();
  return { text: redacted, replaced: replaced() };
};
