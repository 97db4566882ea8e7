import type { Header, Request, Response } from '../../model/incident.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { type Placer, placerOf } from '../text/place.ts';
import { closingBracket, type Found, type Line, linesOf, type Reader } from '../text/text.ts';

/** The first line that a logger writes of a message, behind what it writes before every line. */
const START = /^(.{0,160}?)(?:> )?Request URL: '?(https?:\/\/[^\s']{4,4000})'?\s{0,3}$/;
const METHOD = /^(?:> )?Request method: '?([A-Z]{3,7})'?$/;
const STATUS = /^(?:Response status|< Status): (\d{3})\b/;
const REQUEST_END = /^(?:> )?Request body:|^(?:A|No) body (?:is|was) /;
const RESPONSE_END = /^(?:< )?Response (?:content|body):/;
const HEADER = /^ {4}'([\w-]{1,80})': '(.{0,4000})'$/;

type Part = 'request' | 'request-body' | 'response' | 'response-body' | 'over';

/** One call while its lines come in. */
interface Call {
  readonly url: string;
  readonly at: Line;
  to: number;
  part: Part;
  method?: string;
  status?: number;
  answerAt?: Line;
  readonly sent: Header[];
  readonly received: Header[];
  requestEnds: boolean;
  responseEnds: boolean;
  /** The body goes on behind the end of the text. */
  isCut: boolean;
  requestBody?: string;
  responseBody?: string;
}

const shapeOf = (prefix: string): string => prefix.replace(/\d/g, '0');

interface Body {
  readonly body: string;
  readonly to: number;
  readonly isCut: boolean;
}

/** A body: as far as its brackets go, or the rest of its line, which the end of the text may have cut. */
const bodyAt = (text: string, from: number, to: number): Body => {
  const end = /^[{[]/.test(text.slice(from, from + 1)) ? closingBracket(text, from, from + 100_000) : undefined;
  return { body: text.slice(from, end ?? to).trim(), to: end ?? to, isCut: end === undefined && to === text.length };
};

const NO_BODY = /^(?:None|This request has no body|)$/;

/** Takes a line behind what the logger writes before it. */
const take = (call: Call, said: string, line: Line, text: string): void => {
  const indent = said.length - said.trimStart().length;
  const status = STATUS.exec(said)?.[1];
  const method = METHOD.exec(said)?.[1];
  const header = HEADER.exec(said);
  call.to = line.to;
  if (status !== undefined) {
    call.status = Number(status);
    call.answerAt = line;
    call.part = 'response';
  } else if (method !== undefined) call.method = method;
  else if (REQUEST_END.test(said)) {
    call.requestEnds = true;
    call.part = 'request-body';
  } else if (RESPONSE_END.test(said)) {
    call.responseEnds = true;
    call.part = 'response-body';
  } else if (header !== null && (call.part === 'request' || call.part === 'response')) {
    const [, name = '', value = ''] = header;
    (call.part === 'request' ? call.sent : call.received).push({ name, value });
  } else if (call.part === 'request-body' || call.part === 'response-body') {
    const { body, to, isCut } = bodyAt(text, line.to - said.length + indent, line.to);
    if (call.part === 'request-body' && !NO_BODY.test(body)) call.requestBody = body;
    if (call.part === 'response-body') call.responseBody = NO_BODY.test(body) ? '' : body;
    call.to = to;
    call.isCut = isCut;
    call.part = call.part === 'response-body' ? 'over' : 'request';
  }
};

/** The calls of a log. Lines between that another logger wrote start otherwise and are left out. */
const callsIn = (text: string): readonly Call[] => {
  const calls: Call[] = [];
  let shape = '';
  for (const line of linesOf(text)) {
    const start = START.exec(line.text);
    const call = calls.at(-1);
    if (start !== null) {
      const [, before = '', url = ''] = start;
      shape = shapeOf(before);
      calls.push({
        ...{ url, at: line, to: line.to, part: 'request' },
        ...{ sent: [], received: [], requestEnds: false, responseEnds: false, isCut: false },
      });
    } else if (call !== undefined && call.part !== 'over' && line.from >= call.to) {
      if (shapeOf(line.text.slice(0, shape.length)) === shape) take(call, line.text.slice(shape.length), line, text);
    }
  }
  return calls.filter(({ method }) => method !== undefined);
};

const requestOf = ({ url, method = '', sent, requestEnds, requestBody, at }: Call, place: Placer): Request => ({
  kind: 'request',
  place: place(at.from, 'request in a log'),
  complete: requestEnds,
  method,
  url,
  headers: sent,
  ...authorizationIn(sent, requestEnds),
  ...(requestBody === undefined ? {} : { body: requestBody }),
});

const responseOf = (
  { status, received, responseEnds, responseBody, answerAt, isCut }: Call,
  place: Placer,
): Response[] =>
  status === undefined || answerAt === undefined
    ? []
    : [
        {
          kind: 'response',
          place: place(answerAt.from, 'answer in a log'),
          complete: responseEnds && responseBody !== undefined && !isCut,
          status,
          headers: received,
          ...(responseBody === undefined ? {} : { body: responseBody }),
        },
      ];

/**
 * Reads calls that Python clients of Microsoft log line by line: azure-core, the Azure CLI with `--debug`, and fab.
 * https://learn.microsoft.com/azure/developer/python/sdk/azure-sdk-logging
 */
export const clientLogReader: Reader = {
  id: 'client-log',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!text.includes('Request URL: ')) return [];
    const place = placerOf(text, paste);
    return callsIn(text).flatMap((call) => {
      const span = { from: call.at.from, to: call.to };
      return [requestOf(call, place), ...responseOf(call, place)].map((piece) => ({ piece, ...span }));
    });
  },
};
