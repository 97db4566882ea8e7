import { describe, expect, it } from 'vitest';
import { sentencesIn } from './prose.ts';
import { saidOfCaller } from './said-caller.ts';

const said = (text: string) => saidOfCaller(sentencesIn(text));
const caller = (text: string) => said(text)['said.caller'];

describe('who calls, in the words of a person', () => {
  it.each([
    ['Azure Function, managed identity, (403) Forbidden on POST groups/{w}/datasets/{d}/refreshes', 'managed-identity'],
    [
      'We switched from a service principal to a user-assigned managed identity and now it returns 401',
      'managed-identity',
    ],
    ['Logic App with system assigned identity gets 401', 'managed-identity'],
    ['The pod runs with a workload identity and gets 403.', 'service-principal'],
    ['Service principal authentication works correctly. The admin API says 401.', 'service-principal'],
    ['Token generation with the service principal succeeds, the call gets 403', 'service-principal'],
    ['HTTP 403 when the service principal lists workspaces', 'service-principal'],
    ['hey team, our service principal gets 401 when it lists workspaces', 'service-principal'],
    ['Using the client credentials flow I get 403', 'service-principal'],
    ['Power Automate HTTP action with client id + secret, 401', 'service-principal'],
    ['I added the SPN to the workspace and it still fails', 'service-principal'],
    ["I can't call it with the service principal.", 'service-principal'],
    ['Why does my service principal get 401?', 'service-principal'],
    ['[BUG] listing fails with 401 when using a service principal', 'service-principal'],
    ['### [Question]: why does my managed identity get 403?', 'managed-identity'],
    ['GET https://api.powerbi.com/v1.0/myorg/groups fails with the service principal.', 'service-principal'],
    ['App registration has contributor on the workspace and gets 401', 'service-principal'],
    ['ADF web activity, MSI auth: 401 on the refresh', 'managed-identity'],
    ['ADF web activity with the system-assigned MSI of the factory: 403', 'managed-identity'],
    ['As the documentation wants it I set up a service principal. It returns 404.', 'service-principal'],
    ['I get 403 when I am signed in with my own user.', 'user'],
    ['No service principal involved here, just me signed in via device code. It gives 403.', 'user'],
    ['The request fails with a delegated token', 'user'],
    ['Wir rufen die API mit einem Dienstprinzipal auf und bekommen 401.', 'service-principal'],
    ['Der Aufruf mit der verwalteten Identität liefert 403.', 'managed-identity'],
    ["J'obtiens 401 avec le principal de service.", 'service-principal'],
    ['Me da 403 con la entidad de servicio.', 'service-principal'],
    ['Recebo 403 com a identidade gerenciada.', 'managed-identity'],
    [
      'the token has idtyp app and the right aud. As me with the device code the same line shows the reports',
      'service-principal',
    ],
    ['With a delegated token the same call returns 403', 'user'],
    ['Signed in with my account the same request returns the same error', 'user'],
  ])('%s', (text, kind) => {
    expect(caller(text)).toBe(kind);
  });

  it.each([
    'Should I use a service principal or a managed identity?',
    'Is it possible to call this with a service principal?',
    'I want to use a service principal here.',
    'We do not use a service principal.',
    'There is no managed identity, 401.',
    'We use neither a service principal nor a managed identity, 401.',
    "We don't use SPN or managed identity, 401.",
    'Somebody told us that a service principal cannot do that, 403.',
    'It runs without a service principal.',
    'I call it instead of a managed identity by hand.',
    'Sign in as a user instead. The call is refused.',
    'Please use a service principal instead. The call is refused.',
    'Wir verwenden keinen Service Principal, 401.',
    "Nous l'appelons sans principal de service.",
    'The docs say that a service principal is fine.',
    'I read "use a service principal" and get 403.',
    'Service principals can use Fabric APIs is on.',
    'The docs say that workload identity is fine.',
    'AADSTS7000229: the client application is missing service principal in the tenant.',
    'Failed: /me request is only valid with delegated authentication flow.',
    'Client credential flows must have a scope value with /.default suffixed to the resource identifier.',
    'azure login --service-principal --tenant contoso',
    'We try to add a service principal to a workspace and get 403.',
    'I get 403 with my own user and with the service principal.',
    'I created the report with my account.',
    'It does not work. I get unauthorized.',
  ])('nobody in: %s', (text) => {
    expect(caller(text)).toBeUndefined();
  });
});

describe('the same call with an account of one\u2019s own', () => {
  it.each([
    'It works with a user account but not with the service principal.',
    'With my own account it works, with the service principal it fails with 401.',
    'When I use my own account, it works fine. When I use the service principal I get 403 Forbidden.',
    'The service principal gets 401, but it works with my user.',
    'The call works fine using a user token, however with the SPN it is denied.',
    'works with my account, not with the app',
    'With my user (I am gateway admin) the same script lists both. The service principal is admin of the workspace.',
    'Service principal, executeQueries returns 401, same query works as me.',
    'Mit meinem eigenen Konto funktioniert es, mit dem Dienstprinzipal kommt 401.',
    "Avec mon compte ça marche mais avec le principal de service j'obtiens 401",
    'Con mi usuario funciona, pero con la entidad de servicio me da 403.',
    'Com a minha conta funciona, com a entidade de serviço recebo 401.',
  ])('works: %s', (text) => {
    expect(said(text)).toEqual({ 'said.caller': 'service-principal', 'observed.same-call-as-user': 'works' });
  });

  it.each([
    'It works with the service principal but not with a user account.',
    'It should work with my own account but the service principal fails.',
    'It does not work with my account and the service principal fails too.',
    'Mit meinem Konto funktioniert es auch nicht, mit dem Dienstprinzipal kommt 401.',
    'My account works on another project. The service principal is new.',
    'I want to use a service principal and not my own account.',
    'With my user (I am gateway admin) the same script should list both. The service principal is admin there.',
    'A colleague sees the item, and other users can open it.',
    'Does it work with a user token? The service principal fails.',
  ])('says nothing in: %s', (text) => {
    expect(said(text)).not.toHaveProperty('observed.same-call-as-user');
  });
});
