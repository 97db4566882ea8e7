import type { Answered } from './network.ts';
import { type Outgoing, requestText } from './outgoing.ts';

/** A request and its answer as HTTP text, with the secrets in it: only for the engine, whose border seals them. */
export const exchangeText = (outgoing: Outgoing, { status, headers, body }: Answered): string => {
  const head = headers.map(([name, value]) => `${name}: ${value}`);
  return [requestText(outgoing), '', `HTTP/1.1 ${status}`, ...head, '', body, ''].join('\n');
};
