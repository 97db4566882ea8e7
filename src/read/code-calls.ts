import { addressIn } from './code-address.ts';
import { concatenated } from './concatenation.ts';

/** A call in code: what it calls, and where it stands. */
export interface CodeCall {
  readonly method: string;
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

/** The most calls in one paste: more is a program. */
const MOST = 100;

/** `requests.get(url`, `client.PostAsync("..."`, `axios.patch(`, `$client->get('...'`. */
const NAMED =
  /(?:\.|->)(?<method>get|post|put|patch|delete)(?:Async|StringAsync|FromJsonAsync|AsJsonAsync)?\(\s{0,40}(?:(?:url|uri)\s{0,3}=\s{0,3})?(?:[frb$@]{0,2}(?<q>["'`])(?<literal>[^"'`\n]{1,2000})\k<q>|(?<name>\$?(?:self\.|this\.)?[A-Za-z_]\w{0,60})(?:[ \t]{0,5}[+.][ \t]{0,5}["'](?<tail>[^"'\n]{1,2000})["'])?)/gi;
/** `requests.request("GET", url`, `http.NewRequest("GET", "..."`, `new HttpRequestMessage(HttpMethod.Get, "..."`. */
const METHOD_FIRST =
  /(?:(?:\.|->)request\(|\bNewRequest(?:WithContext)?\(\s{0,20}(?:[\w.]{1,40}(?:\(\))?,\s{0,20})?|\bnew HttpRequestMessage\(|\bnew Request\()\s{0,40}(?:method\s{0,3}=\s{0,3})?(?:["']|HttpMethod\.|http\.Method)(?<method>GET|POST|PUT|PATCH|DELETE)["']?\s{0,20},\s{0,40}(?:url\s{0,3}=\s{0,3})?(?:new Uri\(\s{0,5})?(?:[frb$@]{0,2}(?<q>["'`])(?<literal>[^"'`\n]{1,2000})\k<q>|(?<name>\$?(?:self\.|this\.)?[A-Za-z_]\w{0,60})(?:[ \t]{0,5}[+.][ \t]{0,5}["'](?<tail>[^"'\n]{1,2000})["'])?)/gi;
/** `fetch("..."`, `new URL("..."`, `URI.create("..."`, `.url("..."`, `new RestRequest("..."`, `urllib.request.Request("..."`, `WebRequest.Create("..."`, `DownloadString("..."`. */
const ADDRESS_FIRST =
  /(?:\bfetch|\baxios|\brequest\.Request|\bnew RestRequest|\bnew URL|\bURI\.create|\bWebRequest\.Create(?:Http)?|\.(?:DownloadString|DownloadData|OpenRead)(?:TaskAsync|Async)?|(?:\.|->)url)\(\s{0,40}(?:[frb$@]{0,2}(?<q>["'`])(?<literal>[^"'`\n]{1,2000})\k<q>|(?<name>\$?(?:self\.|this\.)?[A-Za-z_]\w{0,60})(?:[ \t]{0,5}[+.][ \t]{0,5}["'](?<tail>[^"'\n]{1,2000})["'])?)/g;
/** Where such code names the method: an option, a call, a constant. */
const METHOD_NEAR =
  /\bmethod["']?\s{0,3}[:=]\s{0,3}["'](GET|POST|PUT|PATCH|DELETE)\b|\bsetRequestMethod\(\s{0,10}["'](GET|POST|PUT|PATCH|DELETE)\b|\.method\(\s{0,10}["'](GET|POST|PUT|PATCH|DELETE)\b|\bMethod\.(Get|Post|Put|Patch|Delete)\b|\.(GET|POST|PUT|DELETE)\(/i;
const REACH = 800;

/** The method in the statements that follow, up to the next call. */
const methodNear = (text: string, to: number): string => {
  const near = text.slice(to, to + REACH);
  const stretch = near.slice(0, /\n[ \t]{0,40}\r?\n[ \t]{0,40}\r?\n/.exec(near)?.index ?? near.length);
  return (
    METHOD_NEAR.exec(stretch)
      ?.slice(1)
      .find((method) => method !== undefined) ?? 'GET'
  );
};

const callsOf = (text: string, pattern: RegExp): readonly CodeCall[] =>
  [...text.matchAll(pattern)].slice(0, MOST).flatMap((match): readonly CodeCall[] => {
    const { method, literal, name, tail } = match.groups ?? {};
    const end = match.index + match[0].length;
    const hasText = literal !== undefined || tail !== undefined;
    const { rest, end: to } = hasText ? concatenated(text, end) : { rest: '', end };
    const url = addressIn(text, { literal, name, tail }, match.index);
    return url === undefined
      ? []
      : [{ method: (method ?? methodNear(text, to)).toUpperCase(), url: url + rest, from: match.index, to }];
  });

/** The calls that code makes, of Python, JavaScript, C#, Java, Go and PHP, in order. */
export const codeCalls = (text: string): readonly CodeCall[] => {
  const all = [NAMED, METHOD_FIRST, ADDRESS_FIRST].flatMap((pattern) => callsOf(text, pattern));
  return all
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((call, at, sorted) => call.from >= (sorted[at - 1]?.to ?? 0));
};
