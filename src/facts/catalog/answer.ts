import type { FactSpec } from '../../model/fact.ts';

/** What the API and Entra answered. */
export const answerFacts = {
  'response.status': {
    type: 'number',
    group: 'response',
    meaning: 'the HTTP status',
    otherwise: 'an error',
    ask: {
      question: 'Which HTTP status did the call return?',
      why: 'Power BI answers 403 for a bad token and 401 for a caller without access; Fabric the other way round.',
      where: 'curl -i, or the status in the error message.',
      who: 'caller',
      cost: 'look-up',
    },
  },
  'response.codes': {
    type: 'list',
    group: 'response',
    meaning: 'every error code of body and headers, inner ones too',
  },
  'response.code': {
    type: 'text',
    group: 'response',
    meaning: 'the most specific of those codes',
    otherwise: 'an error',
  },
  'response.error-info': {
    type: 'text',
    group: 'response',
    meaning: 'the header x-powerbi-error-info',
    ask: {
      question: 'What does the response header x-powerbi-error-info say?',
      why: 'Power BI often answers with an empty body; this header holds the reason.',
      where: 'curl -i <URL>, or the network tab of the browser.',
      who: 'caller',
      cost: 'command',
    },
  },
  'response.body': {
    type: ['empty', 'json', 'html', 'text'],
    group: 'response',
    meaning: 'what kind of body came back',
  },
  'response.message': { type: 'text', group: 'response', meaning: 'the message of the error body', hidden: true },
  'response.request-id': { type: 'text', group: 'response', meaning: 'the request id that support asks for' },
  'response.activity-id': { type: 'text', group: 'response', meaning: 'the activity id' },
  'response.date': { type: 'time', group: 'response', meaning: 'the time of the answer' },
  'response.www-authenticate': { type: 'text', group: 'response', meaning: 'the header WWW-Authenticate' },
  'response.claims-challenge': {
    type: 'flag',
    group: 'response',
    meaning: 'the answer asks for a token with more claims',
  },
  'response.retry-after': {
    type: 'text',
    group: 'response',
    meaning: 'how long to wait',
    otherwise: 'as long as the answer says',
  },
  'response.location': { type: 'text', group: 'response', meaning: 'where a redirect leads' },
  'response.sign-in-page': { type: 'flag', group: 'response', meaning: 'the body is an HTML sign-in or block page' },

  'entra.codes': { type: 'numbers', group: 'entra', meaning: 'every AADSTS code, wrappers too' },
  'entra.code': { type: 'number', group: 'entra', meaning: 'the most specific AADSTS code', otherwise: 'an error' },
  'entra.error': { type: 'text', group: 'entra', meaning: 'the OAuth error, such as invalid_client' },
  'entra.suberror': { type: 'text', group: 'entra', meaning: 'the suberror' },
  'entra.text': { type: 'text', group: 'entra', meaning: 'the description of the error', hidden: true },
  'entra.parameter': {
    type: 'text',
    group: 'entra',
    meaning: 'the parameter that the error misses',
    otherwise: 'the parameter',
  },
  'entra.app-id': {
    type: 'text',
    group: 'entra',
    meaning: 'the application that the error names',
    otherwise: 'the app',
  },
  'entra.app-id-shape': {
    type: ['guid', 'placeholder', 'masked', 'other'],
    group: 'entra',
    meaning: 'whether that application id is one',
  },
  'entra.resource': {
    type: 'text',
    group: 'entra',
    meaning: 'the resource that the error names',
    otherwise: 'the API',
  },
  'entra.directory': {
    type: 'text',
    group: 'entra',
    meaning: 'the directory that the error names',
    otherwise: 'the tenant',
  },
  'entra.tenant': { type: 'text', group: 'entra', meaning: 'the tenant identifier that the error names' },
  'entra.identity-provider': {
    type: 'text',
    group: 'entra',
    meaning: 'the identity provider of the account, such as live.com',
  },
  'entra.subject': {
    type: 'text',
    group: 'entra',
    meaning: 'the subject of the federated assertion',
    otherwise: 'the subject that the error quotes',
  },
  'entra.redirect-uri': {
    type: 'text',
    group: 'entra',
    meaning: 'the redirect URI that the error names',
    otherwise: 'the redirect URI',
  },
  'entra.scope': { type: 'text', group: 'entra', meaning: 'the scope that the error names', otherwise: 'the scope' },
  'entra.trace-id': { type: 'text', group: 'entra', meaning: 'the trace id' },
  'entra.correlation-id': { type: 'text', group: 'entra', meaning: 'the correlation id of the sign-in log' },
  'entra.timestamp': { type: 'text', group: 'entra', meaning: 'the time of the sign-in' },

  'evidence.text': {
    type: 'text',
    group: 'text',
    meaning: 'all that was pasted, in lower case, without secrets',
    hidden: true,
  },
  'client.tools': { type: 'list', group: 'text', meaning: 'the tools and libraries that the text names' },
} as const satisfies Record<string, FactSpec>;
