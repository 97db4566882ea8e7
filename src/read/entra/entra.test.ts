import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntraError } from '../../model/incident.ts';
import { entraReader } from './entra.ts';

const errors = (text: string): readonly EntraError[] =>
  entraReader.read(text, 0).flatMap(({ piece }) => (piece.kind === 'entra-error' ? [piece] : []));

describe('what Entra says', () => {
  it('finds a code in any text', () => {
    const around = fc.string({ maxLength: 60 }).filter((text) => !/\d/.test(text));
    fc.assert(
      fc.property(around, fc.integer({ min: 10_000, max: 9_999_999 }), around, (before, code, after) => {
        expect(errors(`${before}AADSTS${code}${after}`).flatMap(({ codes }) => codes)).toContain(code);
      }),
    );
  });

  it.each([
    'catch (MsalServiceException ex) when (ex.Message.Contains("AADSTS70011")) { retry(); }',
    "if 'AADSTS50076' in result['error_description']: pass",
    "if (code === 'AADSTS65001') await consent();",
    "if ($_.Exception.Message -match 'AADSTS7000215') { exit }",
  ])('takes a code that a program would handle for no error: %s', (code) => {
    expect(errors(code)).toEqual([]);
  });

  it.each([
    ['error code: 700016', 700016],
    ['"errorNumber": 50105', 50105],
    ['ResultType 53003', 53003],
    ['status.errorCode = 7000112', 7000112],
  ])('takes a labelled number that only Entra uses for its error without a word on signing in: %s', (text, code) => {
    expect(errors(text).flatMap(({ codes }) => codes)).toEqual([code]);
  });

  it.each(['error code: 50000', 'errorCode: 12345', 'error code 10061'])(
    'leaves a labelled number of another product alone: %s',
    (text) => {
      expect(errors(text)).toEqual([]);
    },
  );

  it('keeps nested codes in one error, in order', () => {
    const [error, ...others] = errors('AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret.');
    expect(error?.codes).toEqual([70002, 50012]);
    expect(others).toEqual([]);
  });

  it('reads a redirect whose description is encoded', () => {
    const [error] = errors(
      'http://127.0.0.1:1/callback?error=invalid_client&error_description=AADSTS650057%3A+Invalid+resource.+Resource+value+from+request%3A+https%3A%2F%2Fx.net%2Fapi.&state=1',
    );
    expect(error).toMatchObject({
      codes: [650057],
      error: 'invalid_client',
      text: 'AADSTS650057: Invalid resource. Resource value from request: https://x.net/api.',
    });
  });

  it('reads a description that was encoded twice on its way', () => {
    expect(errors('AADSTS90002%253A%2BTenant%2B%2527x%2527%2Bnot%2Bfound')[0]?.text).toBe(
      "AADSTS90002: Tenant 'x' not found",
    );
  });

  it.each([
    'AADSTS50076: x\r\nTrace ID: aaaa1111-t\r\nCorrelation ID: bbbb2222-c\r\nTimestamp: 2025-01-02 03:04:05Z',
    'Trace ID: aaaa1111-t\nCorrelation ID: bbbb2222-c\nTimestamp: 2025-01-02 03:04:05Z\nMessage: AADSTS50076: x',
    '{"error_description":"AADSTS50076: x","timestamp":"2025-01-02 03:04:05Z","trace_id":"aaaa1111-t","correlation_id":"bbbb2222-c"}',
  ])('takes the ids from beside the description: %j', (text) => {
    expect(errors(text)[0]).toMatchObject({
      traceId: 'aaaa1111-t',
      correlationId: 'bbbb2222-c',
      timestamp: '2025-01-02 03:04:05Z',
    });
  });

  it('stops at the closing quote of a description and before a stack trace', () => {
    expect(
      errors('failed: "AADSTS700016: Application with identifier \'***\' was not found." at line 1')[0]?.text,
    ).toBe("AADSTS700016: Application with identifier '***' was not found.");
    expect(errors('AADSTS50076: use MFA.\n   at Microsoft.Identity.Client.Run()')[0]?.text).toBe(
      'AADSTS50076: use MFA.',
    );
  });

  it.each([
    ['https://login.microsoftonline.com/error?code=9002313', 9002313],
    ['Sign-in error code: 50105\nFailure reason: not assigned', 50105],
    ['"error_codes":[700016]', 700016],
  ])('reads a code without its letters from %j', (text, code) => {
    expect(errors(text).map(({ codes }) => codes)).toEqual([[code]]);
  });

  it.each([
    ['ServerError: invalid_grant', 'invalid_grant'],
    ['{"error":"interaction_required"}', 'interaction_required'],
    [
      'AdalError: missing_federation_metadata_url: Federation Metadata Url is missing',
      'missing_federation_metadata_url',
    ],
  ])('reads the error of %j, where there is no code', (text, error) => {
    expect(errors(text)).toMatchObject([{ codes: [], error }]);
  });

  it.each([
    "if (e.error === 'interaction_required') login();",
    'errorCode: 123456 while loading the model',
    'the value of invalid_client is a constant',
  ])('sees nothing of Entra in %j', (text) => {
    expect(errors(text)).toEqual([]);
  });
});

it('knows what the page said that the sign-in left', () => {
  const log = "Got auth response: {'error': 'access_denied', 'error_subcode': 'cancel', 'state': 'a'}";
  expect(errors(log)).toMatchObject([{ error: 'access_denied', suberror: 'cancel' }]);
  expect(errors('AdalError: Unexpected polling state invalid_client')).toMatchObject([{ error: 'invalid_client' }]);
});

it.each([
  [
    650053,
    "asked for scope 'access_as_user' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'.",
  ],
  [700009, 'Reply address must be provided when presenting an authorization code requested with another.'],
  [7000216, "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type."],
])('knows %i by its sentence', (code, sentence) => expect(errors(sentence)).toMatchObject([{ codes: [code] }]));
