import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { openNetwork, type Received } from '../../src/live/network.ts';
import type { Outgoing } from '../../src/live/outgoing.ts';
import { Sensitive } from '../../src/live/sensitive.ts';
import { type Certified, certify } from '../support/certificate.ts';
import { ran } from '../support/ran.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { type TlsWorld, tlsWorld } from '../support/tls-world.ts';
import { buildToken } from '../support/token.ts';

const HOST = 'api.powerbi.com';
const SECRET = ['never', 'to', 'be', 'seen'].join('-');
const GET: Outgoing = {
  method: 'GET',
  url: `https://${HOST}/v1.0/myorg/groups`,
  carries: { what: 'token', audience: 'https://analysis.windows.net/powerbi/api' },
  bearer: new Sensitive(SECRET, 'access token'),
};

const company = certify({ name: 'Company inspection', isAuthority: true });
const other = certify({ name: 'Another authority', isAuthority: true });
const leaf = (changes: Partial<Parameters<typeof certify>[0]> = {}): Certified =>
  certify({ name: HOST, hosts: [HOST], issuer: company, ...changes });

const folder = scratchFolder('live-tls');

const within = async <T>(shown: Certified, use: (world: TlsWorld) => Promise<T>): Promise<T> => {
  const world = await tlsWorld(shown);
  try {
    return await use(world);
  } finally {
    await world.close();
  }
};

/** One request by way of the proxy, to a server that shows this certificate. */
const asked = (shown: Certified, ca?: string): Promise<{ received: Received; heard: readonly string[] }> =>
  within(shown, async ({ proxy, heard }) => {
    const network = openNetwork({ proxy, ...(ca !== undefined && { ca: [ca] }), limits: { whole: 5000 } });
    const received = await network.send(GET);
    await network.close();
    return { received, heard };
  });

describe('a certificate that is not what it should be ends with its reason, and the server never sees the token', () => {
  it.each<[string, () => Certified, string]>([
    ['of an issuer that nobody here knows, as an inspecting proxy shows', () => leaf(), 'certificate-issuer'],
    ['that signs itself', () => certify({ name: HOST, hosts: [HOST] }), 'certificate-issuer'],
  ])('%s', async (_, make, how) => {
    const { received, heard } = await asked(make());
    expect(received).toEqual({ is: 'failed', how });
    expect(heard).toEqual([]);
  });

  it.each<[string, () => Certified, string]>([
    ['that has expired', () => leaf({ from: -30, to: -1 }), 'certificate-time'],
    [
      'that is not valid yet, as where the clock of this machine is behind',
      () => leaf({ from: 1 }),
      'certificate-time',
    ],
    ['of another host', () => leaf({ hosts: ['api.powerbi.com.evil.example'] }), 'certificate-host'],
    ['of another issuer than the trusted one', () => leaf({ issuer: other }), 'certificate-issuer'],
  ])('%s, though its issuer is trusted', async (_, make, how) => {
    const { received, heard } = await asked(make(), company.certificate);
    expect(received).toEqual({ is: 'failed', how });
    expect(heard).toEqual([]);
  });

  it('a right certificate of an issuer that is named is taken, and the answer comes', async () => {
    const { received, heard } = await asked(leaf(), company.certificate);
    expect(received).toMatchObject({ is: 'answered', status: 403 });
    expect(heard.join('')).toContain(`authorization: Bearer ${SECRET}`);
  });
});

const call = (): string =>
  [
    `GET https://${HOST}/v1.0/myorg/groups HTTP/1.1`,
    `authorization: Bearer ${buildToken({
      aud: 'https://analysis.windows.net/powerbi/api',
      exp: Math.floor(Date.now() / 1000) + 3600,
      tid: '4cb58381-19f4-4985-9067-c0b3e9da3d0e',
      scp: 'Workspace.Read.All',
    })}`,
    '',
  ].join('\n');

describe('probe behind a proxy that opens encrypted traffic', () => {
  const probed = (proxy: string, options: readonly string[] = []) =>
    ran(['probe', '-', '--yes', ...options], call(), {
      now: () => new Date().toISOString(),
      env: { HTTPS_PROXY: proxy },
    });

  it('says that the certificate is not trusted and how to trust it, names the cause, and asks that host no more', async () => {
    await within(leaf(), async ({ proxy, tunnels, heard }) => {
      const { code, flat, err } = await probed(proxy);
      expect(flat).toContain('an issuer that this machine does not trust');
      expect(flat).toContain('--ca FILE or NODE_EXTRA_CA_CERTS');
      expect(flat).toContain('a network rule, private link, firewall or proxy');
      expect(err.match(/does not trust/g)).toHaveLength(1);
      expect(tunnels.filter((line) => line.includes(HOST))).toHaveLength(1);
      expect([heard, code]).toEqual([[], 1]);
    });
  });

  it('goes through with --ca and the certificate of the proxy', async () => {
    await within(leaf(), async ({ proxy, heard }) => {
      const { err } = await probed(proxy, ['--ca', folder.write('company.pem', company.certificate)]);
      expect(err).toContain('status 403');
      expect(heard[0]).toMatch(/^GET \/v1\.0\/myorg\/groups HTTP/);
    });
  });

  it('refuses a file for --ca that holds no certificate, before anything is sent', async () => {
    await within(leaf(), async ({ proxy, tunnels }) => {
      const { code, err } = await probed(proxy, ['--ca', folder.write('empty.pem', 'nothing')]);
      expect(err).toMatch(/^INPUT_UNREADABLE: .*empty\.pem holds no certificate/m);
      expect([code, tunnels]).toEqual([2, []]);
    });
  });

  it('goes through with NODE_EXTRA_CA_CERTS, alone and beside --ca, and with the store of the system', async () => {
    const issuer = folder.write('extra.pem', company.certificate);
    type Named = 'NODE_EXTRA_CA_CERTS' | 'SSL_CERT_FILE';
    const child = async (proxy: string, named: Named, options: readonly string[] = []): Promise<string> => {
      const main = ['--import', 'tsx', 'src/cli/main.ts', 'probe', '-', '--yes', ...options];
      const env = { ...process.env, HTTPS_PROXY: proxy, https_proxy: proxy, no_proxy: '', [named]: issuer };
      const started = spawn(process.execPath, main, { env, stdio: ['pipe', 'ignore', 'pipe'] });
      let said = '';
      started.stderr.on('data', (data) => {
        said += data;
      });
      started.stdin.end(call());
      await new Promise((done) => started.once('close', done));
      return said;
    };
    await within(leaf(), async ({ proxy }) => {
      expect(await child(proxy, 'NODE_EXTRA_CA_CERTS')).toContain('status 403');
      const beside = ['--ca', folder.write('other.pem', other.certificate)];
      expect(await child(proxy, 'NODE_EXTRA_CA_CERTS', beside)).toContain('status 403');
      expect(await child(proxy, 'SSL_CERT_FILE')).toContain('status 403');
    });
  }, 60_000);
});
