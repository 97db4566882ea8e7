import type { Who } from '../model/fact.ts';

/** A request that gives access, or shows it. `$NAMES` are variables of the environment. */
export interface GrantRequest {
  readonly with: 'fabric' | 'powerbi' | 'graph' | 'arm' | 'az' | 'powershell';
  readonly does: string;
  /** A method and a URL, or a command. */
  readonly line: string;
  readonly body?: unknown;
  /** The delegated permission or the role that the caller of the request needs. */
  readonly needs?: string;
}

/** One way to give access: who may, by hand and by request, and how to see that it worked. */
export interface Grant {
  readonly title: string;
  readonly about: string;
  readonly who: Who;
  readonly portal: readonly string[];
  readonly requests: readonly GrantRequest[];
  /** What proves that it worked. */
  readonly check: GrantRequest;
  /** How long it takes until calls see it. */
  readonly delay: string;
  readonly pitfalls: readonly string[];
  readonly sources: readonly string[];
}
