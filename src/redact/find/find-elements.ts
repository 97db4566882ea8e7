import type { SecretField } from '../../model/secret.ts';
import { fieldOf } from '../text/fields.ts';
import { findAll } from '../text/finder.ts';
import type { Found } from '../text/found.ts';
import { isValue } from './is-value.ts';

/** What stands in an element, alone or as CDATA: nothing that holds an element itself. */
const CONTENT = '\\s{0,80}(?:<!\\[CDATA\\[\\s{0,80})?(?:<(?:code|b|strong)>)?([^\\s<>]{1,4000})';
const ENDS = '\\s{0,80}(?:\\]\\]>\\s{0,80})?<';
const ATTRIBUTES = '(?:\\s[^<>]{0,400})?';
/** Marks of HTML around a word. */
const MARKS = '(?:<(?:code|b|strong)>)?';

/** Each with its name first and its value second. */
const ELEMENTS: readonly RegExp[] = [
  // <o:Password Type="...">...</o:Password>
  new RegExp(`<(?:[\\w-]{1,20}:)?([\\w.-]{1,60})${ATTRIBUTES}>${CONTENT}${ENDS}/`, 'dg'),
  // <S N="Password">...</S> of PowerShell, <string name="...">...</string>
  new RegExp(
    `<\\w{1,20}\\s(?:[^<>]{0,100}\\s)?(?:N|[Nn]ame|[Kk]ey)=["']([\\w .:-]{1,80})["'][^<>]{0,100}>${CONTENT}${ENDS}/`,
    'dg',
  ),
  // <key>client_secret</key><string>...</string> of property lists, and the cells of a table
  new RegExp(
    `<(?:key|td|th|dt)${ATTRIBUTES}>${MARKS}([\\w .:-]{1,80})(?:</\\w{1,10}>){1,2}\\s{0,80}<(?:string|td|dd)${ATTRIBUTES}>${CONTENT}<`,
    'dg',
  ),
];

const foundIn = (match: RegExpExecArray, group: number, field: SecretField): readonly Found[] => {
  const [start, end] = match.indices?.[group] ?? [0, 0];
  const value = match[group] ?? '';
  return isValue({ start, end, value, quoted: true }, field) ? [{ start, end, field, value }] : [];
};

/** An authorization code has a shape of its own. */
const fieldOfName = (name: string): SecretField | undefined =>
  /^(?:code|cookie)$/i.test(name.trim()) ? undefined : fieldOf(name.trim().replace(/:$/, ''));

const findContents = (text: string): readonly Found[] =>
  ELEMENTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const field = fieldOfName(match[1] ?? '');
      return field === undefined ? [] : foundIn(match, 2, field);
    }),
  );

const TAG_WITH_VALUE = /<\w[\w:.-]{0,40}\s[^<>]{0,1000}?\bvalue=["']([^"'<>]{1,4000})["'][^<>]{0,1000}>/dg;
const NAMED = /\s(?:key|name|id)=["']([\w .:-]{1,80})["']/;

/** `<add value="..." key="ida:ClientSecret" />`, `<input type="password" value="...">`: the name stands behind, or the type tells. */
const findAttributes = (text: string): readonly Found[] =>
  [...text.matchAll(TAG_WITH_VALUE)].flatMap((match) => {
    const isPassword = /\stype=["']password["']/i.test(match[0]);
    const field = isPassword ? 'password' : fieldOfName(NAMED.exec(match[0])?.[1] ?? '');
    return field === undefined ? [] : foundIn(match, 1, field);
  });

/** Secrets of XML and HTML: in elements, beside them, and in attributes. */
export const findElements = findAll([
  { marks: ['</'], find: findContents },
  { marks: ['value='], find: findAttributes },
]);
