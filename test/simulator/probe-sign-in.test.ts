import { describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import { CALL, probed } from '../support/own-app.ts';
import { withWorld } from '../support/simulated.ts';

const { tenant, apps, users } = setup.world;

/** The app that people sign in with. */
const IDS = { AZURE_TENANT_ID: tenant.id, AZURE_CLIENT_ID: apps['desk']?.clientId ?? '' };

describe('probe --sign-in', () => {
  it('signs a person in by device code and looks with that token', async () => {
    const anna = users['anna']?.id ?? '';
    await withWorld({ [`workspaces.sales.roles.${anna}`]: null }, async (simulator) => {
      const { flat, err, code } = await probed(simulator, CALL, ['--sign-in', 'device'], IDS);
      expect(err).toContain('open https://microsoft.com/devicelogin in a browser and type the code HXKQ7PZTN');
      expect(err).toContain('Signed in.');
      expect(flat).toContain('workspace-access-missing');
      expect(code).toBe(1);
      for (const { reply } of simulator.log) {
        const { access_token, device_code, refresh_token } = JSON.parse(reply.body || '{}');
        for (const secret of [access_token, device_code, refresh_token].filter((one) => one !== undefined))
          expect(flat + err).not.toContain(secret.slice(0, 24));
      }
    });
  });

  it('diagnoses the sign-in itself where that is refused', async () => {
    await withWorld({ 'apps.desk.isPublic': false }, async (simulator) => {
      const { flat, err, code } = await probed(simulator, CALL, ['--sign-in', 'device'], IDS);
      expect(err).toContain('The sign-in itself is refused. This is why:');
      expect([flat.includes('public-client-not-enabled'), code]).toEqual([true, 1]);
    });
  });

  it('does not look with the token of somebody else than the caller', async () => {
    await withWorld({ 'deviceSignIn.user': 'ben' }, async (simulator) => {
      const bearer = await simulator.authority.signer.sign({
        aud: 'https://api.fabric.microsoft.com',
        exp: Math.floor(Date.now() / 1000) + 3600,
        tid: tenant.id,
        oid: users['anna']?.id ?? '',
        appid: apps['desk']?.clientId ?? '',
        scp: 'Item.Read.All',
      });
      const call = CALL.replace('***', bearer);
      const { code, err } = await probed(simulator, call, ['--sign-in', 'device']);
      expect(err).toContain('You signed in as another caller than that of the call');
      expect(code).toBe(4);
      expect(simulator.log.map(({ heard }) => heard.host)).not.toContain('api.fabric.microsoft.com');
    });
  });

  it('says what is missing where nothing tells who signs in, and shows with --dry-run what it would send', async () => {
    await withWorld({}, async (simulator) => {
      const { code, err } = await probed(simulator, CALL, ['--sign-in', 'device']);
      expect(code).toBe(2);
      expect(err).toMatch(/^INPUT_MISSING: .*AZURE_TENANT_ID and AZURE_CLIENT_ID/);
      const { out } = await probed(simulator, CALL, ['--sign-in', 'device', '--dry-run'], IDS);
      expect(out).toContain(`POST https://login.microsoftonline.com/${tenant.id}/oauth2/v2.0/devicecode`);
      expect(simulator.log).toEqual([]);
    });
  });
});
