import { expect } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import { openNetwork } from '../../src/live/network.ts';
import type { JsonObject } from '../../src/model/secret.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { type LookedAt, lookedAt } from './looked.ts';
import { withWorld } from './simulated.ts';

const { tenant, apps, users } = setup.world;
/** The app that calls. */
export const app = apps['nightly'] ?? expect.fail();
/** The person who calls. */
export const anna = users['anna'] ?? expect.fail();
export const HOST = 'https://api.fabric.microsoft.com';

export const AS_APP: JsonObject = { oid: app.principalId, sub: app.principalId, appid: app.clientId, idtyp: 'app' };
export const AS_ANNA: JsonObject = {
  oid: anna.id,
  appid: apps['desk']?.clientId ?? '',
  scp: 'Workspace.Read.All Item.Read.All',
};

/** A good token, with these claims. */
export const bearer = ({ authority }: Simulator, claims: JsonObject): Promise<string> =>
  authority.signer.sign({
    aud: HOST,
    iss: `https://sts.windows.net/${tenant.id}/`,
    tid: tenant.id,
    ver: '1.0',
    iat: authority.now() - 60,
    nbf: authority.now() - 60,
    exp: authority.now() + 3600,
    ...claims,
  });

/** The app's secret as the token request that worked before; with it, what Graph knows can be looked up. */
const secretOf = ({ authority }: Simulator): string =>
  [
    '',
    `POST https://login.microsoftonline.com/${tenant.id}/oauth2/v2.0/token HTTP/1.1`,
    'content-type: application/x-www-form-urlencoded',
    '',
    new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: app.clientId,
      client_secret: authority.vault.secretOf(app.clientId),
      scope: `${HOST}/.default`,
    }).toString(),
    '',
  ].join('\n');

interface Sought {
  readonly world: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly claims?: JsonObject;
  readonly withSecret?: true;
}

/** What a look finds out about a call in a world that differs at these paths. */
export const sought = ({
  world,
  path,
  claims = AS_APP,
  withSecret,
}: Sought): Promise<LookedAt & { heard: readonly string[] }> =>
  withWorld(world, async (simulator) => {
    const network = openNetwork({ simulator: simulator.port });
    const call = `GET ${HOST}${path} HTTP/1.1\nauthorization: Bearer ${await bearer(simulator, claims)}\n`;
    const outcome = await lookedAt(withSecret ? `${call}${secretOf(simulator)}` : call, network);
    await network.close();
    return { ...outcome, heard: simulator.log.map(({ heard }) => `${heard.method} ${heard.host}${heard.path}`) };
  });

/** The value of a fact, where it was found out. */
export const valueOf = ({ diagnosis }: LookedAt, path: keyof LookedAt['diagnosis']['facts']): unknown => {
  const fact = diagnosis.facts[path];
  return fact?.state === 'known' ? fact.value : undefined;
};
