import type { Incident, Request } from '../../model/incident.ts';
import type { Secret } from '../../model/secret.ts';
import { splitUrl } from '../syntax/url.ts';

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

/** Hosts of the REST APIs, which no page embeds from. */
const REST = /^api\./;

const hostOf = ({ url }: Request): string | undefined => (url === undefined ? undefined : splitUrl(url).host);

/** What the requests to other hosts carried: nobody says that this call was made with it. */
const sentElsewhere = ({ request, pieces }: Pick<Incident, 'request' | 'pieces'>): ReadonlySet<number> => {
  const host = request === undefined ? undefined : hostOf(request);
  const others = pieces.filter((piece): piece is Request => piece.kind === 'request' && piece.bearer !== undefined);
  const carried = (one: Request): number[] => (one.bearer === undefined ? [] : [one.bearer]);
  if (host === undefined) return new Set();
  const here = new Set(others.filter((one) => (hostOf(one) ?? host) === host).flatMap(carried));
  return new Set(others.flatMap(carried).filter((id) => !here.has(id)));
};

/**
 * Whether an embed token in the text is one that this call gave or that a page embeds with, so that nobody says that the
 * call was made with it.
 */
const isForEmbedding = ({ request, pieces }: Pick<Incident, 'request' | 'pieces'>): boolean => {
  if (request?.url === undefined) return false;
  const { host, path } = splitUrl(request.url);
  if (!REST.test(host)) return false;
  const isConfigured = pieces.some((piece) => piece.kind === 'setting' && piece.name === 'embed-token-type');
  return isConfigured || /\/GenerateToken\/?$/i.test(path);
};

/**
 * The credential that the call was made with: the bearer of the request, or, where that is masked or was not seen, the
 * only value that stood behind `Bearer`, the only access token or embed token. Of several nothing can be told.
 */
export const credentialOf = (
  incident: Pick<Incident, 'request' | 'pieces'>,
  secrets: readonly Secret[],
): Secret | undefined => {
  const { request } = incident;
  const sent = secrets.find(({ id }) => id === request?.bearer);
  if (sent !== undefined && !isBlankMask(sent)) return sent;
  if (request?.authorization === 'missing') return undefined;
  const elsewhere = sentElsewhere(incident);
  const free = secrets.filter(({ id }) => !elsewhere.has(id));
  const bearers = free.filter((secret) => secret.fields.includes('bearer') && !isBlankMask(secret));
  const embedded = isForEmbedding(incident) ? [] : free.filter(({ kind }) => kind === 'embed-token');
  return only(bearers) ?? only(free.filter(whole)) ?? only(embedded) ?? sent;
};
