import type { OfferedOption } from '../../src/cli/completion/completion-table.ts';
import { TOOL } from '../../src/cli/errors.ts';
import { EXIT_WORDS, type Example, FIRST_EXAMPLES, SENDING } from '../../src/cli/manual.ts';
import { documentedCommands, sharedOptions, typed } from './commands-page.ts';

/** A text as roff takes it: no escape, no hyphen where a minus is meant, no request at the start of a line. */
const roff = (text: string): string => text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/, '\\&$&');

const entry = (term: string, says: string): readonly string[] => ['.TP', `.B ${roff(term)}`, roff(says)];

const optionEntry = (option: OfferedOption): readonly string[] => entry(typed(option), `${option.does}.`);

const exampleEntry = ([line, shows]: Example): readonly string[] => entry(line, shows);

/** The manual page in roff. It has no date and no version, so that it changes only when the commands do. */
export const manualPage = (): string =>
  [
    `.TH ${TOOL.toUpperCase().replaceAll('-', '\\-')} 1 "" "${TOOL}" "User Commands"`,
    '.nh',
    '.ad l',
    '.SH NAME',
    `${roff(TOOL)} \\- find out why Microsoft Fabric or Power BI refuses a call`,
    '.SH SYNOPSIS',
    ...documentedCommands().flatMap(({ name, takes }, at) => [
      ...(at === 0 ? [] : ['.br']),
      `.B ${roff(`${TOOL} ${name === 'check' ? '[check]' : name}`)}`,
      roff(takes),
    ]),
    '.SH EXAMPLES',
    ...FIRST_EXAMPLES.flatMap(exampleEntry),
    '.SH COMMANDS',
    ...documentedCommands().flatMap(({ name, takes, does, examples, options }) => [
      `.SS ${roff(`${name} ${takes}`)}`,
      roff(`${does}.`),
      ...options.flatMap(optionEntry),
      '.PP',
      'Examples:',
      ...examples.flatMap(exampleEntry),
    ]),
    '.SH OPTIONS OF ALL COMMANDS',
    ...sharedOptions().flatMap(optionEntry),
    '.SH EXIT STATUS',
    ...EXIT_WORDS.flatMap(([code, means]) => entry(String(code), means)),
    '.SH ENVIRONMENT',
    ...entry('NO_COLOR, FORCE_COLOR', 'No colours, or colours where there is no terminal too.'),
    '.SH PRIVACY',
    roff(SENDING),
    'Secrets are replaced by a description before anything else looks at the text; none is shown or stored.',
    '',
  ].join('\n');
