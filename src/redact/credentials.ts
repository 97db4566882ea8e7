import type { CredentialKind, JsonObject, SecretField } from '../model/secret.ts';
import { describe } from './describe.ts';
import { findSecrets, isReal } from './find/find.ts';
import { prepareText } from './prepare/prepare.ts';

/** A credential with its value: for live checks, which send it where it belongs, and for nothing else. */
export interface Credential {
  readonly kind: CredentialKind;
  readonly field: SecretField;
  readonly value: string;
  readonly claims?: JsonObject;
}

/** The credentials of a text with their values, in order. The engine never calls this: it works on sealed text. */
export const credentialsIn = (text: string): readonly Credential[] =>
  findSecrets(prepareText(text).text)
    .filter(isReal)
    .map(({ field, value, wrapped }): Credential => {
      const { kind, claims } = describe({
        id: 0,
        value,
        length: value.length,
        wrapped: wrapped === true,
        fields: [field],
      });
      return { kind, field, value, ...(claims && { claims }) };
    });
