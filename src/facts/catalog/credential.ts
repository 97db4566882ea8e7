import type { FactSpec } from '../../model/fact.ts';

/** Kinds of credential that a person can send as the bearer. The first ones are offered as answers. */
export const CREDENTIAL_KINDS = [
  'access-token',
  'authorization-code',
  'id-token',
  'refresh-token',
  'embed-token',
  'client-secret',
  'encrypted-token',
  'personal-token',
  'device-code',
  'assertion',
  'password',
  'guid',
  'object-name',
  'empty',
  'other',
] as const;

/** What the caller sends as the bearer. */
export const credentialFacts = {
  'credential.kind': {
    type: CREDENTIAL_KINDS,
    group: 'credential',
    meaning: 'what was sent after Bearer',
    ask: {
      question: 'What did you send after "Bearer"?',
      why: 'Only an access token opens the API; a code or an id token never does.',
      where: 'An access token starts with eyJ and has two dots. A code came from the redirect as code=.',
      who: 'caller',
      cost: 'look-up',
      only: { 'call.refused-by': ['api'] },
      answers: {
        'access-token': 'An access token (the access_token of a token response)',
        'authorization-code': 'The code from the redirect URL (code=...)',
        'id-token': 'An id token (id_token)',
        'refresh-token': 'A refresh token (refresh_token)',
        'embed-token': 'An embed token from GenerateToken',
        'client-secret': 'The client secret',
      },
    },
  },
  'credential.could-be': {
    type: 'list',
    group: 'credential',
    meaning: 'every kind that the shape allows, where the context does not decide',
  },
  'credential.fields': { type: 'list', group: 'credential', meaning: 'the fields that the same value stood in' },
  'credential.shape': {
    type: ['jwt', 'jwe', 'opaque', 'gzip', 'guid', 'object-name', 'masked', 'empty', 'text'],
    group: 'credential',
    meaning: 'the shape of what was sent',
  },
  'credential.integrity': {
    type: ['whole', 'cut-off', 'wrapped', 'altered'],
    group: 'credential',
    meaning: 'whether the value is whole',
  },
  'credential.words': {
    type: 'text',
    group: 'credential',
    meaning: 'the credential in words',
    otherwise: 'the credential',
    general: '<kind of credential>',
  },
  'credential.basic-without-colon': {
    type: 'flag',
    group: 'credential',
    meaning: 'whether code encodes a token for Basic without the colon that stands before it',
  },
} as const satisfies Record<string, FactSpec>;
