import type { OwnApp, OwnProof } from '../../live/own-app.ts';
import { TOOL, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { readAssertion, readCertificate } from '../own-files.ts';
import { shown } from '../quote.ts';

/** The files that prove who an app is. */
export interface ProofFiles {
  readonly certificate?: string;
  readonly assertion?: string;
}

type Environment = Io['env'];

const byCertificate = async (file: string, passphrase: string | undefined): Promise<OwnProof> => {
  const { readCertificatePem } = await import('../../live/certificate.ts');
  const read = readCertificatePem(await readCertificate(file), passphrase);
  if (read.is === 'certificate') return { by: 'certificate', certificate: read.certificate };
  throw new UsageError(
    'INPUT_UNREADABLE',
    `${shown(file)} cannot be used: ${read.why}.`,
    `${TOOL} probe FILE --certificate APP.pem`,
  );
};

const proofOf = async ({ certificate, assertion }: ProofFiles, env: Environment): Promise<OwnProof | undefined> => {
  if (certificate) return byCertificate(certificate, env['AZURE_CLIENT_CERTIFICATE_PASSWORD']);
  if (assertion) return { by: 'assertion', assertion: await readAssertion(assertion) };
  return undefined;
};

/** What the environment names counts only where it can be used: nobody asked for it here. */
const fromEnvironment = async (env: Environment, note: (words: string) => void): Promise<OwnProof | undefined> => {
  const { AZURE_CLIENT_SECRET: secret } = env;
  const { AZURE_CLIENT_CERTIFICATE_PATH: certificate, AZURE_FEDERATED_TOKEN_FILE: assertion } = env;
  // As in azure-identity, a secret comes first.
  if (secret) return { by: 'secret', secret };
  try {
    return await proofOf({ ...(certificate && { certificate }), ...(assertion && { assertion }) }, env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    note(`Not used, though the environment names it: ${error.message}`);
    return undefined;
  }
};

/**
 * The app of the person: from files that were named, or from the environment by the names that azure-identity has
 * (https://learn.microsoft.com/python/api/overview/azure/identity-readme#environment-variables).
 *
 * @throws UsageError for a named file that cannot be used.
 */
export const ownApp = async (files: ProofFiles, env: Environment, note: (words: string) => void): Promise<OwnApp> => {
  const isNamed = files.certificate !== undefined || files.assertion !== undefined;
  const { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: clientId } = env;
  const proof = isNamed ? await proofOf(files, env) : await fromEnvironment(env, note);
  return {
    ...(tenant && { tenant }),
    ...(clientId && { clientId }),
    ...(proof && { proof }),
    ...(isNamed && { isNamed }),
  };
};
