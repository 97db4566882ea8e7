/** A variable, or what is kept under a name in it: `token`, `token.accessToken`, `session["access_token"]`. */
const PATH = `[A-Za-z_]\\w{0,60}(?:(?:\\??\\.|->)[A-Za-z_]\\w{0,60}|\\[["'][\\w-]{1,60}["']\\]){0,3}`;
/** A name that stands for a value in a program: `token`, `$token`, `${token}`, `{token}`. */
const VARIABLE = new RegExp(
  `^(?:\\$?\\{{1,2}|\\$\\(?|str\\()?\\$?(${PATH}(?:\\.get\\(["'][\\w-]{1,60}["']\\))?)(?:\\.[tT]oString\\(\\))?\\)?\\}{0,2}$`,
);
/** What a variable is set to, in most languages. */
const SET = new RegExp(
  `(?<![\\w.>$])\\$?(${PATH})(?::[ \\t]{0,5}\\w{1,30}(?:[ \\t]\\|[ \\t]\\w{1,20})?)?[ \\t]{0,20}:?=(?![=>~])[ \\t]{0,20}([^\\n;]{1,300})`,
  'g',
);
/** Variables that get what an object holds under their names: `const { token } = ...`. */
const UNPACKED = /\{([\w ,:]{1,120})\}[ \t]{0,5}=(?![=>])/g;
/** A call whose arguments stand on lines of their own, to its end. */
const OVER_LINES = /[^\n;()]{0,200}\([^()]{0,400}(?:\([^()]{0,200}\)[^()]{0,200}){0,4}\)[^\n;]{0,100}/y;
/** What is done with it on the next lines: `.then((answer) => answer.token)`. */
const GOES_ON = /(?:[ \t]{0,100}\r?\n[ \t]{0,100}(?:\??\.|->)[^\n;]{1,200}){1,4}/y;
const COMMENT = /[ \t](?:#|\/\/)[ \t][^\n]{0,300}$/;
/** What gives the same members again, which another part of the program put there. */
const SAME_MEMBERS = /session|getToken\(\s{0,5}\{/i;

/** A place where a variable is set. */
interface Setting {
  readonly at: number;
  /** The stretch of what it is set to. */
  readonly from: number;
  readonly to: number;
}

/** One name for all ways to write the same place. */
const keyOf = (path: string): string => path.replace(/\.get\(["']|\??\.|->|\[["']/g, '.').replace(/["'][\])]/g, '');

/** The variable that a value names, under one name for all ways to write it. */
export const variableIn = (value: string): string | undefined => {
  const path = VARIABLE.exec(value)?.[1];
  return path === undefined ? undefined : keyOf(path);
};

/** What is unpacked under its own name says nothing more; under another, `{ idToken: token }`, the pair tells. */
const unpackedIn = ({ index, 1: names = '' }: RegExpExecArray): readonly (readonly [string, Setting])[] => {
  let start = index + 1;
  return names.split(',').map((pair): [string, Setting] => {
    const from = start + (pair.length - pair.trimStart().length);
    start += pair.length + 1;
    const [first = '', second] = pair.split(':');
    const to = second === undefined ? index : from + pair.trim().length;
    return [(second ?? first).trim(), { at: index, from: second === undefined ? index : from, to }];
  });
};

const placesIn = (text: string): readonly (readonly [string, Setting])[] => [
  ...[...text.matchAll(SET)].map(({ index, 0: all, 1: name = '', 2: right = '' }): [string, Setting] => {
    const to = index + all.length;
    return [keyOf(name), { at: index, from: to - right.length, to }];
  }),
  ...[...text.matchAll(UNPACKED)].flatMap(unpackedIn),
];

/** Where each variable of a text is set, in order. */
const settingsIn = (text: string): ReadonlyMap<string, readonly Setting[]> => {
  const settings = new Map<string, Setting[]>();
  for (const [name, setting] of placesIn(text)) {
    const own = settings.get(name);
    if (own === undefined) settings.set(name, [setting]);
    else own.push(setting);
  }
  for (const own of settings.values()) own.sort((a, b) => a.at - b.at);
  return settings;
};

let known: { readonly text: string; readonly settings: ReturnType<typeof settingsIn> } | undefined;

/** Of the text that was asked about last: it may hold thousands of headers. */
const settingsOf = (text: string, name: string): readonly Setting[] => {
  if (known?.text !== text) known = { text, settings: settingsIn(text) };
  return known.settings.get(name) ?? [];
};

/** The last of them before a place. By bisection. */
const lastBefore = (settings: readonly Setting[], at: number): Setting | undefined => {
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((settings[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return settings[low - 1];
};

/** How far back a variable is looked for. */
const REACH = 8000;

const at = (pattern: RegExp, text: string, place: number): string => {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0] ?? '';
};

/** What stands there, with what belongs to it on the next lines as one line. */
const written = (text: string, { from, to }: Setting, until: number): string => {
  const line = text.slice(from, to);
  const call = /[({,]\s{0,40}$/.test(line) ? at(OVER_LINES, text, from) : '';
  const first = call === '' ? line : call.replace(/\s{1,400}/g, ' ');
  const end = from + (call || line).length;
  const rest = from === to ? '' : at(GOES_ON, text, end);
  if (end > until) return text.slice(from, Math.min(to, until)).trim();
  return `${first.trim().replace(COMMENT, '')}${rest.replace(/\s{0,100}\n\s{0,100}/g, '')}`;
};

/** Whether the object that holds a member became another one in between. */
const isReplaced = (text: string, name: string, since: number, at: number): boolean => {
  const base = name.includes('.') ? lastBefore(settingsOf(text, name.slice(0, name.indexOf('.'))), at) : undefined;
  return base !== undefined && base.at > since && !SAME_MEMBERS.test(written(text, base, at));
};

/** How often a variable is set to another one. */
const MOST_STEPS = 4;

/** What a variable is set to last before a place; where that is another variable, what that is set to. */
export const expressionOf = (text: string, name: string, at: number, since = at - REACH): string => {
  let found = '';
  let place = at;
  let next: string | undefined = name;
  for (let step = 0; step < MOST_STEPS && next !== undefined; step += 1) {
    const set = lastBefore(settingsOf(text, next), place);
    if (set === undefined || set.at < since || isReplaced(text, next, set.at, place)) break;
    found = written(text, set, place);
    place = set.at;
    next = variableIn(found.replace(/^await | as \w{1,20}$|!$/g, ''));
  }
  return found;
};

const FUNCTION =
  /\b(?:def ([A-Za-z_]\w{0,60})\(|function ([A-Za-z_]\w{0,60})\(|(?:const|let|var) ([A-Za-z_]\w{0,60}) = (?:async )?(?:function)?\()/g;

/** Where each function of a text begins, behind its name: the first of that name. */
export const functionsIn = (text: string): ReadonlyMap<string, number> => {
  const functions = new Map<string, number>();
  for (const { index, 0: head, 1: def, 2: named, 3: set } of text.matchAll(FUNCTION)) {
    const name = def ?? named ?? set ?? '';
    if (!functions.has(name)) functions.set(name, index + head.length);
  }
  return functions;
};

/** What the function that begins there gives back: of a variable what it is set to in it. */
export const returnsOf = (text: string, from: number): readonly string[] => {
  const rest = text.slice(from, from + 3000);
  const body = rest.slice(0, /\n(?=\S)(?!\})|\n\}/.exec(rest)?.index ?? rest.length);
  return [...body.matchAll(/[\n;{][ \t]{0,40}return[ \t]([^\n;]{1,300})/g)].map(({ index, 1: value = '' }) => {
    const given = value.trim();
    const name = variableIn(given);
    return (name && expressionOf(text, name, from + index, from)) || given;
  });
};
