import type { Who } from './fact.ts';

/** The gates that a call passes, in the order in which the services check them. */
export const GATES = [
  'reach',
  'sign-in',
  'token-request',
  'credential',
  'token',
  'audience',
  'tenant-setting',
  'operation',
  'permission',
  'workspace',
  'item',
  'service',
] as const;
export type Gate = (typeof GATES)[number];

/** A value that a fact is compared with. */
export type Scalar = string | number | boolean;

/** Comparisons by name; all of them must hold. See docs/rule-language.md. */
export interface Operators {
  readonly in?: readonly Scalar[];
  readonly 'not-in'?: readonly Scalar[];
  /** A list fact has this value, or one of these. */
  readonly has?: Scalar | readonly Scalar[];
  /** A list fact has none of these. Holds for a list that is known to be absent. */
  readonly lacks?: Scalar | readonly Scalar[];
  readonly 'starts-with'?: string | readonly string[];
  /** A text holds this text, or one of these; letter case does not count. */
  readonly contains?: string | readonly string[];
  /** A text fits a pattern in which `*` stands for any run of characters; letter case does not count. */
  readonly matches?: string | readonly string[];
  /** A time lies before, or after, an ISO 8601 time. */
  readonly before?: string;
  readonly after?: string;
  /** `true`: the fact has a value. `false`: it is known to be absent. Unknown stays unknown. */
  readonly known?: boolean;
}

/** How one fact is tested: a scalar is equality, a list is one of, a map holds operators. */
export type Test = Scalar | readonly Scalar[] | Operators;
/** Tests by fact path; all of them must hold. */
export type Block = Readonly<Record<string, Test>>;
/** A block, or several of which one must hold. */
export type When = Block | readonly Block[];

/** All of {@link Strength}, the strongest first. */
export const STRENGTHS = ['conclusive', 'strong', 'weak'] as const;
/** How much a sign says. */
export type Strength = (typeof STRENGTHS)[number];

/** All of {@link Likelihood}, the commonest first. */
export const LIKELIHOODS = ['common', 'uncommon', 'rare'] as const;
/** How often a cause is met. */
export type Likelihood = (typeof LIKELIHOODS)[number];

/** Something that speaks for a cause, or against it. `because` may hold `{fact.path}` slots. */
export interface Sign {
  readonly strength: Strength;
  readonly when: When;
  readonly because: string;
}

/** A step that mends the cause. All texts may hold slots. */
export interface FixStep {
  readonly do: string;
  readonly who: Who;
  /** A portal path. */
  readonly where?: string;
  /** Commands to copy, by tool: curl, powershell, az, python ... */
  readonly command?: Readonly<Record<string, string>>;
  /** What holds once the step worked. */
  readonly confirm?: When;
  /** Where this is known to hold, and nowhere else, the step is meant: a tool, a kind of caller. */
  readonly when?: When;
  /** Where this is known to hold the step is left out. */
  readonly unless?: When;
}

/** One cause: when it is possible, what speaks for and against it, how it is mended. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly gate: Gate;
  readonly likelihood: Likelihood;
  /** Fails: ruled out. Unknown: stays open. */
  readonly 'possible-when'?: When;
  readonly signs: readonly Sign[];
  readonly 'counter-signs'?: readonly Sign[];
  /** What happens, and why, in two or three sentences; may hold slots. */
  readonly explain: string;
  readonly fix: readonly FixStep[];
  readonly 'mistaken-for'?: readonly string[];
  readonly sources: readonly string[];
}

/** Rules in two forms: all that is in them, and without the signs that look for words. */
export interface RuleBook {
  readonly all: readonly Rule[];
  readonly wordless: readonly Rule[];
}

/** Blocks of a sign, each with its place among all blocks of it. */
export type PlacedBlocks = readonly (readonly [at: number, block: Block])[];

/** Of a rule what looks for words: whole signs, or of a sign some blocks, each with its place among all signs. */
export type SignsOfWords = Readonly<
  Partial<Record<'signs' | 'counter-signs', readonly (readonly [at: number, words: Sign | PlacedBlocks])[]>>
>;
