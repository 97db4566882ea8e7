import type { Request } from '../model/incident.ts';
import type { Secret } from '../model/secret.ts';

const only = (secrets: readonly Secret[]): Secret | undefined => (secrets.length === 1 ? secrets[0] : undefined);

/** A mask that says nothing of what it hides, such as `[token]`. */
const isBlankMask = ({ mask, kind }: Secret): boolean =>
  mask !== undefined && (kind === 'access-token' || kind === 'other' || kind === 'empty');

const whole = ({ kind, claims }: Secret): boolean => kind === 'access-token' && claims !== undefined;

/** A text that is nothing but one value, or the parameter `code` with it. */
const ALONE = /^\s*[?&]?(?:["']?\bcode["']?\s{0,5}[=:]\s{0,5})?["']?\uE000(\d+)\uE001["']?\s*$/;

/** A code or refresh token that was pasted with nothing around it: people ask what it is. */
export const loneCredential = (text: string, secrets: readonly Secret[]): Secret | undefined => {
  const id = Number(ALONE.exec(text)?.[1] ?? 0);
  const secret = secrets.find((one) => one.id === id);
  const isOpaque = secret?.kind === 'authorization-code' || secret?.kind === 'refresh-token';
  return isOpaque && secret.mask === undefined ? secret : undefined;
};

/**
 * The credential that the call was made with: the bearer of the request, or, where that is masked or was not seen, the
 * only value that stood behind `Bearer`, the only access token or embed token. Of several nothing can be told.
 */
export const credentialOf = (request: Request | undefined, secrets: readonly Secret[]): Secret | undefined => {
  const sent = secrets.find(({ id }) => id === request?.bearer);
  if (sent !== undefined && !isBlankMask(sent)) return sent;
  const bearers = secrets.filter((secret) => secret.fields.includes('bearer') && !isBlankMask(secret));
  if (request?.authorization === 'missing') return undefined;
  const embedded = secrets.filter(({ kind }) => kind === 'embed-token');
  return only(bearers) ?? only(secrets.filter(whole)) ?? only(embedded) ?? sent;
};
