import type { Who } from '../model/fact.ts';
import type { Rule } from '../model/rule.ts';
import data from './data/entra-codes.json' with { type: 'json' };
import { causesNaming } from './explain-causes.ts';
import { detail, type Entry, type Explanation, type Grounds } from './explain-model.ts';

/** When in the sign-in an error of Entra ID comes up. */
type Stage = 'sign-in' | 'token-request' | 'either';

type Row = readonly [
  number: number,
  name: string,
  who: Who,
  stage: Stage,
  basis: Grounds,
  source: number,
  means: string,
];

/** One error code of Entra ID. */
export interface EntraCode {
  readonly number: number;
  /** Microsoft's name for it; empty where none is known. */
  readonly name: string;
  readonly who: Who;
  readonly stage: Stage;
  readonly basis: Grounds;
  readonly source?: string;
  readonly means: string;
}

/** The facts that hold such a code. */
export const ENTRA_CODE_FACTS = ['entra.code', 'entra.codes'] as const;

/** The day on which the codes were gathered. */
export const ENTRA_CODES_AS_OF = data.asOf;

const toCode = ([number, name, who, stage, basis, source, means]: Row): EntraCode => {
  const url = data.sources[source];
  return { number, name, who, stage, basis, means, ...(url !== undefined && { source: url }) };
};

/** Every code that is known. */
export const entraCodes = (): readonly EntraCode[] => (data.codes as unknown as readonly Row[]).map(toCode);

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  'sign-in': 'the sign-in, before any token is asked for',
  'token-request': 'the request for a token',
  either: 'the sign-in or the request for a token',
};

const WHO_ACTS: Readonly<Partial<Record<Who, string>>> = {
  caller: 'you (the caller)',
  'app-owner': 'the owner of the app registration',
  'entra-admin': 'an Entra administrator',
  nobody: 'nobody: wait, or report it to Microsoft',
};

/** The page on which Microsoft explains any code, the ones that nobody here knows included. */
export const entraCodePage = (number: number): string => `https://login.microsoftonline.com/error?code=${number}`;

/** A code by itself, or a whole message that begins with it. */
const CODE = /^(?:error )?(?:code )?aadsts ?:?(\d{4,10})\b|^(\d{5,10})$/;

/** The number in what was asked for, where it is a code of Entra ID: with its prefix, or five digits at least. */
export const entraNumber = (thing: string): number | undefined => {
  const found = CODE.exec(thing.trim().toLowerCase());
  return found === null ? undefined : Number(found[1] ?? found[2]);
};

const explain = (code: EntraCode, rules: readonly Rule[]): Explanation => ({
  kind: 'entra-code',
  id: `AADSTS${code.number}`,
  title: code.name === '' ? `AADSTS${code.number}` : `AADSTS${code.number} ${code.name}`,
  means: code.means,
  details: [
    ...detail('Comes up in', STAGE_WORDS[code.stage]),
    ...detail('Who acts', WHO_ACTS[code.who]),
    ...detail('So far', 'Entra ID gave no token, so no API was called yet.'),
  ],
  causes: causesNaming(rules, ENTRA_CODE_FACTS, code.number),
  basis: [code.basis],
  ownReading: 'where it comes up and who acts',
  sources: [...(code.source === undefined ? [] : [code.source]), entraCodePage(code.number)],
  asOf: ENTRA_CODES_AS_OF,
});

/** Every code of Entra ID, to be looked up by number or name. */
export const entraEntries = (rules: readonly Rule[]): readonly Entry[] =>
  entraCodes().map((code) => ({
    kind: 'entra-code',
    id: `AADSTS${code.number}`,
    names: [`AADSTS${code.number}`, ...(code.name === '' ? [] : [code.name])],
    explain: () => explain(code, rules),
  }));
