import { expect } from 'vitest';
import { setup } from '../../src/generated/simulator.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { ranAgainst } from './failing-call.ts';

const { tenant, apps, workspaces } = setup.world;

/** The app of the simulator that the tests sign in as. */
export const app = apps['nightly'] ?? expect.fail();
export const SCOPE = 'https://api.fabric.microsoft.com/.default';
export const TOKEN_URL = `https://login.microsoftonline.com/${tenant.id}/oauth2/v2.0/token`;

/** The app, by the names that azure-identity has for it in the environment. */
export const IDS = { AZURE_TENANT_ID: tenant.id, AZURE_CLIENT_ID: app.clientId };

/** A token request whose proof was masked before it was pasted. */
export const MASKED = [
  `POST ${TOKEN_URL} HTTP/1.1`,
  'content-type: application/x-www-form-urlencoded',
  '',
  `grant_type=client_credentials&client_id=${app.clientId}&client_assertion=***&scope=${encodeURIComponent(SCOPE)}`,
  '',
].join('\n');

/** A call whose token was masked. */
export const CALL = [
  `GET https://api.fabric.microsoft.com/v1/workspaces/${workspaces['sales']?.id}/items HTTP/1.1`,
  'authorization: Bearer ***',
  '',
].join('\n');

/** Probes a text against the simulator. */
export const probed = (
  simulator: Simulator,
  text: string,
  options: readonly string[],
  env: Readonly<Record<string, string>> = {},
) => ranAgainst(simulator, ['probe', '-', ...options], text, { env });

/** The form of a request that the simulator heard. */
export const formOf = ({ log }: Simulator, at = 0): URLSearchParams => new URLSearchParams(log[at]?.heard.body);
