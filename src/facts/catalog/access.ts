import type { FactSpec } from '../../model/fact.ts';

/** What access takes beside rights on a workspace or an item. */
export const accessFacts = {
  'licence.state': {
    type: ['none', 'free', 'pro', 'premium-per-user'],
    group: 'access',
    meaning: 'the licence of the user',
    ask: {
      question: 'Which Power BI or Fabric licence does the user have?',
      why: 'Without one every call of a user is refused; apps need none.',
      where: 'Microsoft 365 admin center > Users > the user > Licenses and apps.',
      who: 'entra-admin',
      cost: 'ask-admin',
      only: { 'caller.kind': ['user'] },
      answers: { none: 'None', free: 'Fabric (Free)', pro: 'Power BI Pro', 'premium-per-user': 'Premium Per User' },
    },
  },
  'tenant.used-fabric': {
    type: ['yes', 'no'],
    group: 'access',
    meaning: 'whether the account (or anybody in the tenant) ever signed in to Power BI or Fabric',
    ask: {
      question: 'Has the account, or anybody in the tenant, ever signed in to Power BI or Fabric?',
      why: 'Until then the tenant is not known to the service.',
      where: 'Sign in once at https://app.fabric.microsoft.com',
      who: 'caller',
      cost: 'know',
      answers: { yes: 'Yes', no: 'No' },
    },
  },
  'user.fabric-admin': {
    type: ['yes', 'no', 'just-activated'],
    group: 'access',
    meaning: 'whether the caller holds the Fabric administrator role',
    ask: {
      question: 'Is the account that makes the call a Fabric administrator?',
      why: 'Admin routes take nobody else, and a role activated after the token was issued is not in it.',
      where: 'Entra admin center > Users > the user > Assigned roles: Fabric Administrator.',
      who: 'entra-admin',
      cost: 'look-up',
      only: { 'caller.kind': ['user'] },
      answers: { yes: 'Yes', no: 'No', 'just-activated': 'Yes, activated minutes ago' },
    },
  },
  'downstream.answer': {
    type: ['refused', 'accepted'],
    group: 'access',
    meaning: 'what the linked system (git, storage, database) says',
    ask: {
      question: 'Does the linked system (git, storage, database) accept the credentials?',
      why: 'The API may pass on a refusal of what stands behind it.',
      where: 'Test the connection in the portal.',
      who: 'app-owner',
      cost: 'command',
      unless: { 'call.api': ['arm', 'entra'] },
      answers: { refused: 'It refuses them', accepted: 'It accepts them' },
    },
  },
} as const satisfies Record<string, FactSpec>;
