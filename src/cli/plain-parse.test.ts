import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS, OPTIONS_OF, SHARED_OPTIONS } from './options.ts';
import { plainParse } from './plain-parse.ts';
import { parseWithYargs } from './yargs.ts';

const options = [...new Set([SHARED_OPTIONS, ...Object.values(OPTIONS_OF)].flatMap((each) => Object.keys(each)))];
const values = ['json', 'text', 'x', 'a=b', '-', '7', '07', '-1', 'true', 'help', '"x"', "it's", '', 'a b', 'check'];
const part = fc.oneof(
  fc.constantFrom<string>(...COMMANDS, ...values),
  fc.constantFrom(...options).map((name) => `--${name}`),
  fc.tuple(fc.constantFrom(...options), fc.constantFrom(...values)).map(([name, value]) => `--${name}=${value}`),
  fc.constantFrom(
    '--help',
    '--version',
    '-h',
    '-x',
    '--',
    '--toString',
    '--no-force',
    '--answer.x',
    '--Force',
    '---force',
  ),
);
const commandLine = fc
  .tuple(fc.constantFrom<string>(...COMMANDS, 'call.txt'), fc.array(part, { maxLength: 5 }))
  .map((parts) => parts.flat());

/** What yargs reads, without what nobody asks for; undefined where it refuses or prints. */
const asYargs = async (argv: readonly string[]): Promise<unknown> => {
  const args = await parseWithYargs(argv, 80).catch(() => undefined);
  return typeof args === 'object' ? Object.fromEntries(Object.entries(args).filter(([name]) => name !== '$0')) : args;
};

describe('a plain command line', () => {
  it('is read as yargs reads it', async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(commandLine, async (argv) => {
        const read = plainParse(argv);
        if (read === undefined) return;
        plain += 1;
        expect(await asYargs(argv)).toEqual(read);
      }),
      { numRuns: 300 },
    );
    expect(plain).toBeGreaterThan(20);
  });

  it.each([
    [['check', 'a.txt', '-', '--format', 'json', '--answer', 'x=1', '--answer=y=a=b', '--force']],
    [['token', '--plain']],
    [['demo', '--seed', '12']],
  ])('needs no yargs: %j', (argv) => expect(plainParse(argv)).toBeDefined());

  it.each([
    [['check', '--formt', 'json']],
    [['check', '--format', 'pdf']],
    [['check', '--now', '1', '--now', '2']],
    [['check', '--output']],
    [['check', '--help']],
    [['check', '--seed', '1']],
  ])('is left to yargs where it is not: %j', (argv) => expect(plainParse(argv)).toBeUndefined());
});
