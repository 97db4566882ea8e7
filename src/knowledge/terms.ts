import data from './data/terms.json' with { type: 'json' };
import { detail, type Entry, type Explanation, type Grounds } from './explain-model.ts';

/** One word of the field. */
export interface Term {
  readonly term: string;
  readonly aliases: readonly string[];
  readonly means: string;
  readonly confused: string;
  readonly source: string;
  /** Where it is not the documentation that says so. */
  readonly basis?: Grounds;
}

/** The day on which the terms were gathered. */
export const TERMS_AS_OF = data.asOf;

/** Every term that is explained. */
export const terms = (): readonly Term[] => data.terms as readonly Term[];

const explain = ({ term, aliases, means, confused, source, basis }: Term): Explanation => ({
  kind: 'term',
  id: term,
  title: term,
  means,
  details: [...detail('Not to be confused', confused), ...detail('Also called', aliases.join(', '))],
  causes: [],
  basis: [basis ?? 'documented'],
  sources: [source],
  asOf: TERMS_AS_OF,
});

/** Every term, to be looked up by its name or another one. */
export const termEntries = (): readonly Entry[] =>
  terms().map((term) => ({
    kind: 'term',
    id: term.term,
    names: [term.term, ...term.aliases],
    explain: () => explain(term),
  }));
