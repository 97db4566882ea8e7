import { csharpObject } from '../syntax/csharp-literal.ts';
import { parseObject } from '../syntax/json-literal.ts';

/** What code sends, as JSON, and where the expression for it ends. */
export interface CodeValue {
  readonly body: string;
  readonly to: number;
}

const QUOTED_NAME = /(["'])([\w@.-]{1,80})\1(?=\s{0,10}:)/g;
const QUOTED = /(?:\b[bfruBFRU]{1,2})?(?:"(?:[^"\\\n]|\\.){0,1000}"|'(?:[^'\\\n]|\\.){0,1000}'|`[^`\n]{0,1000}`)/g;
/** A property whose value is a variable or what a function gives. */
const OPEN =
  /([\w$-]{1,80})\s{0,10}:\s{0,20}\[?\s{0,20}(?!(?:true|false|null|undefined|True|False|None)\b)[A-Za-z_$(]/g;
/** Properties that hold a text or a number; the variable of another may hold an object with names that nobody sees. */
const PLAIN = /(?:ids?|names?|email|identifier|type|level|right|query|url|description|key|date|time|format)$/i;

/** An object where all its names are seen. */
const wholeObject = (code: string, at: number): CodeValue | undefined => {
  const parsed = parseObject(code, at, 0);
  if (parsed?.closed !== true) return undefined;
  const bare = code.slice(at, parsed.to).replace(QUOTED_NAME, '$2').replace(QUOTED, '""');
  const isWhole = [...bare.matchAll(OPEN)].every(([, name = '']) => PLAIN.test(name));
  return isWhole ? { body: JSON.stringify(parsed.value), to: parsed.to } : undefined;
};

const csharpAt = (text: string, at: number): CodeValue | undefined => {
  const object = csharpObject(text, at);
  const whole = object === undefined ? undefined : wholeObject(object.code, 0);
  return object === undefined || whole === undefined ? undefined : { body: whole.body, to: object.to };
};

/** What only shows a variable. */
const SHOWS = '(?<!\\b(?:console\\.\\w{1,10}|print|Console\\.WriteLine|log(?:ger|ging)?\\.\\w{1,10})\\()';
const NAME = /[A-Za-z_]\w{0,60}(?![\w.([])/y;

type ReadAt = (text: string, at: number) => CodeValue | undefined;

/** Whether this is the name of an argument: `post(url, data=data)`. */
const isArgument = (text: string, { index, 0: all }: RegExpExecArray): boolean =>
  !/\s/.test(all) && /[(,]\s{0,60}$/.test(text.slice(Math.max(0, index - 62), index));

/** What the variable at `at` is set to before, where it is set once and nothing is done with it in between. */
const followed = (text: string, at: number, read: ReadAt, since: number): CodeValue | undefined => {
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  const set = new RegExp(`(?<![\\w.$])${name}(?: ?: ?[\\w<>]{1,60})?[ \\t]{0,5}[+?|:]{0,2}=(?![=>])[ \\t]{0,10}`, 'g');
  const sets = [...text.matchAll(set)].filter((one) => !isArgument(text, one));
  const [only] = sets;
  const value = only === undefined || sets.length > 1 ? undefined : read(text, only.index + only[0].length);
  if (value === undefined || value.to > since) return undefined;
  const isTouched = new RegExp(`${SHOWS}\\b${name}\\b(?!\\s{0,3}:)`).test(text.slice(value.to, since));
  return isTouched ? undefined : { body: value.body, to: at + name.length };
};

/** The object that stands at `at` in code, there or by the name of a variable. `since` is where the use of it starts. */
export const objectAt = (text: string, at: number, since = at): CodeValue | undefined => {
  if (text[at] === '{') return wholeObject(text, at);
  return csharpAt(text, at) ?? followed(text, at, objectAt, since);
};

/** What makes JSON of an object. */
const SERIALIZES =
  /(?:JSON\.stringify|json\.dumps|jsonEncode|JsonContent\.Create|JsonConvert\.SerializeObject|JsonSerializer\.Serialize)\(\s{0,40}/y;
/** What passes a text on. */
const WRAPS =
  /(?:new StringContent|strings\.NewReader|bytes\.NewBufferString|bytes\.NewBuffer\(\[\]byte|bytes\.NewReader\(\[\]byte)\(\s{0,40}/y;
const TEXT =
  /("""|''')\s{0,20}([\s\S]{2,3000}?)\1|@"((?:[^"]|""){2,3000})"|"((?:[^"\\\n]|\\.){2,3000})"|['`]([^'`]{2,3000})['`]/y;

const behind = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
};

const isObject = (json: string): boolean => {
  try {
    return json.trim().startsWith('{') && typeof JSON.parse(json) === 'object';
  } catch {
    return false;
  }
};

/** JSON that stands in a text of code. */
const jsonTextAt = (text: string, at: number): CodeValue | undefined => {
  TEXT.lastIndex = at;
  const match = TEXT.exec(text);
  if (match === null) return undefined;
  const [all, , long, verbatim, escaped, plain] = match;
  const json = long ?? verbatim?.replaceAll('""', '"') ?? escaped?.replace(/\\(["\\])/g, '$1') ?? plain ?? '';
  return isObject(json) ? { body: json.trim(), to: at + all.length } : undefined;
};

/** The JSON that the expression at `at` gives as a text, there or by the name of a variable. */
export const jsonAt = (text: string, at: number, since = at): CodeValue | undefined => {
  const object = behind(SERIALIZES, text, at);
  if (object !== undefined) return objectAt(text, object);
  const wrapped = behind(WRAPS, text, at);
  if (wrapped !== undefined) return jsonAt(text, wrapped);
  return jsonTextAt(text, at) ?? followed(text, at, jsonAt, since);
};
