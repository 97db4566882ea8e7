import { remembered } from '../text/remembered.ts';

/** How far back a variable is looked for. */
const REACH = 20_000;
const DEEPEST = 4;
const VARIABLE = /\$(?:\{([A-Za-z_]\w{0,60})\}|([A-Za-z_]\w{0,60}))/g;
const SET =
  /(?:^|[\n;])[ \t]{0,20}(?:\$ |(?:export|local|readonly|declare)[ \t]{1,5})?([A-Za-z_]\w{0,60})=(?:"([^"\n`]{0,1000})"|'([^'\n]{0,1000})'|([^\s"'`;&|()<>]{1,1000}))(?=[ \t]{0,20}(?:[\n\r;#]|&&|$))/g;

interface Setting {
  readonly value: string;
  readonly at: number;
  readonly isFilled: boolean;
}

/** All settings of a text by name, in order: a script has many commands, and each asks for its variables. */
const settingsIn = remembered((text: string): ReadonlyMap<string, readonly Setting[]> => {
  const settings = new Map<string, Setting[]>();
  for (const { index: at, 1: name = '', 2: double, 3: single, 4: bare = '' } of text.matchAll(SET)) {
    const setting = { value: double ?? single ?? bare, at, isFilled: single === undefined };
    const known = settings.get(name);
    if (known === undefined) settings.set(name, [setting]);
    else known.push(setting);
  }
  return settings;
});

/** The last of settings in order that stands before a place: by bisection, as a script may set a name in every line. */
const lastBefore = (settings: readonly Setting[], at: number): Setting | undefined => {
  let low = 0;
  let high = settings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((settings[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return settings[low - 1];
};

const settingOf = (text: string, name: string, at: number): Setting | undefined => {
  const set = lastBefore(settingsIn(text).get(name) ?? [], at);
  return set !== undefined && set.at >= at - REACH ? set : undefined;
};

/** A text with its variables replaced by what the lines above set them to; what a command gives stays open. */
const filled = (text: string, at: number, word: string, depth = 0): string =>
  word.includes('$') && depth <= DEEPEST
    ? word.replace(VARIABLE, (all, braced: string | undefined, bare: string) => {
        const set = settingOf(text, braced ?? bare, at);
        if (set === undefined || set.value.includes('$(')) return all;
        return set.isFilled ? filled(text, set.at, set.value, depth + 1) : set.value;
      })
    : word;

/** What stands before the query of an address, and a word that starts with a variable. */
const START = /^(?:https?:\/\/[^?#]*|\$[^?#]*)/;
/** Addresses, forms and JSON: a name with a password, `$USER:$WORD`, is left alone. */
const READABLE = /^(?:https?:\/\/|[\w.-]{1,60}=|\s{0,20}\{)/;
const FIELD =
  /(?<=^|[?&])(?:grant_type|client_id|scope|resource|redirect_uri|response_type|tenant|audience)=[^&]{1,1000}/g;

/**
 * A word of a command with its variables replaced by what the lines above set them to: in addresses, and in the fields of a
 * token request that hold no secret. What other variables hold may be one that nobody knows for a secret by its name.
 */
export const filledByShell = (text: string, at: number, word: string): string => {
  if (!word.includes('$')) return word;
  const start = START.exec(word)?.[0] ?? '';
  const first = filled(text, at, start);
  const rest = READABLE.test(first) ? first + word.slice(start.length) : word;
  return rest.replace(FIELD, (field) => filled(text, at, field));
};
