import type { FactSpec } from '../../model/fact.ts';
import { TENANT_KINDS } from './token-request.ts';

/** How the browser signed in, and what an embedded report is given. */
export const signInFacts = {
  'sign-in.response-type': { type: 'text', group: 'sign-in', meaning: 'response_type of the authorize request' },
  'sign-in.tenant-kind': {
    type: TENANT_KINDS,
    group: 'sign-in',
    meaning: 'what kind of tenant the authorize request names',
  },
  'sign-in.redirect-uri': { type: 'text', group: 'sign-in', meaning: 'redirect_uri of the authorize request' },
  'sign-in.redirect-matches': { type: 'flag', group: 'sign-in', meaning: 'both legs name the same redirect URI' },
  'sign-in.prompt': { type: 'text', group: 'sign-in', meaning: 'prompt of the authorize request' },
  'sign-in.returned': { type: ['code', 'token', 'error'], group: 'sign-in', meaning: 'what the redirect brought back' },
  'sign-in.got-token': { type: 'flag', group: 'sign-in', meaning: 'whether a token was issued' },
  'embed.token-type': {
    type: ['aad', 'embed', 'missing'],
    group: 'sign-in',
    meaning: 'tokenType of the embed configuration',
    ask: {
      question: 'Which tokenType does the embed configuration name?',
      why: 'An Entra token goes with Aad, a token from GenerateToken with Embed.',
      where: 'tokenType in the configuration given to powerbi.embed.',
      who: 'caller',
      cost: 'look-up',
      only: { 'call.api': ['embedding', 'powerbi'] },
      answers: { aad: 'models.TokenType.Aad', embed: 'models.TokenType.Embed', missing: 'None' },
    },
  },
} as const satisfies Record<string, FactSpec>;
