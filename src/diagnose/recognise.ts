import type { Recognised } from '../model/diagnosis.ts';
import type { Secret } from '../model/secret.ts';
import { readSealed } from '../read/read.ts';
import { recognisedIn } from '../read/recognised.ts';
import type { Sealed } from '../redact/seal.ts';

/** What stands in pastes, before anything is concluded from it. */
export interface Recognition {
  readonly recognised: readonly Recognised[];
  readonly secrets: readonly Secret[];
}

/** Reads pastes and says what they are: the part of a diagnosis that a person wants at once. */
export const recognise = (sealed: Sealed): Recognition => {
  const { incidents, secrets } = readSealed(sealed);
  return { recognised: incidents.flatMap((incident) => recognisedIn(incident, secrets)), secrets };
};
