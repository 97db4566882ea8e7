import { describe, expect, it } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import { openNetwork } from '../../src/live/network.ts';
import { lookedAt } from '../support/looked.ts';
import { withWorld } from '../support/simulated.ts';
import { AS_ANNA, AS_APP, anna, app, bearer, HOST, sought } from '../support/sought.ts';

const ITEMS = `/v1/workspaces/${setup.world.workspaces['sales']?.id}/items`;

describe('a claims challenge in a live answer', () => {
  it('is decoded: what the new token has to satisfy is told', async () => {
    const seen = await sought({ world: { revoked: [anna.id] }, path: ITEMS, claims: AS_ANNA });
    expect(seen.steps.map(({ probe }) => probe.id)).toEqual(['call-again']);
    expect(seen.diagnosis.findings[0]).toMatchObject({ cause: 'claims-challenge', verdict: 'confirmed' });
    expect(JSON.stringify(seen.diagnosis.recognised)).toMatch(
      /Claims challenge: a token issued after \d{4}-\d\d-\d\dT/,
    );
  });
});

describe('a tenant that throttles', () => {
  it('is waited for as it asks, and the cause behind it is found', async () => {
    const world = { 'service.busyFor': 1, [`workspaces.sales.roles.${app.principalId}`]: null };
    const seen = await sought({ world, path: ITEMS });
    expect(seen.waits).toEqual([47_000]);
    expect(seen.diagnosis.findings[0]?.cause).toBe('workspace-access-missing');
  });

  it('that names no wait is left alone', async () => {
    const seen = await sought({ world: { 'service.isBusy': true, 'service.retryAfter': '' }, path: ITEMS });
    expect([seen.waits, seen.steps.length, seen.diagnosis.findings[0]?.cause]).toEqual([[], 1, 'throttled']);
  });
});

describe('a clock that is off by a day', () => {
  it.each([26, -26])('by %i hours is told, and turns no good token into the cause', async (hours) => {
    await withWorld({ [`workspaces.sales.roles.${app.principalId}`]: null }, async (simulator) => {
      const network = openNetwork({ simulator: simulator.port });
      const call = `GET ${HOST}${ITEMS} HTTP/1.1\nauthorization: Bearer ${await bearer(simulator, AS_APP)}\n`;
      const now = new Date(Date.now() + hours * 3_600_000).toISOString();
      const { diagnosis } = await lookedAt(call, network, now);
      await network.close();
      expect(diagnosis.findings[0]).toMatchObject({ cause: 'workspace-access-missing', verdict: 'confirmed' });
      const said = diagnosis.notices.map(({ text }) => text).join(' ');
      expect(said).toContain(`1560 minutes ${hours > 0 ? 'ahead of' : 'behind'} that of the server`);
    });
  });
});

describe('notices', () => {
  it('of the readers stay beside those of the look', async () => {
    await withWorld({ 'service.isDown': true }, async (simulator) => {
      const network = openNetwork({ simulator: simulator.port });
      const call = `GET ${HOST}${ITEMS} HTTP/1.1\nauthorization: Bearer ${await bearer(simulator, AS_APP)}\n`;
      const { diagnosis } = await lookedAt(`${call}\n${'\u0000'}`, network);
      await network.close();
      const codes = diagnosis.notices.map(({ code }) => code);
      expect(codes).toContain('text-replaced');
      expect(codes).toContain('not-checked');
    });
  });
});

describe('a call that may not be repeated', () => {
  const WRITE = `POST ${HOST}/v1/workspaces HTTP/1.1\nauthorization: Bearer ***\n\n{}\n`;

  it('is not: it is looked whether the API answers, without a token', async () => {
    await withWorld({}, async (simulator) => {
      const network = openNetwork({ simulator: simulator.port });
      const { diagnosis, steps } = await lookedAt(WRITE, network);
      await network.close();
      expect(steps.map(({ probe }) => probe.id)).toEqual(['reach']);
      expect(diagnosis.facts['reach.outcome']).toMatchObject({ state: 'known', value: 'answered' });
      expect(simulator.log.map(({ heard }) => [heard.method, heard.headers['authorization']])).toEqual([
        ['GET', undefined],
      ]);
    });
  });

  it('and whose API is not reached ends with the network as its cause', async () => {
    const port = await withWorld({}, async (simulator) => simulator.port);
    const { diagnosis } = await lookedAt(WRITE, openNetwork({ simulator: port }));
    expect(diagnosis.findings[0]?.cause).toBe('network-or-private-link-block');
  });
});
