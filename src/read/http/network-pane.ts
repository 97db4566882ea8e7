import type { Header, Request, Response } from '../../model/incident.ts';
import { authorizationIn } from '../syntax/authorization.ts';
import { headerValue } from '../syntax/header-value.ts';
import { placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';

const START = /^[ \t]{0,8}Request URL:?[ \t]{0,4}$/i;
const NAME = /^[ \t]{0,8}(:?[A-Za-z][\w -]{0,80}?):?[ \t]{0,4}$/;
const RESPONSE_PART = /^response headers/i;
const REQUEST_PART = /^request headers/i;
/** What a browser sends first, so that the headers of the answer end before it. */
const REQUEST_FIRST = /^(?::authority|:method|host|accept|authorization)$/i;
const MOST_LINES = 200;

interface Pane {
  url?: string;
  method?: string;
  status?: number;
  readonly sent: Header[];
  readonly received: Header[];
  to: number;
}

/** Takes one name with its value. */
const take = (pane: Pane, name: string, value: string, isSent: boolean): void => {
  const plain = name.toLowerCase();
  if (plain === 'request url') pane.url = value;
  else if (plain === 'request method') pane.method = value.toUpperCase();
  else if (plain === 'status code') pane.status = Number(/^\d{3}/.exec(value)?.[0] ?? 0);
  else if (/^[a-z][\w-]*$/i.test(name)) (isSent ? pane.sent : pane.received).push({ name, value });
};

/** Reads the pairs of lines from here on, up to the first that is none. */
const paneAt = (lines: readonly Line[], index: number): Pane => {
  const pane: Pane = { sent: [], received: [], to: 0 };
  let isSent = false;
  for (let at = index; at < Math.min(lines.length - 1, index + MOST_LINES); ) {
    const name = NAME.exec(lines[at]?.text ?? '')?.[1];
    const value = lines[at + 1];
    const isNext = at > index && START.test(lines[at]?.text ?? '');
    if (name === undefined || value === undefined || isNext || START.test(value.text)) break;
    if (RESPONSE_PART.test(name) || REQUEST_PART.test(name)) {
      isSent = REQUEST_PART.test(name);
      at += 1;
      continue;
    }
    if (value.text.trim() === '') break;
    isSent ||= REQUEST_FIRST.test(name);
    take(pane, name, value.text.trim(), isSent);
    pane.to = value.to;
    at += 2;
  }
  return pane;
};

const piecesOf = ({ url, method, status, sent, received }: Pane, place: Request['place']): (Request | Response)[] => {
  const request: Request = {
    kind: 'request',
    place: { ...place, what: 'request in the network tab' },
    complete: false,
    ...(url === undefined ? {} : { url }),
    ...(method === undefined ? {} : { method }),
    headers: sent,
    ...authorizationIn(sent, false),
  };
  if (status === undefined || status === 0) return [request];
  const response: Response = {
    kind: 'response',
    place: { ...place, what: 'answer in the network tab' },
    complete: false,
    status,
    headers: received,
    ...(headerValue(received, 'content-length') === '0' ? { body: '' } : {}),
  };
  return [request, response];
};

/** Reads the headers that the network tab of Chrome and Edge shows, each value below its name: what a person marks and copies. */
export const networkPaneReader: Reader = {
  id: 'network-pane',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!/^[ \t]{0,8}Request URL:?[ \t]{0,4}$/im.test(text)) return [];
    const place = placerOf(text, paste);
    const lines = linesOf(text);
    return lines.flatMap((line, index): readonly Found[] => {
      const pane = START.test(line.text) ? paneAt(lines, index) : undefined;
      if (pane?.url === undefined || !/^https?:\/\/\S+$/.test(pane.url)) return [];
      if (pane.method === undefined && pane.status === undefined) return [];
      return piecesOf(pane, place(line.from, 'network tab')).map((piece) => ({ piece, from: line.from, to: pane.to }));
    });
  },
};
