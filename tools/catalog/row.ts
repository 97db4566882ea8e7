import type { Alternatives, Support } from '../../src/knowledge/operation-catalog.ts';

/** A number that the source names, such as `requestsPerHour`, or who shares a quota (`scope`). */
export type Limits = Readonly<Record<string, number | string>>;

/** What an operation is called, and how. */
interface Operation {
  readonly workload: string;
  readonly operationId: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** The query that picks this variant, such as `beta=true`. */
  readonly query: string;
}

/** What the source says of one operation. */
export interface CatalogRow extends Operation {
  readonly scopes: Alternatives | null;
  readonly user: Support;
  readonly servicePrincipal: Support;
  readonly condition: string;
  readonly role: string | null;
  readonly itemPermission: Alternatives | null;
  readonly resourceRoles: Alternatives;
  readonly admin: boolean;
  readonly settings: readonly string[];
  readonly capacity: boolean;
  readonly preview: boolean;
  readonly limits: Limits;
  readonly constraints: readonly string[];
}

/** An operation as it stands in a specification. */
export interface SpecOperation extends Operation {
  /** Text before the first heading, under the empty name, and the text of each section by its heading. */
  readonly sections: ReadonlyMap<string, string>;
}
