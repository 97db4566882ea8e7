import type { FactPath } from '../facts/catalog.ts';
import type { Cloud } from '../knowledge/clouds.ts';
import type { Answers, Diagnosis } from '../model/diagnosis.ts';
import type { JsonObject } from '../model/secret.ts';
import type { Received } from './network.ts';
import type { Outgoing } from './outgoing.ts';
import type { Sensitive } from './sensitive.ts';

/** An access token with its claims, which say where it may be sent. */
export interface TokenCredential {
  readonly token: Sensitive;
  readonly claims: JsonObject;
}

/** What a token can be asked for with. */
export interface ProofCredential {
  readonly tenant: string;
  readonly clientId: string;
  /** The fields of the token request that prove who asks, such as `{ client_secret }`. */
  readonly proof: Readonly<Record<string, string | Sensitive>>;
  readonly grant: string;
  /** Where it comes from: the paste, or an app that the person named or that happens to be in the environment. */
  readonly from: 'paste' | 'named' | 'environment';
}

/** What live checks may use. Values are {@link Sensitive} and never leave `src/live`. */
export interface Credentials {
  /** Newest last. */
  readonly tokens: readonly TokenCredential[];
  readonly proof?: ProofCredential;
}

/** What probes have seen that is no fact yet, for those that come after. Ids of groups are in lower case. */
export interface Seen {
  /** The groups that tenant settings are limited to, by the fact of the setting. */
  readonly allowedGroups?: Readonly<Partial<Record<FactPath, readonly string[]>>>;
  readonly directGroups?: readonly string[];
  /** The capacity that the workspace is on. */
  readonly capacity?: string;
  /** Who has a role in the workspace. */
  readonly granted?: readonly string[];
  readonly hasAppPermissions?: false;
}

/** What a probe goes by: the diagnosis so far, what it may use, and what others have seen. */
export interface Situation {
  readonly diagnosis: Diagnosis;
  readonly cloud: Cloud;
  readonly credentials: Credentials;
  readonly seen: Seen;
}

/** What a probe has found out. */
export interface Looked {
  /** Facts, in the form of answers. */
  readonly facts?: Answers;
  readonly seen?: Seen;
  readonly acquired?: TokenCredential;
  /** What could not be checked, in words. */
  readonly unchecked?: string;
}

/**
 * One look at the live system. A probe plans one request and reads its answer; both are pure, and the runner sends.
 * What it cannot tell it leaves out: nothing is called fine or broken because a check failed.
 */
export interface Probe {
  readonly id: string;
  /** What it does, as the end of "This check ...". */
  readonly does: string;
  readonly settles: readonly FactPath[];
  /** It repeats what failed: it goes first, and its exchange is read like a paste. */
  readonly repeats?: true;
  /** Whether what comes next, before anything is open, needs what it gets. */
  readonly isNeeded?: (situation: Situation) => boolean;
  /** The request, or undefined where something that it needs is not there. */
  readonly plan: (situation: Situation) => Outgoing | undefined;
  readonly read: (received: Received, situation: Situation) => Looked | Promise<Looked>;
}
