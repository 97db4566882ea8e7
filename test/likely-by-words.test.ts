import { expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { readCases } from '../tools/cases/read-case.ts';
import { named, runCase } from '../tools/cases/run-case.ts';

/** Their words alone decide; that the call reads like others would name the cause as well, but not as likely. */
const DECIDED: readonly string[] = [
  'client-does-not-support-flow/broker-for-an-app',
  'missing-client-secret/secret-alone-is-missed',
  'public-client-not-enabled/polling-for-the-device-code-in-adal',
  'refresh-token-as-bearer/begins-like-one',
  'silent-sign-in-needs-user/no-signed-in-account',
  'single-tenant-app-on-common-endpoint/person-without-tenant',
  'token-broker-audience-unsupported/endpoint-refuses-another-api',
  'token-broker-audience-unsupported/no-endpoint-for-the-identity-alone',
  'truncated-or-corrupt-token/ellipsis-seen-in-the-token',
  'wrong-audience/audience-called-invalid',
  'wrong-audience/error-in-the-form-of-graph',
  'wrong-tenant-token/another-tenant-expected',
];

const rules = loadRules('rules');
const cases = readCases('fixtures').filter(({ id }) => DECIDED.includes(id));

it('knows all of these fixtures', () => expect(cases).toHaveLength(DECIDED.length));

it.each(cases.map((one) => [one.id, one] as const))('%s is more than possible', (_, one) => {
  const first = named(runCase(one, rules))[0];
  expect(first?.cause).toBe(one.expect.cause);
  expect(first?.verdict).not.toBe('possible');
});
