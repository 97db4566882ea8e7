import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const URL = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token';
const ANSWER = `{"error":"invalid_request","error_description":"AADSTS900144: The request body must contain the following parameter: 'grant_type'."}`;

describe('a form without grant_type', () => {
  it.each(['granttype', 'grantType', 'grant-type'])('tells its names with %s', (name) => {
    const value = factsOf(
      `POST ${URL}\nContent-Type: application/x-www-form-urlencoded\n\n${name}=client_credentials&client_id=a\n\n${ANSWER}`,
    );
    expect(value('token-request.names')).toEqual([name, 'client_id']);
    expect(value('token-request.body-format')).toBe('form');
    expect(value('token-request.grant')).toBeUndefined();
  });

  it('leaves open what else was sent where only the id of the client is shown', () => {
    const value = factsOf(`POST ${URL}\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=a\n\n${ANSWER}`);
    expect(value('token-request.names')).toBeUndefined();
  });
});

it('takes the error answer that speaks of grant_type for no request', () => {
  const value = factsOf(`requests.post("${URL}", data=form)\n${ANSWER}`);
  expect(value('token-request.body-format')).toBeUndefined();
  expect(value('entra.code')).toBe(900144);
});

it('reads the form that is JSON', () => {
  const value = factsOf(`{"grant_type":"client_credentials","client_id":"a"}`);
  expect(value('token-request.body-format')).toBe('json');
});

describe('a secret that was left empty', () => {
  it.each(['client_secret =', 'client_secret=', 'client_secret: ""', "client_secret = ''"])(
    'belongs to the list: %s',
    (line) => {
      const value = factsOf(
        `grant_type = client_credentials\nclient_id = a\n${line}\nscope = x/.default\n\nAADSTS7000216`,
      );
      expect(value('token-request.secret-shape')).toBe('empty');
      expect(value('token-request.names')).toEqual(['grant_type', 'client_id', 'client_secret', 'scope']);
    },
  );

  it.each(['client_secret = ***', 'client_secret = <secret>', 'client_secret = # see the vault'])(
    'is not %s',
    (line) => {
      const value = factsOf(
        `grant_type = client_credentials\nclient_id = a\n${line}\nscope = x/.default\n\nAADSTS7000216`,
      );
      expect(value('token-request.secret-shape')).not.toBe('empty');
    },
  );
});
