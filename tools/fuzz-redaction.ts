import { checkBorder, checkOutputs } from '../test/redaction/properties.ts';

/**
 * The nightly run of the redaction: `npm run fuzz:redaction -- 100000 [seed]`. Every fiftieth planting goes through every
 * output of every command, the others through border and redaction. A failure names its seed.
 */
const [runs = '100000', given] = process.argv.slice(2);
const total = Number(runs);
const first = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
const BATCH = 5000;
const SHARE = 50;

for (let done = 0; done < total; done += BATCH) {
  const size = Math.min(BATCH, total - done);
  checkBorder(size - Math.ceil(size / SHARE), first + done);
  await checkOutputs(Math.ceil(size / SHARE), first + done);
  process.stdout.write(`${done + size} plantings, seed ${first}, no leak\n`);
}
