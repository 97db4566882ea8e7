import { outcomeNoted } from '../calls/sdk-outcome.ts';
import { lineBefore } from '../text/text.ts';

/** A read in a line of a log, up to its status: `GET https://... -> 200`, `"GET /v1/workspaces HTTP/1.1" 200`. */
const GOT =
  /\bGET[ \t]{1,4}(\S{4,400}?)["']?[ \t]{0,4}(?:HTTP\/[\d.]{1,3}["']?)?[ \t]{0,4}(?:->|=>|→|:|-|returned|returns|status|code)?[ \t=:]{0,4}/;
/** One that succeeded; the status may also stand first: `200 GET /...`. */
const READ = new RegExp(`${GOT.source}\\b20[0-6]\\b|\\b20[0-6](?: OK)?[ \\t]{1,4}["']?GET[ \\t]{1,4}(\\S{4,400})`, 'g');
/** One that failed: what works now and then tells nothing of rights. */
const REFUSED = new RegExp(`${GOT.source}\\b40[134]\\b`, 'g');
const WORKSPACE = /\/(?:groups|workspaces)\/([^/?#\s"']{4,80})\//gi;
const LISTS_WORKSPACES = /\/(?:myorg\/groups|v1\/workspaces)\/?(?:\?\S{0,200})?["']?$/i;

/** What is read, where it is noted without its address: `GET datasets 200`, `GET on the same address 200`. */
const NOTED =
  /\bGET[ \t]{1,4}(?:(?:on|to|of|for|from) )?(?:(?:the|all|that) ){0,2}(?:(same (?:address|url|uri|path|route|endpoint))|\/?(?:items|datasets|reports|dashboards|dataflows|notebooks|lakehouses|warehouses|tables|semantic ?models|refreshes))(?: with (?:the |that )?same (?:token|app|spn))?[ \t]{0,3}(?:->|=>|→|:|-|=|is|was|are|gives?|gave|returns?|returned)?[ \t]{0,3}(?:an? |http )?20[0-6]\b(?![.,]?\d)(?! ?(?:items?|rows?|datasets?|reports?)\b)/gi;
/** One of them that is refused at other times. */
const NOTED_REFUSED =
  /\bGET[ \t]{1,4}\/?(?:items|datasets|reports|dashboards|dataflows|notebooks|lakehouses|warehouses|tables|semantic ?models|refreshes)[ \t]{0,3}(?:->|=>|→|:|-|=|is|gives?|returns?)?[ \t]{0,3}40[134]\b/i;
/** Another caller or tool than the one that fails. */
const ELSEWHERE =
  /\b(?:my|mine|me|myself|own|user|admin|colleague|co-?worker|postman|browser|portal|should|would|expect(?:ed|s)?|if|not)\b|n't\b/i;
const CALLED = /\b(?:POST|PUT|PATCH|DELETE)[ \t]{1,4}(\S{4,400})/g;

type Works = 'list-workspaces' | 'reads';

const sentenceAround = (text: string, from: number, to: number): string => {
  const before = lineBefore(text, from, 120);
  const behind = /^[^\n.;]{0,60}/.exec(text.slice(to, to + 60))?.[0] ?? '';
  return before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1) + behind;
};

/** What a note shows to work; the same address is that of the call before it. */
const notedWorks = (text: string): readonly Works[] =>
  [...text.matchAll(NOTED)].flatMap(({ 0: all, 1: same, index }): readonly Works[] => {
    if (ELSEWHERE.test(sentenceAround(text, index, index + all.length))) return [];
    if (same === undefined) return ['reads'];
    const url = [...text.slice(0, index).matchAll(CALLED)].at(-1)?.[1];
    if (url === undefined) return [];
    return [LISTS_WORKSPACES.test(url) ? 'list-workspaces' : 'reads'];
  });

/** The SDK lists the workspaces, and a comment on it says that it works. */
const listedBySdk = (text: string): boolean =>
  [...text.matchAll(/\.Groups\s{0,60}\.GetGroups(?:Async)?\(/g)]
    .slice(0, 20)
    .some(({ index }) => outcomeNoted(text, { from: index }) === 'works');

/**
 * What the log of a paste shows to work with the same caller: listing workspaces, and reads in a workspace where the paste
 * names no other.
 */
export const seenWorks = (text: string): readonly Works[] => {
  if (!/\bGET\b/.test(text)) return listedBySdk(text) ? ['list-workspaces'] : [];
  const urls = [...text.matchAll(READ)].map(([, url, other]) => url ?? other ?? '');
  const refused = [...text.matchAll(REFUSED)].map(([, url]) => url);
  if (urls.some((url) => refused.includes(url))) return [];
  const workspaces = new Set([...text.matchAll(WORKSPACE)].map(([, id = '']) => id.toLowerCase())).size;
  const reads = workspaces === 1 && urls.some((url) => new RegExp(WORKSPACE.source, 'i').test(url));
  const lists = urls.some((url) => LISTS_WORKSPACES.test(url));
  const noted = workspaces > 1 || NOTED_REFUSED.test(text) ? [] : notedWorks(text);
  return [
    ...new Set([...(lists ? (['list-workspaces'] as const) : []), ...(reads ? (['reads'] as const) : []), ...noted]),
  ];
};
