import type { Response } from '../../model/incident.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';
import { CODE_IN_TEXT } from './answer-header.ts';

/**
 * What only the SQL endpoints of Fabric are seen to say, and their hosts. The same numbers come from other servers, behind
 * gateways and linked systems, where they say nothing of the call.
 */
const OF_FABRIC =
  /<token-identified principal>|could not login because the authentication failed|\.(?:datawarehouse|database)\.(?:fabric\.microsoft\.com|pbidedicated\.windows\.net)/i;

/**
 * Numbers with which a login or a statement is refused:
 * https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors
 */
const REFUSALS: ReadonlySet<string> = new Set(['229', '230', '262', '916', '4060', '18456', '40615', '47073']);

/** `(18456)` of ODBC, `Msg 18456, Level 14`, `Error: 18456`, `SQL error number 18456`. */
const NUMBERED =
  /\[SQL Server\][^\n]{0,400}?\((\d{3,5})\)|\b(?:Msg|error(?: ?number| ?code)?)[ :]{1,3}(\d{3,5})(?=[,.;:)\s]|$)/gi;
/** Clients that drop the number still show the sentence. */
const LOGIN = /\bcould not login because the authentication failed|\blogin failed for user '[^'\n]{0,100}'/gi;

interface NumberAt {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

const numbersIn = (text: string): readonly NumberAt[] => {
  const numbered = [...text.matchAll(NUMBERED)].flatMap(({ index, 0: all, 1: odbc, 2: named }): readonly NumberAt[] => {
    const code = odbc ?? named ?? '';
    return REFUSALS.has(code) ? [{ code, from: index, to: index + all.length }] : [];
  });
  const logins = [...text.matchAll(LOGIN)].map(({ index, 0: all }) => ({
    code: '18456',
    from: index,
    to: index + all.length,
  }));
  return numbered.length > 0 ? numbered : logins;
};

/** Reads the error with which an SQL endpoint of Fabric refuses a login or a statement: it has a number and no status. */
export const sqlErrorReader: Reader = {
  id: 'sql-error',
  sees: 'all',
  read: (text, paste): readonly Found[] => {
    if (!OF_FABRIC.test(text)) return [];
    const [first] = numbersIn(text);
    if (first === undefined) return [];
    const { code, from, to } = first;
    const piece: Response = {
      kind: 'response',
      place: placerOf(text, paste)(from, 'SQL error'),
      complete: false,
      headers: [{ name: CODE_IN_TEXT + code, value: code }],
    };
    return [{ piece, from, to }];
  },
};
