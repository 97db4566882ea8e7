import type { Cloud } from '../../knowledge/clouds.ts';
import type { Paste } from '../../model/paste.ts';
import { objectOf } from '../answered.ts';
import { exchangeText } from '../exchange-text.ts';
import { FAILURE_WORDS } from '../failure.ts';
import type { Answered, Network, Received } from '../network.ts';
import type { Outgoing } from '../outgoing.ts';
import type { Applicant } from '../own-app.ts';
import type { TokenCredential } from '../probe.ts';
import { acquiredFrom } from '../probes/ask-token.ts';

/** Who signs in where, and by what means. */
export interface SigningIn {
  readonly applicant: Applicant;
  readonly cloud: Cloud;
  readonly network: Network;
  readonly signal: AbortSignal;
  /** Asked before anything is sent. */
  readonly agree: (does: string, outgoing: Outgoing) => Promise<boolean>;
  /** Shows the person what to do. */
  readonly show: (words: string) => void;
}

/** How a sign-in ended. A refusal is read like a paste. */
export type SignedIn =
  | { readonly is: 'signed-in'; readonly token: TokenCredential }
  | { readonly is: 'refused'; readonly exchange: Paste }
  | { readonly is: 'not-done'; readonly why: string };

/** A sign-in that did not come to an end. */
export const notDone = (why: string): SignedIn => ({ is: 'not-done', why });

/** There is no page to sign in at. */
export const noPage = (): SignedIn =>
  notDone(
    'The tenant is no id and no domain, or of a cloud that live checks do not know (docs/live-checks.md): paste the call with the id of the tenant.',
  );

/** No answer. */
export const unanswered = (how: keyof typeof FAILURE_WORDS): SignedIn => notDone(`${FAILURE_WORDS[how]}.`);

/** The answer with its request, for the readers. */
export const refused = (outgoing: Outgoing, answered: Answered): SignedIn => ({
  is: 'refused',
  exchange: { name: 'sign-in', text: exchangeText(outgoing, answered) },
});

/** What the answer of the token endpoint makes of a sign-in. */
export const signedIn = (outgoing: Outgoing, received: Received): SignedIn => {
  if (received.is === 'failed') return unanswered(received.how);
  const { acquired } = acquiredFrom(received);
  if (acquired) return { is: 'signed-in', token: acquired };
  return objectOf(received)?.['error'] === undefined
    ? notDone('The answer holds neither a token nor an error.')
    : refused(outgoing, received);
};
