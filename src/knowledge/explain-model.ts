import type { Gate } from '../model/rule.ts';

/** What can be looked up, in the order in which answers are given. */
export const KINDS = ['entra-code', 'service-code', 'cause', 'setting', 'term', 'claim', 'scope'] as const;
export type Kind = (typeof KINDS)[number];

/** What an answer rests on. `catalog` is the published description of the operations, `rules` the causes of this tool. */
export type Grounds = 'documented' | 'threads' | 'inferred' | 'catalog' | 'rules';

/** One more thing to say, under its label. */
export interface Detail {
  readonly label: string;
  readonly text: string;
}

/** A cause that something leads to. A first suspect is named by a strong sign, a rival by a weak one only. */
export interface CauseHint {
  readonly cause: string;
  readonly title: string;
  readonly gate: Gate;
  readonly weight: 'first-suspect' | 'rival';
}

/** All there is to say of one thing. Plain data: every report is a function of it. */
export interface Explanation {
  readonly kind: Kind;
  /** What finds it again. */
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly details: readonly Detail[];
  readonly causes: readonly CauseHint[];
  readonly basis: readonly Grounds[];
  readonly sources: readonly string[];
  /** What of the answer is a reading of this project, where it rests on others otherwise. */
  readonly ownReading?: string;
  /** The day on which the facts were gathered. */
  readonly asOf?: string;
}

/** Something that can be looked up, with every name that finds it. */
export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly names: readonly string[];
  readonly explain: () => Explanation;
}

/** A detail where there is something to say. */
export const detail = (label: string, text: string | undefined): readonly Detail[] =>
  text === undefined || text === '' ? [] : [{ label, text }];
