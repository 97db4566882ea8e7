/** All of {@link Who}. */
export const WHO = [
  'caller',
  'app-owner',
  'workspace-admin',
  'fabric-admin',
  'entra-admin',
  'capacity-admin',
  'nobody',
] as const;
/** Who can act, or can look something up. */
export type Who = (typeof WHO)[number];

/** What it costs a person to find a fact out, cheapest first. */
export type Cost = 'know' | 'look-up' | 'command' | 'ask-admin' | 'wait';

/** How a person can find a fact out. */
export interface Ask {
  /** The question, as it is put to the person. */
  readonly question: string;
  /** What the answer changes. */
  readonly why: string;
  /** Where to look: a portal path or a command to copy. */
  readonly where: string;
  readonly who: Who;
  readonly cost: Cost;
  /** What must hold for the question to make sense, by fact: what is not known of it yet is asked first. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  /** What leaves nothing to ask, by fact: one of these values, or any where none is named. */
  readonly unless?: Readonly<Record<string, readonly string[]>>;
  /** Words for each answer of a choice fact, in the order in which they are offered. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** Things that are read as a whole: once a reader saw all of a group, what it lacks is known to be absent. */
export type FactGroup =
  | 'caller'
  | 'credential'
  | 'token'
  | 'request'
  | 'operation'
  | 'response'
  | 'entra'
  | 'token-request'
  | 'sign-in'
  | 'text'
  | 'observed'
  | 'said'
  | 'setting'
  | 'access'
  | 'app'
  | 'environment';

/** One fact of the catalog: what kind of value it has, what it means, and how a person can find it out. */
export interface FactSpec {
  /** An array lists the values of a choice. `list` and `numbers` are lists; `time` is an ISO 8601 text in UTC. */
  readonly type: 'text' | 'number' | 'flag' | 'list' | 'numbers' | 'time' | readonly string[];
  readonly group: FactGroup;
  readonly meaning: string;
  readonly ask?: Ask;
  /** What stands in a sentence while the fact is unknown, such as "the workspace". */
  readonly otherwise?: string;
  /** The same in a sentence about any call, where `otherwise` does not read well, such as "<code>". */
  readonly general?: string;
  /** Personal or free text: may be compared, never printed. */
  readonly hidden?: true;
}
