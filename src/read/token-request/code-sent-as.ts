import type { Header } from '../../model/incident.ts';

/** A stretch of code. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** What stands between a call and the first pair of what it is given: `new Dictionary<string, string> { {`, `[`. */
const OPENS = '(?:new\\b[ \\w<>,]{0,80}(?:\\(\\))?|dict|array)?[\\s{[(@]{0,60}$';

/** Code that sends what follows as a form. */
const AS_FORM =
  /(?:\bdata\s{0,3}=|\bURLSearchParams\(|\bstringify\(|\burlencode\(|\bhttp_build_query\(|'form_params' ?=>|-Body\s{1,5}@)\s{0,20}$/;
const FORM_USES =
  /(?:\bdata\s{0,3}=\s{0,3}|\bURLSearchParams\(\s{0,3}|(?<!JSON\.)\bstringify\(\s{0,3}|\burlencode\(\s{0,3}|\bhttp_build_query\(\s{0,3}|-Body\s{1,5}|\bFormUrlEncodedContent\(\s{0,3})\$?([A-Za-z_]\w{0,60})\b/g;

/**
 * Code that sends what follows as JSON; axios does so with an object: https://axios-http.com/docs/urlencoded. Where another
 * reader took the URL, blanks stand between.
 */
const AS_JSON =
  /(?:\bjson\s{0,3}=|JSON\.stringify\(|json\.dumps\(|\baxios(?:\.post\([^\n,]{1,300}| {10,380}),|'json' ?=>|\bJson\.FromValue\()\s{0,20}$/;
const SERIALIZED =
  '\\b(?:JsonConvert\\.SerializeObject|JsonSerializer\\.Serialize|JsonContent\\.Create|json_encode)\\(';
const AS_SERIALIZED = new RegExp(`${SERIALIZED}\\s{0,20}${OPENS}`);
const PIPED_TO_JSON = /^\s{0,5}\|\s{0,5}ConvertTo-Json/;
const JSON_USES = new RegExp(
  `(?:\\bjson\\s{0,3}=\\s{0,3}|JSON\\.stringify\\(\\s{0,3}|json\\.dumps\\(\\s{0,3}|\\baxios\\.post\\([^\\n,]{1,300},\\s{0,20})([A-Za-z_]\\w{0,60})\\s{0,3}[,)]|\\$([A-Za-z_]\\w{0,60})[ \\t]{0,3}\\|[ \\t]{0,3}ConvertTo-Json|\\bJson\\.FromValue\\(\\s{0,3}([A-Za-z_]\\w{0,60})\\s{0,3}\\)|${SERIALIZED}\\s{0,3}\\$?([A-Za-z_]\\w{0,60})\\s{0,3}[,)]`,
  'g',
);

/** libcurl makes multipart of an array: https://www.php.net/manual/function.curl-setopt.php */
const AS_PARTS = /\bCURLOPT_POSTFIELDS\s{0,5}(?:,|=>)\s{0,5}(?:\[|array\()\s{0,60}$/;
const PARTS_USES = /\bCURLOPT_POSTFIELDS\s{0,5}(?:,|=>)\s{0,5}\$([A-Za-z_]\w{0,60})\s{0,5}[,)\]]/g;
/** The object that the first pair is added to: `form.append("grant_type", "x")`. */
const RECEIVER = /([A-Za-z_]\w{0,60})\.(?:append|set|add|Add)\(\s{0,10}(?:new StringContent\(\s{0,10})?$/;
const MAKES_PARTS = /([A-Za-z_]\w{0,60})\s{0,5}=\s{0,5}(?:new )?(?:FormData|MultipartFormDataContent)\(/g;
const SAYS_PARTS = /\bContent-?Type["']?\s{0,5}(?:=>|[:=,])\s{0,5}["']?multipart\/form-data/i;

const NAMED =
  /(?<![\w.])\$?([A-Za-z_]\w{0,60})(?::[ \t]{0,3}[\w<>[\], ]{1,40})?[ \t]{0,10}=[ \t]{0,10}(?:@|\[\s{0,60}|array\(\s{0,60}|new\b[ \w<>,]{0,80}(?:\(\))?[\s{]{0,60}|new URLSearchParams\(\s{0,20})?$/;

const before = (text: string, { from }: Region, length: number): string => text.slice(Math.max(0, from - length), from);

/** The variable that code puts the parameters in. */
export const variableOf = (text: string, region: Region): string | undefined =>
  (NAMED.exec(before(text, region, 400)) ?? RECEIVER.exec(before(text, region, 100)))?.[1];

/** Whether the variable that holds the literal is used in one of these ways. */
const isUsed = (text: string, region: Region, uses: RegExp): boolean => {
  const name = NAMED.exec(before(text, region, 400))?.[1];
  return (
    name !== undefined &&
    [...text.slice(region.to, region.to + 4000).matchAll(uses)].some(
      (use) => use.slice(1).find((one) => one !== undefined) === name,
    )
  );
};

/** Whether the code sends the literal as a form, where it stands or through the variable that holds it. */
export const isForm = (text: string, region: Region): boolean =>
  AS_FORM.test(before(text, region, 80)) || isUsed(text, region, FORM_USES);

/** Whether the code makes JSON of the literal; what it sends as a form as well, it only prints. */
export const isJson = (text: string, region: Region): boolean =>
  AS_JSON.test(before(text, region, 400)) ||
  AS_SERIALIZED.test(before(text, region, 200)) ||
  PIPED_TO_JSON.test(text.slice(region.to, region.to + 40)) ||
  (isUsed(text, region, JSON_USES) && !isUsed(text, region, FORM_USES));

const isParts = (text: string, region: Region): boolean => {
  const receiver = RECEIVER.exec(before(text, region, 100))?.[1];
  const earlier = before(text, region, 1500);
  const near = text.slice(Math.max(0, region.from - 600), region.to + 800);
  return (
    AS_PARTS.test(before(text, region, 120)) ||
    (isUsed(text, region, PARTS_USES) && !isUsed(text, region, FORM_USES)) ||
    (receiver !== undefined && [...earlier.matchAll(MAKES_PARTS)].some(([, name]) => name === receiver)) ||
    SAYS_PARTS.test(near)
  );
};

/** The type that code gives the body, where it is one that Entra does not read. */
export const headersOf = (text: string, region: Region): readonly Header[] =>
  isParts(text, region) ? [{ name: 'Content-Type', value: 'multipart/form-data' }] : [];
