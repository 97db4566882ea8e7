import type { Cloud } from '../knowledge/clouds.ts';
import type { Gate, Scalar } from '../model/rule.ts';
import type { App, Capacity, Group, Item, Setting, Shared, User, Workspace } from './tenant.ts';

type Named<T> = Readonly<Record<string, T>>;

/** One tenant and the service around it: everything that the simulator answers from. */
export interface World {
  readonly cloud: Cloud;
  readonly tenant: {
    readonly id: string;
    readonly name: string;
    readonly domain: string;
    /** Somebody has signed in to Fabric before. */
    readonly isProvisioned: boolean;
    /** The service principal of Power BI is there. */
    readonly hasPowerBi: boolean;
    /** Where the calls must go instead; empty where they may come here. */
    readonly homeCluster: string;
  };
  readonly foreignTenant: { readonly id: string; readonly name: string; readonly domain: string };
  readonly service: {
    readonly isDown: boolean;
    readonly isBusy: boolean;
    /** So many calls are refused as too many before one passes. */
    readonly busyFor: number;
    /** The wait that is asked for, in seconds; empty: none is named. */
    readonly retryAfter: string;
  };
  /** How a sign-in by device code goes on: how often it is still pending, and how it ends. */
  readonly deviceSignIn: {
    readonly pending: number;
    readonly slowsDown: boolean;
    readonly ends: 'signed-in' | 'declined' | 'expired';
    /** The user who signs in. */
    readonly user: string;
  };
  readonly apps: Named<App>;
  readonly users: Named<User>;
  readonly groups: Named<Group>;
  readonly settings: Named<Setting>;
  readonly capacities: Named<Capacity>;
  readonly workspaces: Named<Workspace>;
  readonly items: Named<Item>;
  readonly gateways: Named<Shared>;
  readonly connections: Named<Shared>;
  /** Conditional Access for apps. */
  readonly policies: { readonly blocksApps: boolean };
  /** Users whose sessions were ended. */
  readonly revoked: readonly string[];
}

/** How a person's script asks for a token. Texts hold {slots}. */
export interface Client {
  readonly app: string;
  readonly user?: string;
  readonly tenant: string;
  readonly version: 'v1' | 'v2';
  readonly body: 'form' | 'json';
  readonly form: Readonly<Record<string, string>>;
}

/** What the script calls then. `path` holds {slots}. */
export interface Call {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What the script sends after Bearer. */
export interface Bearer {
  readonly take: 'access_token' | 'id_token' | 'refresh_token' | 'code' | 'embed_token';
  /** Claims that differ from those of a good token; times such as "2 hours ago" count from now. */
  readonly claims: Readonly<Record<string, Scalar>>;
  readonly damage: 'none' | 'cut-off' | 'altered';
  /** The value of Authorization, {bearer} in it; empty: no such header. */
  readonly header: string;
}

/** Who calls what. */
export interface Scenario {
  readonly as: string;
  readonly client: string;
  readonly call: string;
}

/** The whole description: the world, and the people's side. */
export interface Setup {
  readonly world: World;
  readonly clients: Named<Client>;
  readonly calls: Named<Call>;
  readonly scenarios: Named<Scenario>;
}

/** One thing that is wrong. */
export interface Fault {
  readonly cause: string;
  readonly gate: Gate;
  /** What is wrong, for a person. */
  readonly is: string;
  readonly in: string;
  /** Other scenarios that it strikes in: those of the same `as`. */
  readonly anywhere?: true;
  /** What differs, by path below world, client, call and bearer. null takes away. */
  readonly set: Readonly<Record<string, unknown>>;
}

/** An answer to a token request that is refused. */
export interface EntraAnswer {
  readonly error: string;
  readonly suberror?: string;
  readonly status?: number;
  readonly text: string;
}

/** An answer of an API that refuses. `info` is the header x-powerbi-error-info; `text` a body that is no JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly info?: string;
  readonly code?: string;
  readonly message?: string;
  readonly text?: string;
  readonly empty?: true;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every refusal: of Entra by its number, of the APIs by check and API. */
export interface Answers {
  readonly entra: Readonly<Record<string, EntraAnswer>>;
  readonly apis: Readonly<Record<string, Readonly<Partial<Record<AnsweringApi, ApiAnswer>>>>>;
}

/** The APIs that answer calls. */
export type AnsweringApi = 'powerbi' | 'fabric' | 'graph';
