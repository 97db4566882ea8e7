import type { GateState, Verdict } from '../model/diagnosis.ts';
import type { Cost, Who } from '../model/fact.ts';
import type { Strength } from '../model/rule.ts';
import type { CredentialKind } from '../model/secret.ts';

/** Who acts, as it is put to a person. */
export const WHO_WORDS: Readonly<Record<Who, string>> = {
  caller: 'You (the caller)',
  'app-owner': 'Owner of the app registration',
  'workspace-admin': 'Workspace admin',
  'fabric-admin': 'Fabric administrator',
  'entra-admin': 'Entra administrator',
  'capacity-admin': 'Capacity admin',
  nobody: 'Nobody: wait, or report it to Microsoft',
};

/** The state of a gate in words. */
export const STATE_WORDS: Readonly<Record<GateState['state'], string>> = {
  passed: 'passed',
  failed: 'failed',
  unknown: 'unknown',
  'not-reached': 'not reached',
};

/** How sure we are, in one word. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  confirmed: 'confirmed',
  likely: 'likely',
  possible: 'possible',
  silent: 'nothing points to it',
  'ruled-out': 'ruled out',
};

/** What a reason is worth. */
export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  conclusive: 'Proof',
  strong: 'Strong sign',
  weak: 'Weak sign',
};

/** What it costs to find an answer. */
export const COST_WORDS: Readonly<Record<Cost, string>> = {
  know: 'you know it',
  'look-up': 'look it up',
  command: 'run a command',
  'ask-admin': 'ask an admin',
  wait: 'wait',
};

/** Kinds of credential in words. */
export const CREDENTIAL_WORDS: Readonly<Record<CredentialKind, string>> = {
  'access-token': 'access token',
  'id-token': 'id token',
  'refresh-token': 'refresh token',
  'authorization-code': 'authorization code',
  'embed-token': 'embed token',
  'encrypted-token': 'encrypted token',
  'personal-token': 'personal access token',
  'client-secret': 'client secret',
  assertion: 'assertion',
  'device-code': 'device code',
  password: 'password',
  cookie: 'cookie',
  signature: 'signature',
  'private-key': 'private key',
  key: 'key',
  guid: 'GUID',
  'object-name': 'name of an object',
  empty: 'empty value',
  other: 'secret',
};

const PLAIN_START = /^(?:An?|The|No|Nobody|Both|This|There|Two|Nothing) /;

/** A sentence to stand after a dash: its first word loses the capital where that is safe. */
export const midSentence = (text: string): string =>
  PLAIN_START.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
