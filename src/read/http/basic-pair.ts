import type { Facts } from '../../facts/evidence.ts';

/** What is encoded for the header, in the ways of PowerShell, .NET, Java, Python, JavaScript, Go, Ruby, PHP and shells. */
const ENCODED: readonly RegExp[] = [
  /\bGetBytes\(\s{0,3}([$"'\w{}.:]{1,60})\s{0,3}\)/g,
  /\bb(?:ase)?64_?encode\(\s{0,3}(?:bytes\(\s{0,3})?f?([$"'\w{}.:]{1,60}?)(?:\.encode\([^()\n]{0,20}\))?\s{0,3}[,)]/gi,
  /\b(?:btoa|EncodeToString|Buffer\.from)\(\s{0,3}(?:\[\]byte\(\s{0,3})?([$"'`\w{}.:]{1,60}?)(?:\.getBytes\([^()\n]{0,40}\))?\s{0,3}[,)]/gi,
  /\b(?:strict_encode64|urlsafe_encode64)\(\s{0,3}([$"'#\w{}.:]{1,60})\s{0,3}\)/gi,
  /\b(?:echo|printf)\s{1,3}(?:-n\s{1,3}|["']%s["']\s{1,3})?(["']?\$\{?\w{1,60}\}?["']?)\s{0,3}\|\s{0,3}(?:base64|openssl (?:base64|enc))\b/gi,
];
/** Names of a token by itself; a pair of name and token has others. */
const OF_TOKEN = /(?:^|[^a-z])(?:[a-z]{0,20}_?)?(?:pats?(?![a-z])|token|access_?key)/i;
const OF_PAIR = /pair|cred|basic|auth|user|login|header/i;
const VARIABLE = /[A-Za-z_]\w{0,59}/;

/** Whether the paste puts a colon into the variable somewhere, or takes it from a place that may. */
const mayHoldColon = (text: string, name: string): boolean =>
  new RegExp(`\\b${name}\\b["']?\\s{0,5}(?:[+:]?=|:)[^\\n]{0,300}?:`, 'i').test(text);

/**
 * Code that encodes a token by itself for `Authorization: Basic`, which wants a name, a colon and a password: the name
 * may be empty, the colon may not be left out (RFC 7617).
 */
export const basicPair = (text: string): Facts => {
  if (!/\bbasic\b/i.test(text)) return {};
  const names = ENCODED.flatMap((way) => [...text.matchAll(way)].map(([, written = '']) => written));
  const isBare = (written: string): boolean => {
    const value = written.replace(/^["'`]?\$env:/i, '').replace(/^[$"'`{#]{1,6}/, '');
    const name = VARIABLE.exec(value)?.[0] ?? '';
    return !value.includes(':') && OF_TOKEN.test(name) && !OF_PAIR.test(name) && !mayHoldColon(text, name);
  };
  return names.length > 0 && names.every(isBare) ? { 'credential.basic-without-colon': true } : {};
};
