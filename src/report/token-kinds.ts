import type { CredentialKind } from '../model/secret.ts';

/** What each kind of credential is for, where it is no access token that can be read. */
export const KIND_ADVICE: Readonly<Record<CredentialKind, string>> = {
  'access-token': 'It is an access token: it goes to the API that aud names, after the word Bearer.',
  'id-token':
    'It says who signed in, to the app that asked. No API takes it: ask for an access token, with a scope of the API.',
  'refresh-token':
    'It gets new access tokens at the token endpoint of Entra ID. No API takes it. Nobody but Entra ID can read it.',
  'authorization-code':
    'It has to be exchanged for an access token at the token endpoint of Entra ID, once and within minutes. No API takes it. Nobody but Entra ID can read it.',
  'embed-token':
    'Power BI made it so that a browser can show a report (tokenType Embed). The REST API does not take it; there it needs an access token of Entra ID.',
  'encrypted-token':
    'Its content is encrypted: only its receiver can read it. That is no fault. To see audience and scopes, look at the token request.',
  'personal-token': 'It belongs to a personal Microsoft account. Power BI and Fabric need a work or school account.',
  'client-secret':
    'It is the password of an app and goes into the token request only. Whoever saw it can sign in as the app: replace it if it was shown anywhere.',
  assertion:
    'An app or another issuer vouches for itself with it, to Entra ID. It is exchanged for an access token; no API takes it.',
  'device-code': 'It belongs into the token request of the device-code flow. No API takes it.',
  password: 'It is a password. No API takes it. Change it if it was shown anywhere.',
  cookie: 'It belongs to a session of the browser. The REST API does not take it.',
  signature: 'It opens one signed link. The REST API does not take it.',
  'private-key':
    'It is a private key: an app signs assertions with it, and it is sent nowhere. Replace it if it was shown anywhere.',
  key: 'It is a key of a service. The REST API of Power BI and Fabric does not take it.',
  guid: 'It is an id, such as a client id, a tenant id or a Secret ID. It proves nothing, and no API takes it as a token.',
  'object-name':
    'It is the name of a program object, so the program printed the object and not the token in it. A SecureString has to be turned into text first.',
  empty: 'It is empty: the program got no token, or did not put it there.',
  other:
    'It is not clear what it is. An access token of Entra ID has three parts with dots between them and begins with the letters e, y, J.',
};
