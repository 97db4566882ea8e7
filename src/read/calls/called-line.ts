import type { Request, Response } from '../../model/incident.ts';
import { codeBehindStatus } from '../answer/status-code-behind.ts';
import { METHODS } from '../syntax/http-methods.ts';
import { type Placer, placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { routeOf } from './spoken-route.ts';

/** What a log or a list puts in front of a line: a bullet, a tag, a time, a level. */
const FRONT =
  '(?:(?:[-*•>|]|\\d{1,3}[.)]|\\[[^\\]\\n]{1,40}\\]|\\d[\\dT:.,Z+-]{6,40}|(?:ERROR|WARN|WARNING|INFO|DEBUG):?)[ \\t]{1,4}){0,4}';
/** Words between a call and the status of its answer. */
const SAID =
  '(?:(?:HTTP|status|code|returned|returns|gave|gives|answered|answers|failed|fails|with|an?|error|response|result)[ \\t:=]{1,3}){0,4}';
const MARK = '(?:[ \\t]{0,3}(?::|=>|->|→|—|–|-|,|;|\\|))?';
const LINE = new RegExp(
  `^[ \\t]{0,20}${FRONT}["'\`]?(${METHODS})[ \\t]{1,4}(/[\\w{<$:][^\\s"'\`|]{0,2000}?)["'\`]?(${MARK}[ \\t]{1,4}${SAID})[(["'\`]?([1-5]\\d\\d)(?![\\w./-]|[ \\t]{0,2}(?:ms|bytes|rows|items|[km]b)\\b)`,
  'gim',
);
/** Behind a bare status, what only a code is: with a second hump, or a line below. */
const CODE_BEHIND = /^[)\]"'`]?(?:[ \t]{1,3}|[ \t]{0,3}[:,;—–-][ \t]{0,3})["'`([]?[A-Z][a-z0-9]{1,30}[A-Z_]\w/;

/** Whether the line shows more than a call with its bare status, which the reader of messages takes with what is below. */
const isMore = (between: string, behind: string): boolean => between.trim() !== '' || CODE_BEHIND.test(behind);

type Answer = Pick<Response, 'status' | 'headers'>;

const piecesOf = (place: Placer, from: number, method: string, url: string, answer: Answer): [Request, Response] => [
  { kind: 'request', place: place(from, 'call in a line'), complete: false, method, url, headers: [] },
  { kind: 'response', place: place(from, `status ${answer.status}`), complete: false, ...answer },
];

/**
 * Reads a call and the status of its answer in one line, as scripts print it and people note it:
 * `GET /v1/workspaces/{id}/items: 403 InsufficientPrivileges`, `POST /groups/{id}/imports -> HTTP 400`. A body below
 * is left to its reader.
 */
export const calledLineReader: Reader = {
  id: 'called-line',
  sees: 'rest',
  read: (text, paste): readonly Found[] => {
    const place = placerOf(text, paste);
    return [...text.matchAll(LINE)].flatMap(
      ({ index, 0: all, 1: method = '', 2: url = '', 3: between = '', 4: said }) => {
        const end = index + all.length;
        if (method !== method.toUpperCase() || !isMore(between, text.slice(end, end + 100))) return [];
        const { headers, to } = codeBehindStatus(text, end - 3);
        const pieces = piecesOf(place, index, method, routeOf(url) ?? url, { status: Number(said), headers });
        return pieces.map((piece): Found => ({ piece, from: index, to }));
      },
    );
  },
};
