import type { ValueOf } from '../../facts/catalog.ts';
import { onlyOne } from '../text/only-one.ts';

type Language = ValueOf<'client.language'>;

/** How a text in lower case shows the language of its code: names of packages, calls, marks of a stack trace. */
const WRITTEN_IN: Readonly<Record<Language, RegExp>> = {
  javascript:
    /@azure\/(?:msal|identity)|\bmsal-(?:node|browser|react|angular)\b|\b(?:const|let) (?:\{[^{}]{1,80}\}|\w{1,40}) = (?:await|require|new|async)\b|\bawait (?:fetch|axios)\b|\baxios\.(?:get|post|create|request)\b|\bmsalinstance\b|\bnode:internal\b|\.(?:js|tsx?|mjs):\d{1,6}:\d/,
  python:
    /\bimport (?:msal|requests|sempy|notebookutils)\b|\bfrom (?:azure\.identity|msal|sempy)\b|\btraceback \(most recent call last\)|\brequests\.(?:get|post|put|patch|delete)\(|\bmsal\.(?:confidential|public)clientapplication\(|\bacquire_token_\w|\.py", line \d/,
  csharp:
    /\busing (?:microsoft|system|azure)\.[\w.]{2,60};|\b(?:confidential|public)clientapplicationbuilder\.create|\bawait \w{1,40}\.\w{2,40}async\(|\bnew (?:httpclient|powerbiclient)\(|\bmicrosoft\.identity\.(?:client|web)\b|\.cs:line \d/,
  java: /\bcom\.(?:azure|microsoft)\.(?:identity|aad)\b|\bclientsecretcredentialbuilder\b|\.java:\d{1,6}\)/,
  go: /\bazure-sdk-for-go\b|\bazidentity\.|\bhttp\.newrequest\(/,
  powershell:
    /\binvoke-(?:restmethod|webrequest)\b|\b(?:connect|get|add|new|set)-(?:az|powerbi|mg)[a-z]{3,40}\b|\$env:\w/,
};

/** The programming language of what was pasted; nothing where it shows two. */
export const languageIn = (text: string): Language | undefined =>
  onlyOne((Object.keys(WRITTEN_IN) as readonly Language[]).filter((language) => WRITTEN_IN[language].test(text)));
