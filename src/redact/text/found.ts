import type { SecretField } from '../../model/secret.ts';

/** A place in a prepared text that holds a secret or what stands for one. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly field: SecretField;
  /** The value itself: without the line breaks of a wrapped token, without the quotes around it. */
  readonly value: string;
  readonly wrapped?: true;
  /** The value is an expression of a program, not a literal: only its words count. */
  readonly expression?: true;
  /** What has to stand after the mark to keep the text well formed, such as a closing quote. */
  readonly tail?: string;
}

/**
 * A value as a find. The field stands first: a copy that only gets more names behind what is copied takes several times as
 * long, and a text may hold thousands.
 */
export const foundAs = (field: SecretField, value: Omit<Found, 'field'>): Found => ({ field, ...value });

/** A find of a part of a text at its place in the whole. */
export const foundFrom = (from: number, found: Found): Found =>
  from === 0 ? found : { ...found, start: found.start + from, end: found.end + from };
