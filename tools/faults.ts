import { answers, faults, setup } from '../src/generated/simulator.ts';
import { makeSigner } from '../src/simulator/signer.ts';
import { type Look, lookAtPairs, lookAtSingles, measured } from './faults/measure.ts';

/**
 * Injects every fault that the simulator can hold, alone and in pairs, and looks whether live checks find it from
 * nothing but the failing request and the credentials. `--only ID` looks at one fault and tells more.
 */
const PAIRS = 60;
const ENOUGH = 4;

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const isJson = process.argv.includes('--json');

const line = ({ scenario, faults: held, wanted, found, requests, tried, outcome }: Look): string => {
  const [first] = outcome.diagnosis.findings;
  const steps = outcome.steps.map(({ probe }) => probe.id).join(', ');
  return `${found ? 'found ' : 'MISSED'} ${held.join(' and ')} (${wanted}) in ${scenario}, refused by ${tried.check}: ${first?.verdict} ${first?.cause}, ${requests} requests: ${steps}`;
};

const detail = ({ tried, outcome }: Look): string =>
  [
    tried.request,
    '',
    tried.answer,
    '',
    ...outcome.steps.map(({ outgoing, received, looked }) =>
      [`${outgoing.method} ${outgoing.url}`, JSON.stringify(received), JSON.stringify(looked.facts ?? {})].join('\n'),
    ),
    ...outcome.diagnosis.findings
      .slice(0, 5)
      .map(
        (finding) =>
          `${finding.verdict} ${finding.cause}: ${finding.for.map(({ text }) => text).join(' | ')} AGAINST ${finding.against.map(({ text }) => text).join(' | ')} OPEN ${finding.open.join(' ')}`,
      ),
  ].join('\n');

const play = { setup, answers, faults, signer: await makeSigner('simulator') };
const singles = await lookAtSingles(
  play,
  Object.keys(faults).filter((id) => only === undefined || id === only),
);
const pairs = only === undefined ? await lookAtPairs(play, PAIRS) : [];
const figures = measured(singles, pairs);

if (isJson) process.stdout.write(`${JSON.stringify(figures)}\n`);
else {
  const lines = [...singles, ...pairs.flat()].map(line);
  const more = only === undefined ? [] : singles.map(detail);
  process.stdout.write(`${[...lines, ...more, JSON.stringify(figures, undefined, 2)].join('\n')}\n`);
}
const isWhole = figures.singles.missed.length === 0 && figures.pairs.missed.length === 0;
if (!isWhole || figures.meanRequests > ENOUGH) process.exitCode = 1;
