import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { certify } from '../support/certificate.ts';
import { app, IDS, MASKED, probed } from '../support/own-app.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { withWorld } from '../support/simulated.ts';

const folder = scratchFolder('federated-token');
const issuer = certify({ name: 'The issuer' });

describe('probe with a token of another issuer (federated credential)', () => {
  const federated = (subject: string): Promise<string> =>
    new SignJWT({ iss: app.federated.issuer, sub: subject, aud: 'api://AzureADTokenExchange' })
      .setProtectedHeader({ alg: 'RS256' })
      .setExpirationTime('10m')
      .sign(issuer.key);

  it('sends it as client assertion, by the file that was named or that the environment names', async () => {
    await withWorld({}, async (simulator) => {
      const path = folder.write('federated', `${await federated(app.federated.subject)}\n`);
      expect((await probed(simulator, MASKED, ['--assertion', path])).err).toContain('status 200');
      const env = { ...IDS, AZURE_FEDERATED_TOKEN_FILE: path };
      const { err } = await probed(simulator, MASKED, [], env);
      expect(err).toContain('client_assertion: (assertion of another issuer, from its file)');
      expect(err).toContain('status 200');
    });
  });

  it('names the cause where no federated credential fits its subject', async () => {
    await withWorld({}, async (simulator) => {
      const path = folder.write('federated', await federated('repo:contoso/other:ref:refs/heads/main'));
      const { flat } = await probed(simulator, MASKED, ['--assertion', path]);
      expect(flat).toContain('federated-credential-mismatch');
    });
  });

  it('refuses a file that holds anything else', async () => {
    await withWorld({}, async (simulator) => {
      const { code, err } = await probed(simulator, MASKED, ['--assertion', folder.write('text', 'two words')]);
      expect([code, simulator.log]).toEqual([2, []]);
      expect(err).toContain('must hold one token (a JWT) and nothing else');
    });
  });
});
