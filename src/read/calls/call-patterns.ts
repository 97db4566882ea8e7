/** What the call names: a literal, or a variable with a literal behind it; some languages wrap it up. */
const ADDRESS =
  '(?:new )?(?:(?:Uri|URI|URL|url)(?:\\.[a-z_]{1,12})?\\(\\s{0,5})?(?:(?:url|uri)\\s{0,3}=\\s{0,3})?' +
  '(?:@?[frb$]{0,2}@?(?<q>["\'`])(?<literal>[^"\'`\\n]{1,2000})\\k<q>' +
  '|(?<name>\\$?(?:self\\.|this\\.)?[A-Za-z_]\\w{0,60})(?:[ \\t]{0,5}[+.&][ \\t]{0,5}["\'](?<tail>[^"\'\\n]{1,2000})["\'])?)';
const METHOD = '(?<method>GET|POST|PUT|PATCH|DELETE)';

/** A call begins with a word or with what leads to a member: most places of a text are passed before any form is tried. */
const MAY_OPEN = '(?=[.$-]|\\b\\w)';
const callsWith = (opens: readonly string[], between: string, flags: string): RegExp =>
  new RegExp(`${MAY_OPEN}(?:${opens.join('|')})${between}\\s{0,40}${ADDRESS}`, flags);

/** `requests.get(url`, `client.PostAsync("..."`, `axios.patch(`, `$client->get('...'`, `RestClient.get "..."`. */
const NAMED = callsWith(
  [`(?:\\.|->)${METHOD}(?:Async|StringAsync|FromJsonAsync|AsJsonAsync|ForObject|ForEntity)?(?:\\(| (?=["']https?:))`],
  '',
  'gi',
);
/** The functions of httr for R: `GET("..."`. */
const FUNCTION = callsWith([`(?<![\\w.>-])${METHOD}\\(`], '', 'g');
/** WebClient and RestClient of Spring: `.post().uri("..."`. */
const CHAINED = callsWith([`\\.${METHOD}\\(\\)\\s{0,60}\\.uri\\(`], '', 'gi');

/** `requests.request("GET", url`, `http.NewRequest("GET", "..."`, `xhr.open("POST", "..."`, `http.Request('PUT', Uri.parse('...'`. */
const METHOD_FIRST = callsWith(
  [
    '(?:\\.|->)request\\(',
    '\\bNewRequest(?:WithContext)?\\(\\s{0,20}(?:[\\w.]{1,40}(?:\\(\\))?,\\s{0,20})?',
    '\\bnew HttpRequestMessage\\(',
    '\\bnew Request\\(',
    '\\.open[ (]',
    '\\bHTTP::Request->new\\(',
    '\\bVERB\\(',
    '\\bhttp\\.(?:Multipart)?Request\\(',
    '\\bunirest\\(',
  ],
  `\\s{0,40}(?:method\\s{0,3}=\\s{0,3})?(?:["']|HttpMethod\\.|http\\.Method|(?:reqwest::)?Method::)?${METHOD}\\b["']?\\s{0,20}(?:,|=>)`,
  'gi',
);

/**
 * `fetch("..."`, `new URL("..."`, `URI.create("..."`, `.url("..."`, `new RestRequest("..."`, `WebRequest.Create("..."`,
 * `URL(string: "..."`, `[NSURL URLWithString:@"..."`, `CURLOPT_URL => '...'`, `restTemplate.exchange("..."`.
 */
const ADDRESS_FIRST = callsWith(
  [
    '(?:\\bfetch|\\baxios|\\bgot|\\bky|\\brequest\\.Request|\\bnew RestRequest|\\bnew URL|\\bURI\\.create|\\bURI\\.parse)\\(',
    '(?:\\bWebRequest\\.Create(?:Http)?|\\.(?:DownloadString|DownloadData|OpenRead)(?:TaskAsync|Async)?|(?:\\.|->)url)\\(',
    '(?<![\\w.])(?:URI|request)\\((?=\\s{0,20}["\'])',
    '\\bURL\\(string: ?',
    '\\bURLWithString: ?',
    '\\bUri\\.of_string ',
    '\\bCURLOPT_URL ?(?:=>|,)',
    '(?:\\.|->)set(?:Request)?Url\\(',
    '\\bcreate_by_url\\(\\s{0,10}EXPORTING\\s{1,10}url ?=',
    '\\brestTemplate\\.(?:exchange|execute)\\(',
    '\\b(?:dio|Dio\\(\\))\\.request\\(',
    '\\bgetURL\\(',
    '(?:\\$fetch|\\buseFetch)\\(',
  ],
  '',
  'g',
);

/** The forms of a call, in no order. */
export const CALLS: readonly RegExp[] = [NAMED, FUNCTION, CHAINED, METHOD_FIRST, ADDRESS_FIRST];

/** Where code names the method apart from the address: an option, a call, a constant. */
export const METHOD_NEAR = new RegExp(
  [
    '\\bmethod["\']?\\s{0,3}(?::?=|:)\\s{0,3}["\'](GET|POST|PUT|PATCH|DELETE)\\b',
    '\\bset(?:Request|HTTP)?_?Method(?:\\(|:)\\s{0,10}@?["\'](GET|POST|PUT|PATCH|DELETE)\\b',
    '\\.(?:req_)?method\\(\\s{0,10}["\'](GET|POST|PUT|PATCH|DELETE)\\b',
    '\\breq_method\\(\\s{0,10}["\'](GET|POST|PUT|PATCH|DELETE)\\b',
    '\\b(?:Http)?Method\\.(GET|POST|PUT|PATCH|DELETE)\\b',
    '\\bCURLOPT_CUSTOMREQUEST ?(?:=>|,) ?["\'](GET|POST|PUT|PATCH|DELETE)\\b',
    '\\bNet::HTTP(?:::|\\.)(GET|POST|PUT|PATCH|DELETE)(?:_form|_response)?\\b',
    '\\bMETHOD_(GET|POST|PUT|PATCH|DELETE)\\b',
    '`(GET|POST|PUT|PATCH|DELETE) uri\\b',
    '\\bhttpMethod ?= ?["\'](GET|POST|PUT|PATCH|DELETE)\\b',
    '\\.(GET|POST|PUT|DELETE)\\(',
  ].join('|'),
  'i',
);
