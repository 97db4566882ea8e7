import { describe, expect, it } from 'vitest';
import type { Response } from '../../model/incident.ts';
import { responseFacts } from './observe-response.ts';

const response = (given: Partial<Response>): Response => ({
  kind: 'response',
  place: { paste: 0, line: 1, what: 'response' },
  complete: true,
  headers: [],
  ...given,
});
const header = (name: string, value: string) => ({ name, value });

describe('responseFacts', () => {
  it('puts the error info of Power BI before the code of the body', () => {
    const facts = responseFacts(
      response({
        headers: [header('X-PowerBI-Error-Info', 'ServicePrincipalIsNotAllowedByTenantAdminSwitch')],
        body: '{"error":{"code":"PowerBINotAuthorizedException"}}',
      }),
    );
    expect(facts['response.code']).toBe('ServicePrincipalIsNotAllowedByTenantAdminSwitch');
    expect(facts['response.codes']).toEqual([
      'ServicePrincipalIsNotAllowedByTenantAdminSwitch',
      'PowerBINotAuthorizedException',
    ]);
  });

  it.each([
    ['{"error":{"code":"PowerBIEntityNot', 'PowerBIEntityNotFound'],
    // Several begin so.
    ['{"error": {"code": "InvalidAuthe', undefined],
    ['{"error": {"code": "ItemNotFound", "message": "The item', 'ItemNotFound'],
  ])('takes no half of a name for a code: %s', (body, code) => {
    expect(responseFacts(response({ complete: false, body }))['response.code'] ?? undefined).toBe(code);
  });

  it('reads the code that stands as a value, and no id beside it', () => {
    const info = [
      { key: 'Activity ID', value: 'GroupNotAccessible1' },
      { key: 'PowerBIErrorInfo', value: 'CapacityNotActive' },
      { key: 'Status code', value: '403' },
    ];
    const body = JSON.stringify({ message: 'LoadReportFailed', technicalDetails: { errorInfo: info } });
    const facts = responseFacts(response({ body }));
    expect(facts['response.codes']).toEqual(['CapacityNotActive', 'LoadReportFailed']);
    expect(facts['response.message']).toBe('LoadReportFailed');
  });

  it.each(['Unauthorized', 'Forbidden', 'BadRequest', 'InvalidRequest', 'UnknownError'])(
    'puts any other code before %s',
    (general) => {
      const body = JSON.stringify({ errorCode: general, moreDetails: [{ errorCode: 'TenantSwitchDisabled' }] });
      expect(responseFacts(response({ body }))['response.code']).toBe('TenantSwitchDisabled');
    },
  );

  it('says that the error info is absent only where the whole head was seen', () => {
    const headers = [header('Content-Length', '0'), header('RequestId', 'r')];
    expect(responseFacts(response({ headers, body: '' }))['response.error-info']).toBeNull();
    expect(responseFacts(response({ headers, body: '', complete: false }))).not.toHaveProperty('response.error-info');
    expect(responseFacts(response({ body: '' }))).not.toHaveProperty('response.error-info');
  });

  it('says that there is no code where the whole answer was empty, and nothing where nobody pasted the body', () => {
    expect(responseFacts(response({ body: '' }))).toMatchObject({ 'response.codes': null, 'response.body': 'empty' });
    expect(responseFacts(response({}))).not.toHaveProperty('response.codes');
  });

  it('takes no number and no label for a code', () => {
    const body = '{"error":{"code":401,"details":[{"code":"Premium_ASWL_Error_Details_Label"}]}}';
    expect(responseFacts(response({ body }))['response.codes']).toBeNull();
  });

  it('tells a request for more claims from a plain challenge', () => {
    const challenged = (value: string) =>
      responseFacts(response({ headers: [header('WWW-Authenticate', value)] }))['response.claims-challenge'];
    expect(challenged('Bearer error="insufficient_claims", claims="e30="')).toBe(true);
    expect(challenged('Bearer authorization_uri="https://login.example/"')).toBe(false);
  });

  it('knows a sign-in page and a block page from an error page', () => {
    const page = (body: string) => responseFacts(response({ body }))['response.sign-in-page'];
    expect(page('<!DOCTYPE html><title>Sign in to your account</title>')).toBe(true);
    expect(page('<html>Access to this site has been blocked by Zscaler</html>')).toBe(true);
    expect(page('<html>401 - Unauthorized: Access is denied due to invalid credentials.</html>')).toBe(false);
    expect(page('{"error":{"message":"Sign in to your account"}}')).toBe(false);
  });

  it('reads the codes of a body that is plain text', () => {
    expect(responseFacts(response({ body: "API error code: 'FeatureNotAvailable'" }))).toMatchObject({
      'response.body': 'text',
      'response.code': 'FeatureNotAvailable',
    });
  });
});
