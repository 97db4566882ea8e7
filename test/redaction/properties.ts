import fc from 'fast-check';
import { redact } from '../../src/redact/redact.ts';
import { sealPastes } from '../../src/redact/seal.ts';
import { allOutputs } from './outputs.ts';
import { leaks, type Paste, plantings } from './plant.ts';

/** What a failing property says: enough to see it, in a run whose secrets are made up. */
const told = ({ format, wrapped, secret, text }: Paste, output: string): string =>
  `${secret.kind} in ${format}, ${wrapped}\n--- in\n${text}\n--- out\n${output}`;

const clean = (paste: Paste, output: string): void => {
  if (leaks(output, paste.secret).length > 0) throw new Error(told(paste, output));
};

/** Redacted text holds no run of a planted secret, and redacting it again changes nothing. */
const redactsForGood = (paste: Paste): void => {
  const { text } = redact(paste.text);
  clean(paste, text);
  if (redact(text).text !== text) throw new Error(told(paste, `${text}\n--- and again\n${redact(text).text}`));
};

/** What passes the border holds no run of a planted secret, and neither does the description of it. */
const sealsForGood = (paste: Paste): void => clean(paste, JSON.stringify(sealPastes([paste])));

/** A secret made shorter is a word, so a failure is told as it was found. */
const settings = (numRuns: number, seed: number | undefined) => ({
  numRuns,
  endOnFailure: true,
  ...(seed !== undefined && { seed }),
});

/** Checks redaction and border with so many plantings. */
export const checkBorder = (numRuns: number, seed?: number): void =>
  fc.assert(
    fc.property(plantings, (paste) => {
      redactsForGood(paste);
      sealsForGood(paste);
    }),
    settings(numRuns, seed),
  );

/** Checks every output of every command with so many plantings. */
export const checkOutputs = (numRuns: number, seed?: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(plantings, async (paste) => clean(paste, await allOutputs(paste.text))),
    settings(numRuns, seed),
  );
