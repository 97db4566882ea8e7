import { TOOL } from './errors.ts';
import { EXIT } from './exit.ts';
import type { Command } from './options.ts';

/** A line to copy, and what it is for. */
export type Example = readonly [line: string, shows: string];

/** What the help, the manual page and the completion say of a command. */
export interface CommandWords {
  /** What stands behind its name. */
  readonly takes: string;
  readonly does: string;
  readonly examples: readonly Example[];
}

const example = (line: string, shows: string): Example => [`${TOOL} ${line}`, shows];

/** The words of every command, in the order of the help: what is used most comes first. */
export const MANUAL: Readonly<Record<Command, CommandWords>> = {
  check: {
    takes: '[files...]',
    does: 'Diagnose files or stdin, once',
    examples: [
      example('check call.txt', 'a file with request and answer'),
      [`curl -i ... 2>&1 | ${TOOL}`, 'what comes through a pipe'],
      example('check call.txt --answer caller.kind=user', 'with what you know'),
      example('check call.txt --output report.html', 'a report without secrets'),
      example('check call.txt --format message', 'a letter to who must act'),
      example('check browser.har', 'every failing call of a recording'),
    ],
  },
  token: {
    takes: '[file]',
    does: 'Explain one token, from stdin or a file',
    examples: [
      example('token token.txt', 'every claim, and what is wrong with it'),
      example('token token.txt --verify', 'its signature too'),
    ],
  },
  explain: {
    takes: '<thing>',
    does: 'Explain a code, cause, claim, scope, setting or term',
    examples: [
      example('explain AADSTS50011', 'an error code'),
      example('explain PowerBINotAuthorizedException', 'a code of a service'),
      example('explain idtyp', 'a claim'),
    ],
  },
  operation: {
    takes: '<METHOD> <URL>',
    does: 'Say what a call needs',
    examples: [
      example(
        'operation GET https://api.fabric.microsoft.com/v1/workspaces',
        'scopes, roles, kinds of caller, settings',
      ),
    ],
  },
  recipe: {
    takes: '[API] [FLOW] | grant WHAT',
    does: 'Show a token request or a grant of access done right',
    examples: [
      example('recipe', 'what there is'),
      example('recipe fabric device-code --as python', 'code to run'),
      example('recipe --for call.txt', 'filled in with what a failure tells'),
      example('recipe grant workspace-role', 'how access is given'),
    ],
  },
  probe: {
    takes: '[files...]',
    does: 'Look live where the paste cannot settle it; shows every request first',
    examples: [
      example('probe call.txt --dry-run', 'what would be sent; nothing is'),
      example('probe call.txt', 'asks before it sends'),
      example('probe call.txt --until-fixed', 'waits until a change has arrived'),
    ],
  },
  redact: {
    takes: '[files...]',
    does: 'Take secrets and personal data out of a text, a HAR or a log',
    examples: [
      example('redact session.har --output clean.har', 'the same without secrets'),
      [`kubectl logs app | ${TOOL} redact`, 'what comes through a pipe'],
    ],
  },
  demo: {
    takes: '[fault]',
    does: 'Try it on a made-up tenant on this machine, in which one thing is wrong',
    examples: [example('demo', 'something is wrong; what?'), example('demo --list', 'what can be wrong')],
  },
  causes: {
    takes: '[show ID | check DIR]',
    does: 'List or show causes, or check your own rules',
    examples: [example('causes', 'what it can find'), example('causes check my-rules', 'rules of your own')],
  },
  completion: {
    takes: '<bash | zsh | fish | powershell>',
    does: 'Print what completes commands and options in your shell',
    examples: [
      [`source <(${TOOL} completion bash)`, 'in ~/.bashrc'],
      [`source <(${TOOL} completion zsh)`, 'in ~/.zshrc, after compinit'],
      [`${TOOL} completion fish | source`, 'in ~/.config/fish/config.fish'],
      [`${TOOL} completion powershell | Out-String | Invoke-Expression`, 'in $PROFILE'],
    ],
  },
};

/** The examples of the help as a whole: one of each that people need most. */
export const FIRST_EXAMPLES: readonly Example[] = [
  [TOOL, 'asks, in a terminal'],
  ...MANUAL.check.examples.slice(0, 4),
  ...(['token', 'explain', 'operation', 'recipe', 'redact'] as const).flatMap((name) =>
    MANUAL[name].examples.slice(0, 1),
  ),
];

/** What each exit code says. */
const EXIT_MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  nothingWrong: 'nothing wrong was found',
  causeFound: 'a cause is confirmed or likely',
  usage: 'usage, unreadable input, or nothing known of what was looked up',
  notExplained: 'not explained yet',
  liveCheckFailed: 'a live check could not be done',
  internal: 'a defect of this tool',
  interrupted: 'stopped by Ctrl-C',
};

/** The exit codes with what they say. */
export const EXIT_WORDS: readonly (readonly [code: number, means: string])[] = (
  Object.keys(EXIT_MEANINGS) as (keyof typeof EXIT)[]
).map((name) => [EXIT[name], EXIT_MEANINGS[name]]);

/** What is sent, and when: nothing else is. */
export const SENDING =
  'Nothing is sent anywhere, unless you ask for it with probe, token --verify or in the questions, and agree.';
