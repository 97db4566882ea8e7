import type { ValueOf } from '../facts/catalog.ts';
import data from './data/operations.json' with { type: 'json' };

/** Whether an operation takes a kind of caller. */
export type Support = ValueOf<'operation.user'>;

/** Alternatives, each of parts that are all needed. */
export type Alternatives = readonly (readonly string[])[];

/** One operation of the published API descriptions. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** The template, such as `/v1/workspaces/{workspaceId}`. */
  readonly path: string;
  /** The query that picks this variant, such as `beta=true`; empty where there is none. */
  readonly query: string;
  /** `null`: not stated. An empty alternative: stated that none is needed. */
  readonly scopes: Alternatives | null;
  readonly user: Support;
  readonly servicePrincipal: Support;
  readonly condition: string;
  readonly role: ValueOf<'operation.minimum-role'> | null;
  readonly itemPermission: Alternatives | null;
  readonly resourceRoles: Alternatives;
  readonly admin: boolean;
  readonly capacity: boolean;
  readonly preview: boolean;
  readonly settings: readonly string[];
  readonly limits: Readonly<Record<string, number | string>>;
  readonly constraints: readonly string[];
}

type Profile = readonly [
  Operation['scopes'],
  Support,
  Support,
  string,
  Operation['role'],
  Operation['itemPermission'],
  Alternatives,
  string,
  readonly string[],
  Operation['limits'],
  readonly string[],
];
type Entry = readonly [method: string, id: string, profile: number, query?: string];
interface Shipped {
  readonly profiles: readonly Profile[];
  readonly paths: readonly (readonly [string, readonly Entry[]])[];
}

const unpack = (path: string, [method, id, , query = '']: Entry, profile: Profile): Operation => {
  const [scopes, user, servicePrincipal, condition, role, itemPermission, resourceRoles, flags] = profile;
  const [settings, limits, constraints] = [profile[8], profile[9], profile[10]];
  const has = (flag: string): boolean => flags.includes(flag);
  return {
    ...{ id, method, path, query, scopes, user, servicePrincipal, condition, role, itemPermission, resourceRoles },
    ...{ admin: has('a'), capacity: has('c'), preview: has('p'), settings, limits, constraints },
  };
};

let operations: readonly Operation[] | undefined;

/** Every operation, unpacked at the first call. `tools/catalog` writes the data. */
export const allOperations = (): readonly Operation[] => {
  const { profiles, paths } = data as unknown as Shipped;
  operations ??= paths.flatMap(([path, entries]) =>
    entries.flatMap((entry) => {
      const profile = profiles[entry[2]];
      return profile === undefined ? [] : [unpack(path, entry, profile)];
    }),
  );
  return operations;
};
