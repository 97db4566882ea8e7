import type { LooseCredential, Setting } from '../../model/incident.ts';
import { type JsonObject, sealPattern } from '../../model/secret.ts';
import { type FoundJson, fieldOf, findJson, isObject, textField } from '../syntax/json.ts';
import { type Placer, placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

/** An access token as the cache of MSAL keeps it; other credentials of the cache are never sent to an API. */
const isAccessToken = (entry: JsonObject): boolean =>
  /^accesstoken/i.test(textField(entry, 'credential_type') ?? '') && textField(entry, 'secret') !== undefined;

const entriesIn = (value: JsonObject): readonly JsonObject[] => {
  if (isAccessToken(value)) return [value];
  const section = fieldOf(value, 'AccessToken');
  return isObject(section) ? Object.values(section).filter(isObject).filter(isAccessToken) : [];
};

/**
 * The scopes that were asked for. The cache keeps what Entra granted, which names the permissions beside `.default`, and
 * those of OpenID, which MSAL adds.
 */
const askedScopes = (target: string): string => {
  const scopes = target.split(/\s+/).filter((scope) => !/^(?:openid|profile|email|offline_access|)$/.test(scope));
  const whole = scopes.filter((scope) => scope.endsWith('/.default'));
  return (whole.length > 0 ? whole : scopes).join(' ');
};

const settingsOf = (entry: JsonObject, at: Setting['place']): readonly Setting[] => {
  const named = [
    ['scope', askedScopes(textField(entry, 'target') ?? '')],
    ['tenant', textField(entry, 'realm') ?? ''],
    ['client-id', textField(entry, 'client_id') ?? ''],
  ] as const;
  return named.flatMap(([name, value]): readonly Setting[] =>
    value === '' ? [] : [{ kind: 'setting', place: { ...at, what: `${name} of the token cache` }, name, value }],
  );
};

const piecesOf = (found: FoundJson, place: Placer): readonly Found[] =>
  entriesIn(found.value).flatMap((entry): readonly Found[] => {
    const at = place(found.from, 'access token of the token cache');
    const id = sealPattern().exec(textField(entry, 'secret') ?? '')?.[1];
    const token: readonly LooseCredential[] =
      id === undefined ? [] : [{ kind: 'credential', place: at, secret: Number(id) }];
    const span = { from: found.from, to: Math.max(found.to, found.from + 1) };
    return [...token, ...settingsOf(entry, at)].map((piece) => ({ piece, ...span }));
  });

/** Reads the token cache of MSAL: https://learn.microsoft.com/entra/msal/dotnet/how-to/token-cache-serialization */
export const tokenCacheReader: Reader = {
  id: 'token-cache',
  sees: 'rest',
  read: (text, paste) => {
    if (!/credential_type/i.test(text)) return [];
    const place = placerOf(text, paste);
    return findJson(text).flatMap((found) => piecesOf(found, place));
  },
};
