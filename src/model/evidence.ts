/** Where in the input something was read: the paste (from 0), its line (from 1) and in what it stood. */
export interface Place {
  readonly paste: number;
  readonly line: number;
  readonly what: string;
}

/** A value a fact can have. Lists are never empty: an empty list is a fact known to be absent. */
export type FactValue = string | number | boolean | readonly string[] | readonly number[];

/** How we come to know a fact. */
export type Origin =
  | { readonly by: 'read'; readonly place: Place }
  | { readonly by: 'derived'; readonly from: readonly string[] }
  | { readonly by: 'told' }
  /** A live check has seen it. */
  | { readonly by: 'looked' };

/** What is known of one fact. A fact that is not listed in the evidence is unknown. */
export type Fact =
  | { readonly state: 'known'; readonly value: FactValue; readonly origin: Origin }
  | { readonly state: 'absent'; readonly origin: Origin };

/** All that is known of one failing call, by fact path. */
export type Evidence = ReadonlyMap<string, Fact>;

/** Something a person should know that is no fact: odd input, a conflict, a text cut short. */
export interface Notice {
  readonly code:
    | 'answer-differs'
    | 'clock-differs'
    | 'cut-off'
    | 'looks-like-secret'
    | 'not-checked'
    | 'not-recognised'
    | 'several-values'
    | 'text-replaced';
  readonly text: string;
  readonly place?: Place;
}
