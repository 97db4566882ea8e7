import { describe, expect, it } from 'vitest';
import { sentencesIn } from './prose.ts';
import { saidCredential } from './said-credential.ts';

const said = (text: string) => saidCredential(sentencesIn(text))['said.credential'];

describe('what a person says to have sent as the bearer', () => {
  it.each([
    ['The pipeline sends the refresh token from key vault as Bearer in each call.', 'refresh-token'],
    ['I copied what is behind ?code= in the address bar and put it behind Bearer.', 'authorization-code'],
    ['I took everything after "code=" from the redirect and pasted it as the bearer.', 'authorization-code'],
    ['I am sending the id_token to https://api.powerbi.com/v1.0/myorg/groups as bearer.', 'id-token'],
    ['Our gateway forwards the id token to the API as Bearer.', 'id-token'],
    ['pasted the code from the address bar into Bearer Token', 'authorization-code'],
    ['I got an id token and used it to call my API.', 'id-token'],
    ['I have created a valid ID token and tried the endpoint in Insomnia.', 'id-token'],
    ['I copied the client secret value and put it in the Authorization header.', 'client-secret'],
  ])('%s', (text, kind) => {
    expect(said(text)).toBe(kind);
  });

  it.each([
    'Use the refresh token to get a token and send it as bearer',
    'The job uses the refresh token from key vault to get an access token and puts that in the Authorization header.',
    'I exchanged the code for a token and put it behind Bearer.',
    'I do not send the id_token as bearer.',
    'Should I put the code behind Bearer?',
    'It sends the access token as Bearer.',
    'I got the id token and called the API with the access token.',
    'I received the code and called the token endpoint.',
  ])('nothing in: %s', (text) => {
    expect(said(text)).toBeUndefined();
  });
});
