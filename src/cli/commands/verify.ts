import type { Paste } from '../../model/paste.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Consent, consent, needConsent, openFor } from './consent.ts';

/** What came of looking at a signature: the words, and the exit code. */
export interface Verified {
  readonly words: string;
  readonly code: number;
}

const WORDS = {
  verified: 'The signature was made with a key that its tenant publishes.',
  broken: 'The signature was NOT made with a key of its tenant: the token was changed, or put together from two.',
  graph:
    'Tokens for Microsoft Graph can be verified by Microsoft Graph only, so nothing was checked; that is no fault.',
  none: 'There is no access token with a tenant in it whose signature could be verified.',
  declined: 'The signature was not checked.',
} as const;

const unchecked = (words: string): Verified => ({ words, code: EXIT.liveCheckFailed });

/** Fetches the keys that the tenant of the token publishes, and verifies its signature. The token is sent nowhere. */
export const verifyToken = async (pastes: readonly Paste[], options: Consent, io: Io): Promise<Verified> => {
  const [{ tokensIn }, { checkSignature }] = await Promise.all([
    import('../../live/credentials.ts'),
    import('../../live/probes/signature.ts'),
  ]);
  const token = tokensIn(pastes)[0];
  if (token === undefined) return unchecked(WORDS.none);
  const check = checkSignature(token);
  if (check === 'of-graph') return { words: WORDS.graph, code: EXIT.nothingWrong };
  if (check === undefined) return unchecked(WORDS.none);
  needConsent(options, io);
  const agree = await consent(options, io);
  if (!(await agree('verifies the signature with the published keys', check.outgoing)))
    return unchecked(WORDS.declined);
  const network = await openFor(options, io);
  try {
    const { facts, unchecked: why } = await check.read(await network.send(check.outgoing));
    const verdict = facts?.['token.signature'];
    if (verdict === undefined) return unchecked(why ?? WORDS.declined);
    const isGood = verdict === 'verified';
    return { words: isGood ? WORDS.verified : WORDS.broken, code: isGood ? EXIT.nothingWrong : EXIT.causeFound };
  } finally {
    await network.close();
  }
};
