import type { Facts } from '../../facts/evidence.ts';
import { onlyOne } from '../text/only-one.ts';

const GUID = '([\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12})';

/** A label as tools print it before an id: `Request ID: ...`, `"clientRequestId":"..."`, `RootActivityId: ...`. */
const labelled = (label: string): RegExp =>
  new RegExp(`(?:(?<![\\w-])|(?<=\\\\[rnt]))${label}["']?[ \\t]{0,3}[:=][ \\t]{0,3}["']?${GUID}(?![\\w-])`, 'gi');

const REQUEST = labelled('(?:x-ms-)?request[ -]?id');
const CLIENT_REQUEST = labelled('(?:x-ms-)?client[ -]?request[ -]?id');
const ACTIVITY = labelled('(?:x-ms-)?(?:root)?[ -]?activity[ -]?id');

/** What Entra ID says of a sign-in has a request id too, which the service that was called does not know. */
const OF_ENTRA = /AADSTS\d|\btrace id\b/i;

const only = (text: string, pattern: RegExp): string | undefined =>
  onlyOne([...text.matchAll(pattern)].map(([, id = '']) => id.toLowerCase()));

/** The ids by which support finds a call, where a tool prints them outside of an answer and there is one of a kind. */
export const supportIds = (text: string): Facts => {
  const request = OF_ENTRA.test(text) ? undefined : (only(text, REQUEST) ?? only(text, CLIENT_REQUEST));
  const activity = only(text, ACTIVITY);
  return {
    ...(request !== undefined && { 'response.request-id': request }),
    ...(activity !== undefined && { 'response.activity-id': activity }),
  };
};
