import type { Notice, Place } from './evidence.ts';
import type { Secret } from './secret.ts';

/** A header as it was sent; names keep their case, values are sealed. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** A text of several values by name: a query, a form, the top level of a JSON body. All values are sealed. */
export type Fields = ReadonlyMap<string, string>;

/** How the `Authorization` header looked. `bearer` is the good form. */
export type AuthorizationForm =
  | 'bearer'
  | 'missing'
  | 'empty'
  | 'no-scheme'
  | 'doubled-scheme'
  | 'quoted'
  | 'broken'
  | 'unfilled'
  | 'basic'
  | 'embed-token'
  | 'other-scheme';

/** A call by the id of its operation, such as `Reports_GetReports`, and the host where the library is given one. */
export interface NamedOperation {
  /** Undefined where the name leaves open which of several it is. */
  readonly id?: string;
  readonly host?: string;
}

/**
 * A request that somebody sent or means to send. `complete` is true only where the reader saw the whole of it, so
 * that a header that is not there is known to be absent.
 */
export interface Request {
  readonly kind: 'request';
  readonly place: Place;
  readonly complete: boolean;
  readonly method?: string;
  /** The URL as written, sealed: masks such as `{workspaceId}` stay. */
  readonly url?: string;
  /** The operation that a library is told to call, where it shows no URL. */
  readonly operation?: NamedOperation;
  readonly headers: readonly Header[];
  readonly authorization?: AuthorizationForm;
  /** Id of the secret in the `Authorization` header. */
  readonly bearer?: number;
  readonly body?: string;
  /** The sentence around it says that it works, so it is not the call that was refused. */
  readonly works?: true;
}

/** An answer to a request. `complete` as in {@link Request}. */
export interface Response {
  readonly kind: 'response';
  readonly place: Place;
  readonly complete: boolean;
  readonly status?: number;
  readonly headers: readonly Header[];
  /** Undefined: nobody pasted it. Empty: the answer had none. */
  readonly body?: string;
  /** The URL the answer came from, where the text says it (`403 Forbidden for url: ...`). */
  readonly url?: string;
  readonly method?: string;
}

/** The part of a redirect back to the app: what the sign-in returned. */
export interface Redirect {
  readonly kind: 'redirect';
  readonly place: Place;
  readonly url: string;
  readonly fields: Fields;
}

/** An Entra error wherever it stood: one description with every code in it. */
export interface EntraError {
  readonly kind: 'entra-error';
  readonly place: Place;
  /** Every code, in order of appearance, each once. */
  readonly codes: readonly number[];
  /** The text around the codes, percent-decoded, one line. */
  readonly text: string;
  readonly error?: string;
  readonly suberror?: string;
  readonly traceId?: string;
  readonly correlationId?: string;
  readonly timestamp?: string;
  /** What the sign-in log adds: what Conditional Access did, and that the account is a guest in the tenant. */
  readonly policies?: 'blocks' | 'passes';
  readonly isGuest?: true;
}

/** A setting for the token request found outside a request: a scope, an authority, a client id in code or configuration. */
export interface Setting {
  readonly kind: 'setting';
  readonly place: Place;
  readonly name:
    | 'scope'
    | 'resource'
    | 'authority'
    | 'tenant'
    /** Where a command names no tenant and so starts from this one. */
    | 'default-tenant'
    | 'client-id'
    | 'grant'
    | 'redirect-uri'
    | 'embed-token-type'
    | 'granted-scopes';
  readonly value: string;
}

/** A credential that stands by itself, in a token answer or in code. */
export interface LooseCredential {
  readonly kind: 'credential';
  readonly place: Place;
  readonly secret: number;
}

/** What one reader recognised at one place. */
export type Piece = Request | Response | Redirect | EntraError | Setting | LooseCredential;

/** One failing call with everything that belongs to it. */
export interface Incident {
  /** Pieces in the order of the text. */
  readonly pieces: readonly Piece[];
  /** The call that failed and its answer, if they were seen. */
  readonly request?: Request;
  readonly response?: Response;
  /** The request for a token, and what Entra said. */
  readonly tokenRequest?: Request;
  readonly tokenResponse?: Response;
  /** The authorize request. */
  readonly authorize?: Request;
  readonly redirect?: Redirect;
  /** The sealed text of all pastes of the incident. */
  readonly text: string;
}

/** What the readers make of all pastes. */
export interface Reading {
  readonly incidents: readonly Incident[];
  readonly secrets: readonly Secret[];
  readonly notices: readonly Notice[];
}
