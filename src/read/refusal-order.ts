import type { Facts } from '../facts/evidence.ts';
import type { Incident } from '../model/incident.ts';
import { hasFailed, isTokenAnswer } from './exchange.ts';

/**
 * Whether the API was called and refused behind all that Entra said: whatever failed at the sign-in was got over, or was
 * no obstacle, as a retry, another credential or a silent attempt that an interactive one followed.
 */
export const orderFacts = ({ pieces, request, response }: Incident): Facts => {
  if (request?.url === undefined || response === undefined || !hasFailed(response) || isTokenAnswer(response))
    return {};
  const said = pieces.filter(({ kind }) => kind === 'entra-error');
  const isBehind = said.every(({ place }) => place.paste === request.place.paste && place.line < request.place.line);
  return said.length > 0 && isBehind && response.place.line >= request.place.line
    ? { 'response.behind-sign-in-error': true }
    : {};
};
