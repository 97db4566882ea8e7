import { METHODS } from '../syntax/http-methods.ts';
import { placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';
import { readHttpLines } from './http-lines.ts';

const REQUEST = new RegExp(
  `^(?:\\[replay\\]|[\\w.-]{1,80}:\\d{1,5}|\\[[\\da-f:%.]{2,45}\\]:\\d{1,5}): ((?:${METHODS}) https?://[^\\s…]{1,8000})(?: HTTP/[\\d.]{1,3})?\\s{0,3}$`,
);
const RESPONSE = /^\s{0,60}<< (?:HTTP\/[\d.]{1,3} )?(\d{3})(?: [^\n]{0,200})?$/;
const INDENT = /^ {4}/;
const CUT = /^\s{0,8}\(cut off\)\s{0,3}$/;

interface Flow {
  readonly lines: Line[];
  cut: boolean;
}

/** The flows of a log of mitmproxy: https://docs.mitmproxy.org/stable/concepts/options/#flow_detail */
const flowsIn = (lines: readonly Line[]): readonly Flow[] => {
  const flows: Flow[] = [];
  for (const line of lines) {
    const request = REQUEST.exec(line.text)?.[1];
    const status = RESPONSE.exec(line.text)?.[1];
    const flow = flows.at(-1);
    if (request !== undefined) flows.push({ lines: [{ ...line, text: `${request} HTTP/1.1` }], cut: false });
    else if (flow === undefined) continue;
    else if (status !== undefined) flow.lines.push({ ...line, text: `HTTP/1.1 ${status}` });
    else if (CUT.test(line.text)) flow.cut = true;
    else if (line.text.trim() === '' || INDENT.test(line.text))
      flow.lines.push({ ...line, text: line.text.replace(INDENT, '') });
  }
  return flows;
};

const notWhole = (found: Found): Found =>
  found.piece.kind === 'response' ? { ...found, piece: { ...found.piece, complete: false } } : found;

/** Reads the log that mitmproxy and mitmdump print: who called what, and what came back. */
export const proxyLogReader: Reader = {
  id: 'proxy-log',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    if (!text.includes(': ')) return [];
    const place = placerOf(text, paste);
    return flowsIn(linesOf(text)).flatMap(({ lines, cut }) => {
      const found = readHttpLines(lines, place, paste);
      return cut ? found.map(notWhole) : found;
    });
  },
};
