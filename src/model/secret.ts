/** What a credential turns out to be, by where it stood and by its shape. */
export type CredentialKind =
  | 'access-token'
  | 'id-token'
  | 'refresh-token'
  | 'authorization-code'
  | 'embed-token'
  | 'encrypted-token'
  | 'personal-token'
  | 'client-secret'
  | 'assertion'
  | 'device-code'
  | 'password'
  | 'cookie'
  | 'signature'
  | 'private-key'
  | 'key'
  | 'guid'
  | 'object-name'
  | 'empty'
  | 'other';

/** The parameter, header or property a secret stood in. `alone` is a value with nothing around it. */
export type SecretField =
  | 'bearer'
  | 'basic'
  | 'code'
  | 'access_token'
  | 'id_token'
  | 'refresh_token'
  | 'client_secret'
  | 'assertion'
  | 'device_code'
  | 'code_verifier'
  | 'password'
  | 'cookie'
  | 'embed'
  | 'signature'
  | 'key'
  | 'alone';

/** A value of a JSON document. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** An object of a JSON document. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/**
 * The description of one secret: all that leaves the border. The same value gets the same `id` wherever it stands,
 * so that "the bearer is the value of code=" can be seen without the value.
 */
export interface Secret {
  /** From 1, in order of appearance. In sealed text it stands as {@link seal}(id). */
  readonly id: number;
  /** What it is. Where the context does not decide, the likelier one, and `rivals` names the others. */
  readonly kind: CredentialKind;
  readonly rivals: readonly CredentialKind[];
  /** Every field it stood in, in order of appearance, each once. */
  readonly fields: readonly SecretField[];
  /** Characters of the value as pasted. */
  readonly length: number;
  /** `cut-off`: a token with an end missing. `altered`: a token that does not decode. `wrapped`: line breaks or blanks inside. */
  readonly integrity: 'whole' | 'cut-off' | 'wrapped' | 'altered';
  /** The words of a mask that stands for the value, such as `code` for `[code]`; empty for masks without words. */
  readonly mask?: string;
  /** The mask is a variable, a call or a command of a program, which nobody masked. */
  readonly isExpression?: boolean;
  /** Header and claims of a JWT, as far as they decode. */
  readonly head?: JsonObject;
  readonly claims?: JsonObject;
}

const OPEN = '\uE000';
const CLOSE = '\uE001';

/** The mark that stands for a secret in sealed text: private-use characters, which `prepareText` strips from input. */
export const seal = (id: number): string => `${OPEN}${id}${CLOSE}`;

/** Finds the marks of {@link seal}; the first group is the id. A new object each time: global patterns hold state. */
export const sealPattern = (): RegExp => /\uE000(\d+)\uE001/g;
