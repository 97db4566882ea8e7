import { expressionOf } from '../text/variables.ts';

/** The head of a function in most languages, with its name and its parameters. */
const HEAD =
  /\b(?:function|def|func|fn|Task(?:<[\w<>?]{1,60}>)?|void|public \w{1,40}) ([A-Za-z_]\w{0,60})\(([^()\n]{1,300})\)|\b(?:const|let|var) ([A-Za-z_]\w{0,60}) = (?:async )?(?:function ?)?\(([^()\n]{1,300})\)/g;
const ANY_HEAD = new RegExp(HEAD.source);
const REACH = 3000;
const MOST = 20;

let last = { text: '', hasHead: false };

/** Whether a text makes a function anywhere: most do not, and are asked for each of their tokens. */
const hasHead = (text: string): boolean => {
  if (last.text !== text) last = { text, hasHead: ANY_HEAD.test(text) };
  return last.hasHead;
};

/** The name of a parameter without its type and its default: `string token`, `token: string`, `token = ""`, `$token`. */
const nameIn = (parameter: string): string => (parameter.split(/[:=?]/)[0] ?? '').trim().split(/[\s$]/).at(-1) ?? '';

/** The line break and the blanks that the line of a place begins with, as the depth of its block. */
const depthAt = (text: string, at: number): number => {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^[ \t]{0,80}/.exec(text.slice(start, start + 80))?.[0].length ?? 0;
};

/** The parameter that a name is in the function around a place. */
interface Parameter {
  readonly callee: string;
  readonly index: number;
  /** Where the body of the function begins. */
  readonly from: number;
}

/** Which parameter of the function around a place this name is. */
export const parameterAt = (text: string, name: string, at: number): Parameter | undefined => {
  if (!hasHead(text)) return undefined;
  const start = Math.max(0, at - REACH);
  const head = [...text.slice(start, at).matchAll(HEAD)].at(-1);
  if (head === undefined) return undefined;
  const [all, first, ofFirst, second = '', ofSecond = ''] = head;
  const from = start + head.index + all.length;
  const isInside = depthAt(text, at) > depthAt(text, from) || !text.slice(from, at).includes('\n');
  const index = (ofFirst ?? ofSecond).split(',').findIndex((one) => nameIn(one) === name);
  return isInside && index >= 0 ? { callee: first ?? second, index, from } : undefined;
};

/** What stands before the name of a function that is made and not called. */
const IS_HEAD = /\b(?:function|def|func|fn|Task(?:<[\w<>?]{1,60}>)?|void|public \w{1,40}|const|let|var) $/;

const argumentIn = (given: string, name: string, index: number): string | undefined => {
  const all = given.split(',').map((one) => one.trim());
  const named = all
    .map((one) => /^([A-Za-z_]\w{0,60}) ?= ?(?!=)(.{1,200})$/.exec(one))
    .find((one) => one?.[1] === name);
  return named?.[2] ?? all[index];
};

/**
 * What a function is given for a parameter, by all the calls of it that a text shows: `callApi(response.idToken)`. Undefined
 * where there is none, where they differ, or where it is handed on or called in a way that nobody reads.
 */
export const givenFor = (text: string, name: string, { callee, index }: Parameter): string | undefined => {
  const uses = [...text.matchAll(new RegExp(`(?<![\\w$])${callee}\\b(?:\\(([^()\\n]{1,300})\\))?`, 'g'))];
  const calls = uses.filter((one) => !IS_HEAD.test(text.slice(Math.max(0, one.index - 80), one.index)));
  if (calls.length > MOST) return undefined;
  const given = calls.map((one) => {
    const argument = argumentIn(one[1] ?? '', name, index) ?? '';
    const variable = /^\$?([A-Za-z_]\w{0,60})$/.exec(argument)?.[1];
    return (variable !== undefined && expressionOf(text, variable, one.index)) || argument;
  });
  const [only, ...others] = new Set(given);
  return others.length === 0 ? only : undefined;
};
