import type { Header } from '../../model/incident.ts';

/** The header that makes a call one of a profile, as code gives it: in a dictionary, an object or a call of a client. */
const GIVEN =
  /["'`](X-PowerBI-Profile-Id)["'`]\]?\s{0,10}(?:=>|=(?!=)|[:,])\s{0,10}(?=[\w$"'`@{(<])(?!["'`]{2}|None\b|null\b)/gi;
/** What makes a client or a set of headers: of two, nobody knows which one the call has. */
const SETS = /["'`]Authorization["'`]|\bnew (?:PowerBI|Http|Rest)Client\(|\bPowerBIClient\(/gi;

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** The profile header in the code of a paste that has one set of headers for its calls; its value is left out. */
export const profileHeaderIn = (text: string): readonly Header[] => {
  const [given, ...others] = [...text.matchAll(GIVEN)];
  return given?.[1] === undefined || others.length > 0 || count(text, SETS) > 1 ? [] : [{ name: given[1], value: '' }];
};
