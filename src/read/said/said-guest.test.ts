import { describe, expect, it } from 'vitest';
import { sentencesIn } from './prose.ts';
import { saidGuest } from './said-guest.ts';

const guest = (text: string) => saidGuest(text, sentencesIn(text))['said.guest'];

describe('saidGuest', () => {
  it.each([
    'I am a guest in their tenant.',
    "I'm only a B2B guest user there, and get 404.",
    'My account is an external guest.',
    'We call it with a guest account and get 401.',
    'It does not work with my guest user.',
    'As a guest I can list workspaces but not items.',
    'They added me as a B2B guest.',
    'A guest user gets 403 on this call.',
    'Ich bin dort nur Gast und bekomme 404.',
    'Mit meinem Gastkonto bekomme ich 401.',
    'Je suis invité dans leur tenant.',
    'Soy usuario invitado en su tenant.',
    'Signed in as anna_fabrikam.com#EXT#@contoso.onmicrosoft.com',
    '"preferred_username": "anna_fabrikam.com#EXT#@contoso.onmicrosoft.com"',
    'UserPrincipalName : anna_fabrikam.com#EXT#@contoso.onmicrosoft.com',
  ])('%s', (text) => {
    expect(guest(text)).toBe(true);
  });

  it.each([
    'I am not a guest.',
    'Am I a guest there?',
    'If the account is a guest it needs another setting.',
    'Guest users cannot call this API.',
    'The workspace has a guest user as Viewer.',
    'It works with my guest account but not with my own.',
    'We want to call it with a guest account.',
    'Maybe my account is a guest.',
    'The docs say that a guest user gets 403.',
    'Ich bin kein Gast.',
    'Ich bin nicht als Gast angemeldet.',
    '{"emailAddress": "anna_fabrikam.com#EXT#@contoso.onmicrosoft.com", "groupUserAccessRight": "Viewer"}',
    'user: a_x.com#EXT#@contoso.com\nuser: b_x.com#EXT#@contoso.com',
    'The owner is anna_fabrikam.com#EXT#@contoso.onmicrosoft.com.',
  ])('nothing in: %s', (text) => {
    expect(guest(text)).toBeUndefined();
  });
});
