import type { Fact, Notice, Place } from './evidence.ts';
import type { Cost, Who } from './fact.ts';
import type { Header } from './incident.ts';
import type { Gate, Likelihood, Rule, RuleBook, Strength } from './rule.ts';
import type { Secret } from './secret.ts';

/** What a test, block or sign comes to. `unknown` names the facts that would decide it. */
export type Outcome =
  | { readonly is: 'holds' }
  | { readonly is: 'fails' }
  | { readonly is: 'unknown'; readonly needs: readonly string[] };

/** How sure we are of a cause, best first. */
export const VERDICTS = ['confirmed', 'likely', 'possible', 'silent', 'ruled-out'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What a reason goes back to: the text that was pasted, an answer of the person, a live check, the catalog of operations,
 * other calls whose cause is known.
 */
export type Basis = 'paste' | 'answer' | 'live-check' | 'catalog' | 'other-calls';

/** A sign that holds, in words, with the facts that it rests on and what these go back to. */
export interface Reason {
  readonly strength: Strength;
  readonly text: string;
  readonly facts: readonly string[];
  readonly rests: readonly Basis[];
}

/** A fix step with its slots filled. */
export interface Step {
  readonly do: string;
  readonly who: Who;
  readonly where?: string;
  readonly command?: Readonly<Record<string, string>>;
  /** What to look for once it is done, in words. */
  readonly confirm?: string;
}

/** One cause and what the evidence says of it. */
export interface Finding {
  readonly cause: string;
  readonly title: string;
  readonly gate: Gate;
  readonly verdict: Verdict;
  readonly likelihood: Likelihood;
  readonly explain: string;
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
  /** Facts that would change the verdict. */
  readonly open: readonly string[];
  readonly fix: readonly Step[];
  readonly mistakenFor: readonly string[];
  readonly sources: readonly string[];
}

/** One gate of the checklist. */
export interface GateState {
  readonly gate: Gate;
  readonly asks: string;
  readonly state: 'passed' | 'failed' | 'unknown' | 'not-reached';
  /** Why, in words. */
  readonly because: string;
}

/** The question that settles most for the least cost. */
export interface Question {
  readonly fact: string;
  readonly question: string;
  readonly why: string;
  readonly where: string;
  readonly who: Who;
  readonly cost: Cost;
  /** Values and their words; empty for a free answer. `cannot-tell` is always allowed. */
  readonly answers: readonly { readonly value: string; readonly label: string }[];
  /** The causes that an answer moves. */
  readonly settles: readonly string[];
}

/** What was recognised in the input, one line each. */
export interface Recognised {
  readonly what: string;
  readonly place: Place;
}

/** A request or an answer as a report may show it: sealed, and without values that nobody needs to see. */
export interface Message {
  readonly is: 'token-request' | 'token-answer' | 'request' | 'answer';
  /** Method and URL, or the status. */
  readonly start: string;
  readonly headers: readonly Header[];
  /** Names of further headers, whose values are left out. */
  readonly withheld: readonly string[];
  /** Undefined: nobody pasted it. Empty: there was none. */
  readonly body?: string;
}

/** Where the call stops, or that nothing explains it yet. */
export type Conclusion =
  | { readonly is: 'stops-at'; readonly gate: Gate; readonly cause: string; readonly verdict: 'confirmed' | 'likely' }
  | { readonly is: 'unexplained' };

/** All there is to say of one failing call. Plain data: every report is a function of it. */
export interface Diagnosis {
  readonly version: 1;
  readonly now: string;
  /** The call in one line, without secrets. */
  readonly call: string;
  readonly recognised: readonly Recognised[];
  /** What was sent and what came back, as far as it was pasted. */
  readonly messages: readonly Message[];
  readonly conclusion: Conclusion;
  /** Best first; silent causes are left out. */
  readonly findings: readonly Finding[];
  readonly gates: readonly GateState[];
  readonly question?: Question;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly secrets: readonly Secret[];
  readonly notices: readonly Notice[];
  /** How many calls of a recording failed like this one, which is the first of them. */
  readonly calls?: number;
}

/** Answers given so far: values by fact path. `cannot-tell` is not asked again. */
export type Answers = Readonly<Record<string, string>>;

/** What `diagnose` needs beside the pastes. */
export interface Context {
  readonly rules: readonly Rule[] | RuleBook;
  /** The time of the diagnosis: an ISO 8601 text. */
  readonly now: string;
  readonly answers?: Answers;
  /** What live checks have seen, in the form of answers. */
  readonly looked?: Answers;
}
