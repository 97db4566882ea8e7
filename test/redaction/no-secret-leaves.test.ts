import { it } from 'vitest';
import { checkBorder, checkOutputs } from './properties.ts';

/** Together 5,000 in every run of the tests; `npm run fuzz:redaction` makes a hundred thousand. */
const AT_THE_BORDER = 4880;
const IN_EVERY_OUTPUT = 120;
/** The same plantings in every run: the nightly one finds new ones. */
const SEED = 20_260_301;

it('no run of 12 characters of a secret passes the border or stays in redacted text', { timeout: 600_000 }, () => {
  checkBorder(AT_THE_BORDER, SEED);
});

it('no output of any command holds a run of 12 characters of a secret', { timeout: 600_000 }, () =>
  checkOutputs(IN_EVERY_OUTPUT, SEED),
);
