import type { FactSpec } from '../../model/fact.ts';

/** The account, the policies, the network and the service: what stands around the call. */
export const environmentFacts = {
  'user.account': {
    type: ['fine', 'disabled', 'locked', 'password-expired'],
    group: 'app',
    meaning: 'the state of the account',
    ask: {
      question: 'What does the sign-in log say of the account?',
      why: 'Disabled, locked and expired accounts get no token.',
      where: 'Entra admin center > Users > the user, and Sign-in logs.',
      who: 'entra-admin',
      cost: 'ask-admin',
      only: { 'call.refused-by': ['entra'] },
      answers: {
        fine: 'Nothing: other sign-ins work',
        disabled: 'Disabled',
        locked: 'Locked',
        'password-expired': 'The password has expired',
      },
    },
  },
  'user.sign-in-method': {
    type: ['password-only', 'multi-factor', 'federated'],
    group: 'app',
    meaning: 'how the account has to sign in',
    ask: {
      question: 'Does the account use multi-factor authentication, or is it federated?',
      why: 'The password grant can do neither.',
      where: 'Sign in at https://myaccount.microsoft.com and see what it asks for.',
      who: 'caller',
      cost: 'know',
      only: { 'call.refused-by': ['entra'] },
      answers: {
        'password-only': 'Password only',
        'multi-factor': 'Multi-factor authentication',
        federated: 'Federated (AD FS, another identity provider)',
      },
    },
  },
  'policy.conditional-access': {
    type: ['blocks', 'passes'],
    group: 'environment',
    meaning: 'what Conditional Access does with this sign-in',
    ask: {
      question: 'What does the Conditional Access tab of this sign-in say?',
      why: 'A policy can block an app, a place or a device that is not compliant.',
      where: 'Entra admin center > Sign-in logs > the sign-in > Conditional Access (apps: Service principal sign-ins).',
      who: 'entra-admin',
      cost: 'ask-admin',
      only: { 'call.refused-by': ['entra'] },
      answers: { blocks: 'A policy failed', passes: 'No policy failed' },
    },
  },
  'network.private-link': {
    type: ['blocks', 'open'],
    group: 'environment',
    meaning: 'private links, inbound rules and firewalls on the way',
    ask: {
      question: 'Does the tenant or workspace use private links or inbound rules?',
      why: 'They refuse calls from the public internet, whatever the token.',
      where: 'Admin portal > Tenant settings > Advanced networking; Workspace settings > Network security.',
      who: 'fabric-admin',
      cost: 'ask-admin',
      answers: { blocks: 'Yes, and the call comes from outside', open: 'No' },
    },
  },
  'service.health': {
    type: ['incident', 'known-issue', 'fine'],
    group: 'environment',
    meaning: 'what the service health says',
    ask: {
      question: 'Does service health, or the list of known issues, name this failure?',
      why: 'If it does, nothing has to be changed on your side.',
      where: 'https://support.fabric.microsoft.com/support/ and https://support.fabric.microsoft.com/known-issues/',
      who: 'caller',
      cost: 'look-up',
      answers: { incident: 'An incident', 'known-issue': 'A known issue', fine: 'Nothing' },
    },
  },
  'reach.outcome': {
    type: ['answered', 'dns', 'tls', 'timeout', 'refused', 'proxy', 'no-answer'],
    group: 'environment',
    meaning: 'whether the request reached the service',
    ask: {
      question: 'Did the request reach the service?',
      why: 'A failure of name, certificate or proxy comes before any token.',
      where: 'curl -v <URL>',
      who: 'caller',
      cost: 'command',
      unless: { 'response.status': [], 'response.code': [], 'entra.code': [] },
      answers: {
        answered: 'It answered with a status',
        dns: 'The name was not found',
        tls: 'A certificate error',
        timeout: 'A time-out',
        refused: 'Connection refused or reset',
        proxy: 'A proxy answered',
        'no-answer': 'No answer came, and nothing says why',
      },
    },
  },
} as const satisfies Record<string, FactSpec>;
