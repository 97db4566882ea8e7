import type { Basis, GateState, Verdict } from '../model/diagnosis.ts';
import type { Cost, Who } from '../model/fact.ts';
import type { Strength } from '../model/rule.ts';

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

/** What a reason rests on. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  paste: 'what was pasted',
  'live-check': 'a live check',
  answer: 'your answer',
  catalog: 'the catalog of operations',
  'other-calls': 'other calls whose cause is known',
};

const COMMAND_WORDS: Readonly<Record<string, string>> = { 'curl-powerbi': 'curl, Power BI API' };

/** The tool or language of a command, as it is put to a person. */
export const commandWords = (tool: string): string => COMMAND_WORDS[tool] ?? tool;

/** What it costs to find an answer. */
export const COST_WORDS: Readonly<Record<Cost, string>> = {
  know: 'you know it',
  'look-up': 'look it up',
  command: 'run a command',
  'ask-admin': 'ask an admin',
  wait: 'wait',
};

/** `1 failing call`, `12 failing calls`. */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

/** A text with a capital at its start. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence that may begin with the words for a slot: `the caller` gets its capital, a code or host stays as it is. */
export const sentence = (text: string): string => (/^(?:an?|the|this) /.test(text) ? capital(text) : text);

const PLAIN_START = /^(?:An?|The|No|Nobody|Both|This|There|Two|Nothing|What|Only|One|Too|Guests|Creating) /;

/** A sentence to stand after a dash: its first word loses the capital where that is safe. */
export const midSentence = (text: string): string =>
  PLAIN_START.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
