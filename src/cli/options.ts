import { FORMATS } from './format.ts';

/** The commands that look something up, or print something that is known. */
export const LOOK_UP_COMMANDS = ['token', 'explain', 'operation', 'causes', 'completion'] as const;
/** The name of one. */
export type LookUpCommand = (typeof LOOK_UP_COMMANDS)[number];
/** The formats of what they print. */
export const LOOK_UP_FORMATS = ['text', 'json'] as const;

/** All commands. */
export const COMMANDS = ['check', 'probe', 'redact', 'demo', 'recipe', ...LOOK_UP_COMMANDS] as const;
/** The name of one. */
export type Command = (typeof COMMANDS)[number];
/** Those that take any number of files, or stdin. */
export const FILE_COMMANDS: readonly Command[] = ['check', 'probe', 'redact'];

/** What `check` takes, and the tool without a command. */
const CHECK_OPTIONS = {
  answer: { type: 'string', array: true, requiresArg: true, describe: 'What you know: fact=value; may be repeated' },
  output: { type: 'string', requiresArg: true, describe: 'Write the report to this file' },
  force: { type: 'boolean', describe: 'Overwrite that file' },
  now: { type: 'string', requiresArg: true, describe: 'Time of the call, such as 2026-03-01T12:00:00Z' },
  resume: { type: 'boolean', describe: 'Go on with the questions that you left' },
} as const;

const { output: OUTPUT, force: FORCE } = CHECK_OPTIONS;
const CONSENT_OPTIONS = {
  yes: { type: 'boolean', describe: 'Send without asking' },
  simulator: { type: 'number', requiresArg: true, describe: 'Send everything to this port of this machine' },
  ca: { type: 'string', requiresArg: true, describe: 'Trust the certificates of this PEM file too' },
} as const;
/** What `probe` takes. */
const PROBE_OPTIONS = {
  ...CHECK_OPTIONS,
  ...CONSENT_OPTIONS,
  'dry-run': { type: 'boolean', describe: 'Show what would be sent, and send nothing' },
  certificate: { type: 'string', requiresArg: true, describe: 'Sign in as an app: PEM file, certificate and key' },
  assertion: { type: 'string', requiresArg: true, describe: 'Sign in as an app: file with a federated token' },
  'sign-in': { choices: ['device', 'browser'], requiresArg: true, describe: 'Sign in as a person first' },
  'until-fixed': { type: 'boolean', describe: 'Repeat the call, gently, until a change has arrived' },
} as const;
/** What `token` takes. */
const TOKEN_OPTIONS = {
  verify: { type: 'boolean', describe: 'Verify the signature with the published keys, which are fetched' },
  ...CONSENT_OPTIONS,
} as const;

/** What `redact` takes. */
const REDACT_OPTIONS = {
  output: { ...OUTPUT, describe: 'Write the redacted text to this file' },
  force: FORCE,
} as const;

/** What `demo` takes. */
const DEMO_OPTIONS = {
  list: { type: 'boolean', describe: 'List what can be wrong' },
  seed: { type: 'number', requiresArg: true, describe: 'Draw the same fault each time' },
} as const;

/** What `recipe` takes. */
const RECIPE_OPTIONS = {
  cloud: { type: 'string', requiresArg: true, describe: 'public, gcc, gcc-high, dod or china' },
  as: { type: 'string', requiresArg: true, describe: 'Print the code alone, in this language' },
  for: { type: 'string', requiresArg: true, describe: 'Fill in what this failure tells; never secrets' },
} as const;

/** What all commands take. */
export const SHARED_OPTIONS = {
  format: { choices: FORMATS, requiresArg: true, describe: 'Format; otherwise by the ending of --output, or text' },
  plain: { type: 'boolean', describe: 'Labelled lines without marks, for screen readers' },
  'include-personal': { type: 'boolean', describe: 'Show names, mail and IP addresses, which are masked otherwise' },
  'mask-ids': { type: 'boolean', describe: 'Mask the ids of tenants, workspaces, apps and requests too' },
  'no-color': { type: 'boolean', describe: 'No colours (NO_COLOR and FORCE_COLOR count too)' },
  'no-input': { type: 'boolean', describe: 'Never ask anything, in a terminal too' },
} as const;

/** What an option takes. */
export interface Option {
  readonly type?: 'string' | 'number' | 'boolean';
  readonly array?: boolean;
  readonly choices?: readonly string[];
  readonly describe: string;
}

/** The options of each command beside the shared ones. */
export const OPTIONS_OF: Readonly<Record<Command, Readonly<Record<string, Option>>>> = {
  check: CHECK_OPTIONS,
  probe: PROBE_OPTIONS,
  redact: REDACT_OPTIONS,
  demo: DEMO_OPTIONS,
  recipe: RECIPE_OPTIONS,
  token: TOKEN_OPTIONS,
  explain: {},
  operation: {},
  causes: {},
  completion: {},
};
