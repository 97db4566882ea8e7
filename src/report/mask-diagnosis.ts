import { isMicrosoftClient } from '../knowledge/microsoft-clients.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Secret } from '../model/secret.ts';
import { type MaskOptions, maskerOf } from '../redact/personal/mask.ts';
import { mapTexts } from './readable.ts';

/** What is to be masked in what is shown: by default personal data is, and ids are not. */
export type Masking = Partial<Pick<MaskOptions, 'personal' | 'ids'>>;

/** Facts that say what an id is. */
const ID_FACTS: Readonly<Record<string, string>> = {
  'call.workspace-id': 'workspace',
  'caller.tenant-id': 'tenant',
  'token.tid': 'tenant',
  'caller.app-id': 'client',
  'token.app-id': 'client',
  'entra.app-id': 'client',
  'caller.object-id': 'object',
  'token.oid': 'object',
  'response.request-id': 'request',
  'response.activity-id': 'activity',
  'entra.trace-id': 'trace',
  'entra.correlation-id': 'correlation',
};

/** Masks diagnoses of one run: the same person or id has the same pseudonym in all of them. */
export interface DiagnosisMasker {
  readonly diagnosis: (diagnosis: Diagnosis) => Diagnosis;
  readonly secret: (secret: Secret) => Secret;
  readonly text: (text: string) => string;
}

const GUID = /^[0-9a-f-]{36}$/i;

const MOST_REMEMBERED = 5000;

/** A function that remembers what it gave: the sentences of a thousand diagnoses are mostly the same. */
const remembering = (work: (text: string) => string) => {
  let known = new Map<string, string>();
  return {
    of: (text: string): string => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const given = work(text);
      if (known.size >= MOST_REMEMBERED) known = new Map();
      if (text.length < 1000) known.set(text, given);
      return given;
    },
    forget: (): void => known.clear(),
  };
};

/** A masker for everything that is shown or saved in one run. What was diagnosed stays as it is. */
export const diagnosisMasker = ({ personal = true, ids = false }: Masking = {}): DiagnosisMasker => {
  /** Roles have the same ids in every tenant. */
  const roles = new Set<string>();
  const { learn, learnId, mask } = maskerOf({
    personal,
    ids,
    isPublicId: (id) => isMicrosoftClient(id) || roles.has(id.toLowerCase()),
  });
  const masked = remembering(mask);
  const learnSecret = ({ claims = {} }: Secret): void => {
    for (const role of [claims['wids'] ?? []].flat()) roles.add(String(role).toLowerCase());
    if (learn(claims)) masked.forget();
  };
  const learnFacts = ({ facts }: Diagnosis): void => {
    for (const [path, kind] of Object.entries(ID_FACTS)) {
      const fact = facts[path];
      if (fact?.state === 'known' && GUID.test(String(fact.value))) learnId(String(fact.value), kind);
    }
  };
  return {
    diagnosis: (diagnosis) => {
      if (!personal && !ids) return diagnosis;
      for (const secret of diagnosis.secrets) learnSecret(secret);
      learnFacts(diagnosis);
      return mapTexts(diagnosis, masked.of);
    },
    secret: (secret) => {
      learnSecret(secret);
      return mapTexts(secret, masked.of);
    },
    text: mask,
  };
};

/**
 * A diagnosis without personal data, and with `ids` without ids too: what is fit to be shown to others. Pseudonyms such as
 * `person-1` stand in their place.
 */
export const maskDiagnosis = (diagnosis: Diagnosis, masking?: Masking): Diagnosis =>
  diagnosisMasker(masking).diagnosis(diagnosis);
