import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { bodyFields, isMultipart, seenIn } from './form-body.ts';

const seen = (body: string) => seenIn(bodyFields(body));

describe('the body of a token request', () => {
  it('names every parameter where it is whole', () => {
    expect(seen('grant_type=password&client_id=a').names).toEqual(['grant_type', 'client_id']);
    expect(seen('{"grant_type": "password", "client_id": "{a}"}').names).toEqual(['grant_type', 'client_id']);
  });

  it('names a parameter whose value nobody shows', () => {
    const { fields, names } = seen('grant_type=password&scope={...}');
    expect(names).toEqual(['grant_type', 'scope']);
    expect(fields.get('scope')).toBeUndefined();
  });

  it.each([
    'grant_type=password&client_id=a&...',
    'grant_type=password&…&client_id=a',
    '{"grant_type": "password", client_id, code: x}',
    '{ grant_type: "password", ...rest }',
    '{"grant_type": "password", ...}',
  ])('is not whole: %s', (body) => {
    expect(seen(body).names).toBeUndefined();
    expect(seen(body).fields.get('grant_type')).toBe('password');
  });

  it.each(['body', 'Data', 'payload'])('stands behind a label: %s', (label) => {
    const known = factsOf(
      `POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token\n${label}: grant_type=password&client_id=a&username=b\n\nAADSTS50126: Error validating credentials.`,
    );
    expect(known('token-request.grant')).toBe('password');
    expect(known('token-request.names')).toEqual(['grant_type', 'client_id', 'username']);
    expect(known('token-request.body-format')).toBe('form');
  });

  it.each(['body: none', 'body: (see below)', 'X-Note: grant_type=password&client_id=a'])('is no %s', (line) => {
    const known = factsOf(
      `POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token\n${line}\n\nAADSTS900144`,
    );
    expect(known('token-request.grant')).toBeUndefined();
  });

  it('is of several parts where its type says so', () => {
    expect(isMultipart([{ name: 'content-type', value: 'multipart/form-data; boundary=x' }])).toBe(true);
    expect(isMultipart([{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }])).toBe(false);
    expect(isMultipart([{ name: 'Accept', value: 'multipart/form-data' }])).toBe(false);
  });
});

it.each([
  '{grant_type=[client_credentials], scope=[api://{app}/.default]}',
  '{grant_type=client_credentials, scope=api://x/.default}',
])('reads the parameters that Java prints, which are no JSON: %s', (map) => {
  const value = factsOf(`POST https://login.microsoftonline.com/common/oauth2/v2.0/token\n${map}`);
  expect(value('token-request.grant')).toBe('client-credentials');
  expect(value('token-request.body-format')).toBeUndefined();
});
