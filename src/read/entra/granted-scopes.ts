import type { Setting } from '../../model/incident.ts';
import { placerOf } from '../text/place.ts';
import type { Found, Reader } from '../text/text.ts';

/** The scopes of a token answer, in JSON, a dictionary of Python or a list of PowerShell. */
const SCOPE = /["']?\bscope["']?\s{0,20}:\s{0,10}["']?([A-Za-z][^"'\n,}]{2,800})/g;
/** What stands beside them in an answer, and in a request only. */
const ANSWER = /\b(?:token_type|ext_expires_in|expires_in|expires_on)\b["']?\s{0,20}:/;
const REQUEST = /\b(?:grant_type|client_secret|redirect_uri|response_type)\b/;
const NEAR = 700;

/** Reads the scopes that a token answer names: what was granted, even where the token itself is masked. */
export const grantedScopesReader: Reader = {
  id: 'granted-scopes',
  sees: 'all',
  read: (text, paste): readonly Found[] => {
    if (!text.includes('scope') || !ANSWER.test(text)) return [];
    const place = placerOf(text, paste);
    return [...text.matchAll(SCOPE)].slice(0, 5).flatMap((match): readonly Found[] => {
      const around = text.slice(Math.max(0, match.index - NEAR), match.index + match[0].length + NEAR);
      if (!ANSWER.test(around) || REQUEST.test(around)) return [];
      const piece: Setting = {
        kind: 'setting',
        place: place(match.index, 'scope of a token answer'),
        name: 'granted-scopes',
        value: match[1]?.trim() ?? '',
      };
      return [{ piece, from: match.index, to: match.index + match[0].length }];
    });
  },
};
