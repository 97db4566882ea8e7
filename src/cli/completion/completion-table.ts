import { choicesOf, FACT_PATHS, factSpec } from '../../facts/catalog.ts';
import { GRANTS } from '../../recipe/grants.ts';
import { FLOWS, LANGUAGES, RECIPE_APIS, RECIPE_CLOUDS } from '../../recipe/model.ts';
import { FORMATS } from '../format.ts';
import { MANUAL } from '../manual.ts';
import { type Command, LOOK_UP_FORMATS, OPTIONS_OF, type Option, SHARED_OPTIONS } from '../options.ts';

/** What can stand at a place of the command line: a file, anything, or one of these words. */
export type Place = 'file' | 'anything' | readonly string[];

/** An option as a shell offers it. One without a place takes no value. */
export interface OfferedOption {
  readonly name: string;
  readonly does: string;
  readonly place?: Place;
  readonly repeats: boolean;
}

/** A command as a shell offers it: what its first word may be, what follows certain words, and what follows others. */
export interface OfferedCommand {
  readonly name: Command;
  readonly does: string;
  readonly options: readonly OfferedOption[];
  readonly first: Place;
  readonly after: Readonly<Record<string, Place>>;
  readonly more: Place;
}

/** Names that only what is built in knows. */
export interface KnownNames {
  readonly causes: readonly string[];
  readonly faults: readonly string[];
}

/** The shells that have a completion. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
/** One of them. */
export type Shell = (typeof SHELLS)[number];

const HTTP_METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;

/** Every answer of a question that has a list of answers. */
const ANSWERS: readonly string[] = FACT_PATHS.flatMap((path) => {
  const spec = factSpec(path);
  return spec.ask === undefined ? [] : (choicesOf(spec) ?? []).map((value) => `${path}=${value}`);
});

const VALUES: Readonly<Record<string, Place>> = {
  answer: ANSWERS,
  output: 'file',
  for: 'file',
  ca: 'file',
  certificate: 'file',
  assertion: 'file',
  cloud: RECIPE_CLOUDS,
  as: LANGUAGES,
};

/** The formats that a command writes; `redact` keeps that of its input. */
const FORMATS_OF: Readonly<Record<Command, readonly string[]>> = {
  check: FORMATS,
  demo: FORMATS,
  probe: FORMATS.filter((format) => format !== 'jsonl' && format !== 'case'),
  redact: [],
  recipe: LOOK_UP_FORMATS,
  token: LOOK_UP_FORMATS,
  explain: LOOK_UP_FORMATS,
  operation: LOOK_UP_FORMATS,
  causes: LOOK_UP_FORMATS,
  completion: LOOK_UP_FORMATS,
};

type Words = Pick<OfferedCommand, 'first' | 'after' | 'more'>;

const only = (first: Place): Words => ({ first, after: {}, more: [] });
const FILES: Words = { first: 'file', after: {}, more: 'file' };
const RECIPE_WORDS = [...RECIPE_APIS, ...FLOWS];

const wordsOf = ({ causes, faults }: KnownNames): Readonly<Record<Command, Words>> => ({
  check: FILES,
  probe: FILES,
  redact: FILES,
  token: only('file'),
  demo: only(faults),
  explain: { ...only(causes), more: 'anything' },
  operation: { ...only(HTTP_METHODS), more: 'anything' },
  recipe: { first: [...RECIPE_WORDS, 'grant'], after: { grant: GRANTS }, more: RECIPE_WORDS },
  causes: { first: ['show', 'check'], after: { show: causes, check: 'file' }, more: [] },
  completion: only(SHELLS),
});

const HELP: OfferedOption = { name: 'help', does: 'Show examples and options', repeats: false };

const optionsOf = (command: Command): readonly OfferedOption[] => [
  ...Object.entries<Option>({ ...OPTIONS_OF[command], ...SHARED_OPTIONS })
    .filter(([name]) => name !== 'format' || FORMATS_OF[command].length > 0)
    .map(([name, { type, array, choices, describe }]) => ({
      name,
      does: describe,
      repeats: array === true,
      ...(type !== 'boolean' && {
        place: name === 'format' ? FORMATS_OF[command] : (VALUES[name] ?? choices ?? 'anything'),
      }),
    })),
  HELP,
];

/** Everything that a shell can offer, made from what the help is made from. */
export const completionTable = (known: KnownNames): readonly OfferedCommand[] =>
  (Object.keys(MANUAL) as Command[]).map((name) => ({
    name,
    does: MANUAL[name].does,
    options: optionsOf(name),
    ...wordsOf(known)[name],
  }));

/** What stands behind each option that takes a value, by "command:--option". */
export const valuePlaces = (table: readonly OfferedCommand[]): readonly (readonly [string, Place])[] =>
  table.flatMap(({ name, options }) =>
    options.flatMap((option) =>
      option.place === undefined ? [] : [[`${name}:--${option.name}`, option.place] as const],
    ),
  );

/** What a word of a command may be, by "command:" and the word before: nothing, a certain word, any other. */
export const wordPlaces = (table: readonly OfferedCommand[]): readonly (readonly [string, Place])[] =>
  table.flatMap(({ name, first, after, more }) => [
    [`${name}:`, first] as const,
    ...Object.entries(after).map(([word, place]) => [`${name}:${word}`, place] as const),
    [`${name}:*`, more] as const,
  ]);

/** Every option that takes a value, whatever the command. */
export const valueOptions = (table: readonly OfferedCommand[]): readonly string[] => [
  ...new Set(valuePlaces(table).map(([place]) => place.slice(place.indexOf(':') + 1))),
];
