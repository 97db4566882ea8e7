import { FAILURE_WORDS } from './failure.ts';
import type { Received } from './network.ts';
import { type Outgoing, requestText } from './outgoing.ts';

const answerText = (received: Received): string =>
  received.is === 'failed'
    ? `No answer: ${FAILURE_WORDS[received.how]}.`
    : [
        `HTTP/1.1 ${received.status}`,
        ...received.headers.map(([name, value]) => `${name}: ${value}`),
        '',
        received.body,
      ].join('\n');

/** A request and its answer as HTTP text, with the secrets in it: only for the engine, whose border seals them. */
export const exchangeText = (outgoing: Outgoing, received: Received): string =>
  `${requestText(outgoing)}\n\n${answerText(received)}\n`;
