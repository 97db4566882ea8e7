import type { Network } from '../../live/network.ts';
import type { Outgoing } from '../../live/outgoing.ts';
import type { Patience } from '../../live/patience.ts';
import { TOOL, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { readAuthorities } from '../own-files.ts';

/** Where requests go, beside the public network. */
export interface Way {
  /** The port of a simulator on this machine, which gets everything. */
  readonly simulator?: number;
  /** A file with certificates to trust beside the usual ones. */
  readonly ca?: string;
}

/** What a person has agreed to beforehand. */
export interface Consent extends Way {
  /** Send without asking. */
  readonly yes: boolean;
}

const mayAsk = ({ stdinIsTty, stdoutIsTty }: Io): boolean => stdinIsTty && stdoutIsTty;

/**
 * Ends the command where something would be sent and nobody is there to agree.
 *
 * @throws UsageError CONSENT_MISSING
 */
export const needConsent = ({ yes, simulator }: Consent, io: Io): void => {
  if (yes || simulator !== undefined || mayAsk(io)) return;
  throw new UsageError(
    'CONSENT_MISSING',
    'Live checks send requests to Microsoft, and nobody is here to agree. See what would be sent, or agree beforehand with --yes.',
    `${TOOL} probe FILE --dry-run`,
  );
};

/** Shows every request before it goes; asks once, before the first one. */
export const consent = async ({ yes, simulator }: Consent, io: Io) => {
  const { shownRequest } = await import('../../live/outgoing.ts');
  let isAgreed = yes || simulator !== undefined;
  return async (does: string, outgoing: Outgoing): Promise<boolean> => {
    io.err(`\nNext: ${does}.\n${shownRequest(outgoing)}\n`);
    if (isAgreed) return true;
    const { default: inquirer } = await import('inquirer');
    const { input, output } = io.terminal();
    const prompt = inquirer.createPromptModule({ input, output });
    const message = 'Send this, and further reads like it?';
    isAgreed = (await prompt([{ type: 'confirm', name: 'isAgreed', message, default: false }])).isAgreed;
    return isAgreed;
  };
};

/** The way to the network: the simulator, or the world by the proxy of the environment. The signal ends what is under way. */
export const openFor = async ({ simulator, ca }: Way, { env }: Io, signal?: AbortSignal): Promise<Network> => {
  const { openNetwork } = await import('../../live/network.ts');
  const proxy = env['https_proxy'] ?? env['HTTPS_PROXY'];
  const noProxy = env['no_proxy'] ?? env['NO_PROXY'];
  return openNetwork({
    ...(simulator !== undefined && { simulator }),
    ...(proxy && { proxy }),
    ...(noProxy && { noProxy }),
    ca: await readAuthorities(ca, env),
    ...(signal && { signal }),
  });
};

/** Patience with a service that asks for fewer calls: `say` is told of each wait, and the signal ends it. */
export const patienceOf = async (say: (words: string) => void, signal?: AbortSignal): Promise<Patience> => {
  const [{ MOST_PATIENCE }, { setTimeout: pause }] = await Promise.all([
    import('../../live/patience.ts'),
    import('node:timers/promises'),
  ]);
  return {
    left: MOST_PATIENCE.whole,
    pause: (milliseconds) => pause(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined),
    onWait: (milliseconds) =>
      say(`The service asks for fewer calls. Waiting ${Math.ceil(milliseconds / 1000)} s, as it asks.`),
  };
};
