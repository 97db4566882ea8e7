import { resourceAskedBy } from '../knowledge/derive/derive-token.ts';
import { isPowerBiApplication, resourceName } from '../knowledge/resources.ts';
import type { CredentialKind, Json, JsonObject, Secret } from '../model/secret.ts';
import { neutralise } from '../redact/neutralise.ts';
import { credentialWords } from '../redact/text/words.ts';
import { KIND_ADVICE } from './token-kinds.ts';
import { spanWords } from './token-times.ts';
import { lifeWords, meaningOf, type Surroundings, valueWords } from './token-values.ts';

/** One claim: its value as it may be shown, what the value says, and what the claim means. */
export interface ClaimReading {
  readonly name: string;
  readonly value: string;
  readonly says: readonly string[];
  readonly means: string;
}

/** All there is to say of one credential, without the credential. */
export interface TokenReading {
  readonly kind: CredentialKind;
  readonly words: string;
  readonly length: number;
  readonly integrity: Secret['integrity'];
  readonly advice: string;
  /** The answer in a few lines: for which API, whose, how long. */
  readonly summary: readonly { readonly label: string; readonly text: string }[];
  /** What checking the signature came to, where it was asked for. */
  readonly signature?: string;
  readonly header: readonly ClaimReading[];
  readonly claims: readonly ClaimReading[];
}

const LONGEST = 300;

const shown = (value: Json): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = neutralise(text).replace(/\s+/g, ' ');
  const list = Array.isArray(value) ? neutralise(value.map((each) => String(each)).join(', ')) : safe;
  const whole = list.startsWith('(hidden)') ? 'not shown: personal or internal' : list;
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}...` : whole;
};

const MASKED = /^(?:person|mail|ip|private-ip|phone)-\d+/;

/** How to see a value that was masked before it came here. */
const howToSee = (value: string): readonly string[] =>
  MASKED.test(value) ? ['masked; --include-personal shows it'] : [];

const read = (object: JsonObject | undefined, around: Surroundings): readonly ClaimReading[] =>
  Object.entries(object ?? {}).map(([name, value]) => ({
    name: neutralise(name).slice(0, 100),
    value: shown(value),
    says: [...howToSee(shown(value)), ...valueWords(name, value, around).map((text) => neutralise(text))],
    means: meaningOf(name),
  }));

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

const audienceLine = (claims: JsonObject): string | undefined => {
  const aud = textOf(claims['aud']);
  if (aud === undefined) return undefined;
  const { resource } = resourceAskedBy(aud, textOf(claims['appid']) ?? textOf(claims['azp']));
  if (resource === 'unknown') return `${aud}, which is no API that this tool knows`;
  const name = resourceName(resource, aud);
  return isPowerBiApplication(resource)
    ? `${name}: it fits the Power BI and the Fabric REST API`
    : `${name}: Power BI and Fabric refuse it`;
};

/**
 * Whose token it is. `idtyp` is the best sign and optional; without it, `scp` is a user's, and `sub` equal to `oid` an app's.
 * See https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
const callerLine = (claims: JsonObject): string | undefined => {
  if (claims['xms_mirid'] !== undefined) return 'a managed identity';
  if (claims['idtyp'] === 'app') return 'an app that acts as itself (service principal or managed identity)';
  if (claims['scp'] !== undefined) return 'a user, through an app';
  const { sub, oid } = claims;
  if (sub !== undefined && sub === oid)
    return 'most likely an app that acts as itself (sub equals oid, and there is no scp)';
  return claims['roles'] === undefined ? undefined : 'most likely an app that acts as itself (roles and no scp)';
};

/** Services allow clocks to differ by five minutes. */
const SKEW = 300;

const timeLine = (claims: JsonObject, now: string): string | undefined => {
  const { exp, nbf } = claims;
  const at = Date.parse(now) / 1000;
  const life = lifeWords(claims);
  const inAll = life === undefined ? '' : `; it lives ${life} in all`;
  if (typeof exp === 'number' && exp <= at) return `it expired ${spanWords(at - exp)} ago${inAll}`;
  if (typeof nbf === 'number' && nbf - at > SKEW)
    return `it is not valid yet: it begins in ${spanWords(nbf - at)}${inAll}`;
  return typeof exp === 'number' ? `it is good for another ${spanWords(exp - at)}${inAll}` : undefined;
};

const INTEGRITY: Readonly<Record<Secret['integrity'], string | undefined>> = {
  whole: undefined,
  wrapped: 'It has line breaks or blanks inside. An API wants it in one piece.',
  'cut-off': 'It is cut off: a part is missing. What is there was read.',
  altered: 'It does not decode: letters are missing or were changed.',
};

const line = (label: string, text: string | undefined) => (text === undefined ? [] : [{ label, text }]);

const isAccessToken = ({ kind }: Secret): boolean => kind === 'access-token';

/** Reads a credential that was sealed: its description holds the claims, and never the token. */
export const readToken = (secret: Secret, now: string, zone: string): TokenReading => {
  const claims = secret.claims ?? {};
  const around = { claims, now, zone };
  return {
    kind: secret.kind,
    words: credentialWords(secret),
    length: secret.length,
    integrity: secret.integrity,
    advice: KIND_ADVICE[secret.kind],
    summary: [
      ...line('For', isAccessToken(secret) ? audienceLine(claims) : undefined),
      ...line('Whose', isAccessToken(secret) ? callerLine(claims) : undefined),
      ...line('Time', timeLine(claims, now)),
      ...line('Whole', INTEGRITY[secret.integrity]),
    ],
    header: read(secret.head, around),
    claims: read(secret.claims, around),
  };
};
