import type { Recognition } from '../../index.ts';
import { resourceAskedBy } from '../../knowledge/derive/derive-token.ts';
import { resourceName } from '../../knowledge/resources.ts';
import type { JsonObject, Secret } from '../../model/secret.ts';
import { neutralise, unsealed } from '../../redact/neutralise.ts';
import { credentialWords } from '../../redact/text/words.ts';
import { spanWords } from '../../report/token-times.ts';
import { capital } from '../../report/words.ts';

const INTEGRITY: Readonly<Record<Secret['integrity'], string | undefined>> = {
  whole: undefined,
  'cut-off': 'cut off',
  wrapped: 'with line breaks or blanks inside',
  altered: 'does not decode',
};

const callerOf = ({ idtyp, scp, xms_mirid }: JsonObject): string | undefined => {
  if (xms_mirid !== undefined) return 'managed identity';
  if (idtyp === 'app') return 'app';
  return scp === undefined ? undefined : 'user';
};

const apiOf = ({ aud, appid, azp }: JsonObject): string | undefined => {
  if (typeof aud !== 'string') return undefined;
  const app = appid ?? azp;
  const { resource } = resourceAskedBy(aud, typeof app === 'string' ? app : undefined);
  return `for ${resource === 'unknown' ? aud : resourceName(resource, aud)}`;
};

const timeOf = ({ exp }: JsonObject, now: string): string | undefined => {
  if (typeof exp !== 'number') return undefined;
  const left = exp - Date.parse(now) / 1000;
  return left <= 0 ? `expired ${spanWords(left)} ago` : `good for another ${spanWords(left)}`;
};

const withoutArticle = (words: string): string => words.replace(/^(?:an?|the) /, '');

/** One credential in a line, such as "Access token, app, for Microsoft Graph, expired 3 hours ago (not kept)". */
const credentialLine = (secret: Secret, now: string): string => {
  const { claims, mask, length, integrity } = secret;
  const words = withoutArticle(credentialWords(secret));
  if (mask !== undefined) return capital(words);
  const about =
    secret.kind === 'access-token' && claims !== undefined
      ? [callerOf(claims), apiOf(claims), timeOf(claims, now)]
      : [`${length} characters`];
  const parts = [words, ...about, INTEGRITY[integrity]].filter((part) => part !== undefined);
  return capital(`${parts.join(', ')} (not kept)`);
};

/** What was recognised in one paste, a line each: its parts in the order of the text, then its credentials. */
export const recognisedLines = ({ recognised, secrets }: Recognition, now: string): readonly string[] => {
  const parts = recognised.filter(({ place }) => place.what !== 'credential').map(({ what }) => what);
  const lines = [...parts, ...secrets.map((secret) => credentialLine(secret, now))];
  return [...new Set(lines)].map((line) => neutralise(unsealed(line, secrets)));
};
