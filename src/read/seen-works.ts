/** A read in a line of a log, up to its status: `GET https://... -> 200`, `"GET /v1/workspaces HTTP/1.1" 200`. */
const GOT =
  /\bGET[ \t]{1,4}(\S{4,400}?)["']?[ \t]{0,4}(?:HTTP\/[\d.]{1,3}["']?)?[ \t]{0,4}(?:->|=>|→|:|-|returned|returns|status|code)?[ \t=:]{0,4}/;
/** One that succeeded; the status may also stand first: `200 GET /...`. */
const READ = new RegExp(`${GOT.source}\\b20[0-6]\\b|\\b20[0-6](?: OK)?[ \\t]{1,4}["']?GET[ \\t]{1,4}(\\S{4,400})`, 'g');
/** One that failed: what works now and then tells nothing of rights. */
const REFUSED = new RegExp(`${GOT.source}\\b40[134]\\b`, 'g');
const WORKSPACE = /\/(?:groups|workspaces)\/([^/?#\s"']{4,80})\//gi;
const LISTS_WORKSPACES = /\/(?:myorg\/groups|v1\/workspaces)\/?(?:\?\S{0,200})?["']?$/i;

/**
 * What the log of a paste shows to work with the same caller: listing workspaces, and reads in a workspace where the paste
 * names no other.
 */
export const seenWorks = (text: string): readonly ('list-workspaces' | 'reads')[] => {
  if (!/\bGET\b/.test(text)) return [];
  const urls = [...text.matchAll(READ)].map(([, url, other]) => url ?? other ?? '');
  const refused = [...text.matchAll(REFUSED)].map(([, url]) => url);
  if (urls.length === 0 || urls.some((url) => refused.includes(url))) return [];
  const isOne = new Set([...text.matchAll(WORKSPACE)].map(([, id = '']) => id.toLowerCase())).size === 1;
  const reads = isOne && urls.some((url) => new RegExp(WORKSPACE.source, 'i').test(url));
  const lists = urls.some((url) => LISTS_WORKSPACES.test(url));
  return [...(lists ? (['list-workspaces'] as const) : []), ...(reads ? (['reads'] as const) : [])];
};
