import type { Request } from '../../model/incident.ts';
import { isLoginHost } from '../syntax/sign-in-host.ts';
import { urlsIn } from '../syntax/urls.ts';
import { type Placer, placerOf } from '../text/place.ts';
import { type Found, type Line, linesOf, type Reader } from '../text/text.ts';
import { isCallUrl } from './api-url.ts';

/** The line of an error record of PowerShell that shows the command, cut to the width of the window. */
const SHOWN = /^[ \t]{0,10}(?:\+|\d{0,6} {0,3}\|)[ \t]/;
const CUT = /(?:\.{3}|…)[ \t]{0,5}$/;
const CMDLET = /(?<![\w-])(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)[ \t]/i;
const HOST = /^https:\/\/([\w.-]{4,100})(?=\/)/i;
const METHOD = /(?:^|\s)-Me[a-z]{0,4}[ :]["']?(GET|POST|PUT|PATCH|DELETE)\b/i;
/** A window is not wider. */
const LONGEST = 1_000;

const isShown = ({ text }: Line): boolean =>
  text.length < LONGEST && SHOWN.test(text) && CUT.test(text.slice(-20)) && CMDLET.test(text);

const requestIn = (line: Line, place: Placer): readonly Found[] => {
  const cut = urlsIn(line.text)[0]?.url ?? '';
  const [address, host] = HOST.exec(cut) ?? [];
  if (address === undefined || host === undefined || !(isCallUrl(cut) || isLoginHost(host))) return [];
  const method = METHOD.exec(line.text)?.[1]?.toUpperCase();
  const piece: Request = {
    kind: 'request',
    place: place(line.from, 'command in an error record'),
    complete: false,
    url: address,
    headers: [],
    ...(method === undefined ? {} : { method }),
  };
  return [{ piece, from: line.from, to: line.from }];
};

/**
 * Reads what is left of a call in an error record of PowerShell whose line was cut off in the address: the host and the
 * method. Only where the text shows no call else: of a cut path nobody knows the route.
 */
export const shownCommandReader: Reader = {
  id: 'shown-command',
  sees: 'all',
  read: (text, paste): readonly Found[] => {
    if (!/(?:\.{3}|…)[ \t]{0,5}$/m.test(text)) return [];
    const shown = linesOf(text).filter(isShown);
    const isElsewhere = urlsIn(text).some(
      ({ url, from }) => isCallUrl(url) && !shown.some((line) => from >= line.from && from < line.to),
    );
    if (isElsewhere) return [];
    const place = placerOf(text, paste);
    return shown.flatMap((line) => requestIn(line, place)).slice(0, 1);
  },
};
