import type { FactSpec } from '../../model/fact.ts';

/** The app registration: what only its owner can see. */
export const appFacts = {
  'app.consented-permissions': {
    type: ['none', 'tenant-permissions', 'delegated-only'],
    group: 'app',
    meaning: 'the Power BI application permissions that the app holds with admin consent',
    ask: {
      question:
        'Does the app hold Tenant.Read.All or Tenant.ReadWrite.All as application permission with admin consent?',
      why: 'An app that has them is refused by the read-only admin APIs.',
      where: 'Entra admin center > Enterprise applications > the app > Permissions; or roles in the token.',
      who: 'app-owner',
      cost: 'look-up',
      answers: {
        none: 'No Power BI permission at all',
        'tenant-permissions': 'Yes, one of them',
        'delegated-only': 'Delegated permissions only',
      },
    },
  },
  'app.secret': {
    type: ['value', 'secret-id', 'expired', 'of-another-app', 'rotated'],
    group: 'app',
    meaning: 'what the client secret in use is',
    ask: {
      question: 'What is in the place of the client secret?',
      why: 'The secret ID is a GUID and never works; the value is shown once, when the secret is made.',
      where: 'Entra admin center > App registrations > the app > Certificates & secrets: Value, Secret ID, Expires.',
      who: 'app-owner',
      cost: 'look-up',
      answers: {
        value: 'The value of a secret that has not expired',
        'secret-id': 'A GUID: the secret ID',
        expired: 'The value of a secret that has expired',
        'of-another-app': 'The value of a secret of another app',
        rotated: 'A value from a store that still holds the one before',
      },
    },
  },
  'app.client-id-is': {
    type: ['application-id', 'object-id', 'secret-id', 'something-else'],
    group: 'app',
    meaning: 'what the value in client_id is',
    ask: {
      question: 'Is client_id the application (client) id of the registration?',
      why: 'Object ids, secret ids and tenant ids look alike.',
      where: 'Entra admin center > App registrations > the app > Overview > Application (client) ID.',
      who: 'app-owner',
      cost: 'look-up',
      answers: {
        'application-id': 'Yes',
        'object-id': 'No, an object id',
        'secret-id': 'No, a secret id or tenant id',
        'something-else': 'No, something else or a placeholder',
      },
    },
  },
  'app.registered-in': {
    type: ['this-tenant', 'another-tenant'],
    group: 'app',
    meaning: 'the tenant in which the app is registered or consented',
    ask: {
      question: 'Is the app registered (or consented) in the tenant that the authority names?',
      why: 'An app is known only in its own tenant and where somebody consented to it.',
      where: 'Entra admin center of that tenant > Enterprise applications: search by application id.',
      who: 'app-owner',
      cost: 'look-up',
      answers: { 'this-tenant': 'Yes', 'another-tenant': 'No' },
    },
  },
  'app.public-client': {
    type: ['allowed', 'not-allowed'],
    group: 'app',
    meaning: 'Allow public client flows',
    ask: {
      question: 'Is "Allow public client flows" on, and is the app meant to run without a secret?',
      why: 'Device code, password and desktop sign-in need a public client; a server app needs its secret.',
      where: 'Entra admin center > App registrations > the app > Authentication.',
      who: 'app-owner',
      cost: 'look-up',
      answers: { allowed: 'It is on', 'not-allowed': 'It is off, and the app is meant to run without a secret' },
    },
  },
  'app.platform': {
    type: ['web', 'spa', 'mobile-desktop'],
    group: 'app',
    meaning: 'the platform that the redirect URI is registered for',
    ask: {
      question: 'Under which platform is the redirect URI registered?',
      why: 'A code for Web needs the secret, one for single-page is redeemed by a browser only, one for mobile and desktop takes no secret.',
      where: 'Entra admin center > App registrations > the app > Authentication.',
      who: 'app-owner',
      cost: 'look-up',
      answers: { web: 'Web', spa: 'Single-page application', 'mobile-desktop': 'Mobile and desktop applications' },
    },
  },
  'app.consent': {
    type: ['granted', 'not-granted', 'needs-admin'],
    group: 'app',
    meaning: 'whether the permissions were consented to',
    ask: {
      question: 'Was consent given for the permissions that are asked for?',
      why: 'Without it no token is issued, or one without the scope.',
      where: 'Entra admin center > App registrations > the app > API permissions: Status.',
      who: 'app-owner',
      cost: 'look-up',
      answers: {
        granted: 'Granted',
        'not-granted': 'Not granted',
        'needs-admin': 'Not granted, and an administrator must do it',
      },
    },
  },
  'app.lists-permission': {
    type: ['yes', 'no'],
    group: 'app',
    meaning: 'whether the API is listed under API permissions',
    ask: {
      question: 'Is the API listed under the API permissions of the app registration?',
      why: 'A user cannot consent to an API that is not listed.',
      where: 'Entra admin center > App registrations > the app > API permissions: Power BI Service.',
      who: 'app-owner',
      cost: 'look-up',
      answers: { yes: 'Yes', no: 'No' },
    },
  },
  'app.tenancy': {
    type: ['single-tenant', 'multi-tenant'],
    group: 'app',
    meaning: 'supported account types of the registration',
    ask: {
      question: 'Which accounts does the registration support?',
      why: 'A single-tenant app must name its tenant in the authority.',
      where: 'Entra admin center > App registrations > the app > Authentication > Supported account types.',
      who: 'app-owner',
      cost: 'look-up',
      answers: {
        'single-tenant': 'Accounts of this organization only',
        'multi-tenant': 'Accounts of any organization',
      },
    },
  },
  'app.enabled': {
    type: ['yes', 'no'],
    group: 'app',
    meaning: 'whether the enterprise application may sign in',
    ask: {
      question: 'Is the enterprise application enabled for sign-in?',
      why: 'A disabled one gets no token.',
      where: 'Entra admin center > Enterprise applications > the app > Properties > Enabled for users to sign-in.',
      who: 'entra-admin',
      cost: 'ask-admin',
      answers: { yes: 'Yes', no: 'No' },
    },
  },
} as const satisfies Record<string, FactSpec>;
