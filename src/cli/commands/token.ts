import type { Paste } from '../../model/paste.ts';
import type { CredentialKind, Secret } from '../../model/secret.ts';
import type { Style } from '../../report/style.ts';
import { TOOL, UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import { readInputs, STDIN } from '../input.ts';
import type { Io } from '../io.ts';
import type { Consent } from './consent.ts';
import { type LookUpOptions, printLookUp } from './print-look-up.ts';

const EXAMPLE = `${TOOL} token FILE`;

/** Of several credentials the access token is meant, then what else can be read. */
const FIRST: readonly CredentialKind[] = ['access-token', 'id-token', 'assertion', 'encrypted-token'];

const rank = ({ kind }: Secret): number => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length);

const zone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const oneFile = (words: readonly string[]): string => {
  const [file = STDIN, ...more] = words;
  if (more.length === 0) return file;
  throw new UsageError('INPUT_TWICE', 'token reads one token at a time.', EXAMPLE);
};

type Seal = (pastes: readonly Paste[]) => { readonly secrets: readonly Secret[] };

/** The credentials of the input. A single word in which nothing was recognised is taken for what follows Bearer. */
const credentialsIn = (pastes: readonly Paste[], seal: Seal): readonly Secret[] => {
  const { secrets } = seal(pastes);
  if (secrets.length > 0) return secrets;
  const words = pastes.map(({ text }) => text.trim()).filter((text) => /^\S{1,10000}$/.test(text));
  return seal(words.map((text) => ({ text: `Authorization: Bearer ${text}` }))).secrets;
};

/** What `token` was asked for: to check the signature too, and what was agreed to for that. */
export interface TokenOptions extends LookUpOptions {
  readonly verify?: Consent;
}

/** Explains one token from stdin or a file. What leaves the border is its description, never the token. */
export const runToken = async (
  { words, includePersonal, maskIds, verify, ...look }: TokenOptions,
  io: Io,
): Promise<number> => {
  const pastes = await readInputs([oneFile(words)], io);
  const { sealPastes } = await import('../../redact/seal.ts');
  const [secret, ...others] = [...credentialsIn(pastes, sealPastes)].sort((a, b) => rank(a) - rank(b));
  if (secret === undefined) {
    throw new UsageError('INPUT_EMPTY', 'There is no token or other credential in what was given.', EXAMPLE);
  }
  const [{ readToken }, { diagnosisMasker }] = await Promise.all([
    import('../../report/token-reading.ts'),
    import('../../report/mask-diagnosis.ts'),
  ]);
  const masker = diagnosisMasker({ personal: !includePersonal, ids: maskIds });
  const now = io.now();
  const verified = verify && (await (await import('./verify.ts')).verifyToken(pastes, verify, io));
  const reading = { ...readToken(masker.secret(secret), now, zone()), ...(verified && { signature: verified.words }) };
  const text = async (style: Style): Promise<string> =>
    (await import('../../report/token.ts')).tokenReport(reading, others.length, style);
  await printLookUp({ now, others: others.length, reading }, text, look, io);
  return verified?.code ?? EXIT.nothingWrong;
};
