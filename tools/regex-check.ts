import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCases } from './cases/read-case.ts';
import { type Expression, type Site, sourcesOf, spelledUnder } from './regex/find-expressions.ts';
import { faultOf } from './regex/judge-expression.ts';
import { recordBuilt } from './regex/record-built.ts';

/** Checks that every regular expression of `src/` takes linear time, also those that are built while the code runs. */
const FOLDER = 'src';
/** Starts the command where it is imported. */
const MAIN = 'src/cli/main.ts';

const runEverything = async (): Promise<void> => {
  for (const file of sourcesOf(FOLDER)) if (file !== MAIN) await import(pathToFileURL(resolve(file)).href);
  const { diagnose } = await import('../src/index.ts');
  const { redact } = await import('../src/redact/redact.ts');
  for (const { pastes, now } of readCases('fixtures')) {
    diagnose(pastes, { now });
    for (const { text } of pastes) redact(text);
  }
};

const { literals, built: places } = spelledUnder(FOLDER);
const built = await recordBuilt(FOLDER, runEverything);
const at = ({ file, line }: Site): string => `${file}:${line}`;
const reached = new Set(built.map(at));
const faults = places
  .filter((place) => !reached.has(at(place)))
  .map((place) => `${at(place)}  builds an expression that no fixture makes it build`);

const byText = new Map([...literals, ...built].map((one) => [`/${one.pattern}/${one.flags}`, one] as const));
const waiting = [...byText];
const work = async (): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [text, expression]: readonly [string, Expression & Site] = next;
    const fault = await faultOf(expression);
    if (fault !== undefined) faults.push(`${at(expression)}  ${text}\n    ${fault}`);
  }
};
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));

const counted = `${literals.length} literals and ${places.length} places that build more: ${byText.size} expressions`;
process.stdout.write(faults.length === 0 ? `${counted}, all linear\n` : `${faults.join('\n')}\n${counted}\n`);
process.exit(faults.length === 0 ? 0 : 1);
