import type { GatePath } from './gate-path.ts';
import { callsWords, type Verdict } from './verdict.ts';

/** A line with a label in front; `tag` is a word that qualifies the label. */
export interface Row {
  readonly label: string;
  readonly tag?: string;
  readonly text: string;
}

/** A cell of a table; code is set in letters of one width and can be copied. */
export type Cell = string | { readonly code: string };

/** Reasons for one side, or what to say where there are none. */
export interface Side {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly otherwise: string;
}

/** A step that mends the cause, with its number in the whole list. */
export interface DocumentStep {
  readonly number: number;
  readonly do: string;
  readonly where?: string;
  readonly commands: readonly { readonly tool: string; readonly text: string }[];
  readonly confirm?: string;
}

/** Steps one after the other that the same person does. */
export interface StepGroup {
  readonly who: string;
  readonly steps: readonly DocumentStep[];
}

/**
 * What a report is put together from. All texts may come from a paste, in part or whole: each writer makes them inert
 * for its format, and gives structure to nothing but the blocks.
 */
export type Block =
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'rows'; readonly rows: readonly Row[] }
  /** Causes beside the one that stands. */
  | { readonly is: 'causes'; readonly causes: readonly Row[] }
  | { readonly is: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly is: 'code'; readonly text: string; readonly language: '' | 'http' | 'shell' | 'powershell' | 'python' }
  | { readonly is: 'links'; readonly urls: readonly string[] }
  | { readonly is: 'checklist'; readonly path: GatePath }
  | { readonly is: 'sides'; readonly sides: readonly Side[] }
  | { readonly is: 'steps'; readonly groups: readonly StepGroup[] };

/** A part of the report under its own heading. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Reference: a format that can fold starts with it folded. */
  readonly isReference?: true;
}

/** The report on one failing call, or on several that failed alike. */
export interface Chapter {
  /** `Failure 2 of 3`; empty where there is only one. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly sections: readonly Section[];
}

/** A whole report, before any format gives it its look. */
export interface ReportDocument {
  readonly tool: string;
  /** Time of the report in UTC, to the second. */
  readonly made: string;
  readonly chapters: readonly Chapter[];
  /** What was read of big inputs; the answer itself where no call failed. */
  readonly closing: Section | undefined;
  readonly about: Section;
}

/** The verdict in one line. */
export const verdictLine = ({ stop, title }: Verdict): string =>
  stop === undefined ? title : `Stops at ${stop.gate}: ${title} (${stop.sure})`;

/** Who acts, how often it happened and what was called. */
export const verdictRows = ({ whoActs, calls, call }: Verdict): readonly Row[] => [
  ...(whoActs === '' ? [] : [{ label: 'Who acts', text: whoActs }]),
  ...(calls > 1 ? [{ label: 'How often', text: callsWords(calls) }] : []),
  { label: calls > 1 ? 'First of them' : 'Call', text: call.includes('://') ? `\`${call}\`` : call },
];
