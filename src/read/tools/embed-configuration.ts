import type { Setting } from '../../model/incident.ts';
import { placerOf } from '../text/place.ts';
import { type Found, objectAround, type Reader } from '../text/text.ts';

const GIVEN = /\btokenType["']?\s{0,5}[:=]\s{0,5}(?:[\w.]{0,60}\.)?["']?(Embed|Aad|[01])\b/gi;
const ADDRESS = /\bembedUrl(?:["']?\s{0,5}:|\s{0,5}[,}])/g;
/** What tells a configuration from the answer that its parts came with, and from names that are taken out of one. */
const KIND = /\btype["']?\s{0,5}:/;
const MOST = 50;

const setting = (value: string, from: number, to: number): Omit<Found, 'piece'> & { readonly value: string } => ({
  value,
  from,
  to,
});

/** Configurations that were seen whole and name a token but not its type, which then counts as Embed. */
const untyped = (text: string) =>
  [...text.matchAll(ADDRESS)].slice(0, MOST).flatMap(({ index }) => {
    const span = objectAround(text, index);
    const object = span === undefined ? '' : text.slice(span.from, span.to);
    return span !== undefined &&
      /\baccessToken\b/.test(object) &&
      KIND.test(object) &&
      !object.includes('...') &&
      !/tokenType/i.test(object)
      ? [setting('missing', span.from, span.to)]
      : [];
  });

/**
 * Reads the token type of a configuration for `powerbi.embed`.
 * https://learn.microsoft.com/javascript/api/overview/powerbi/embed-report
 */
export const embedConfigurationReader: Reader = {
  id: 'embed-configuration',
  sees: 'all',
  read: (text, paste) => {
    const place = placerOf(text, paste);
    const given = [...text.matchAll(GIVEN)].map(({ index, 0: all, 1: type = '' }) =>
      setting(/embed|1/i.test(type) ? 'embed' : 'aad', index, index + all.length),
    );
    // Code may make a configuration in two steps, and name the type in one of them.
    return (given.length > 0 ? given : untyped(text)).map(({ value, from, to }) => {
      const piece: Setting = {
        kind: 'setting',
        place: place(from, 'embed configuration'),
        name: 'embed-token-type',
        value,
      };
      return { piece, from, to };
    });
  },
};
