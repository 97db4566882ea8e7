import { assignedText } from '../syntax/assigned-text.ts';

/** The relative addresses of code belong to the address that its client, its test or its policy was made with. */
const BASE =
  /(?:\bBaseAddress\s{0,5}=\s{0,5}new (?:Uri)?\(|\bbase[_-]?ur[li]["']?\s{0,5}(?:=>|:=|[:=(])|\bhost\s{0,5}=|\b(?:new )?(?:RestClient(?:Options)?|HTTPBuilder|RESTClient)\(|\bFaraday\.new\((?:url:)?|(?:\*|Given) url|(?:\brequest|\.target)\((?=["']https:\/\/[\w.-]{4,100}\/?["'])|\bCreate Session\s{2,20}\w{1,40})\s{0,20}["']?(https:\/\/[^\s"'()]{4,300})/gi;

/** The host that a connection is made to: https://docs.python.org/3/library/http.client.html, and a sampler of JMeter. */
const CONNECTION = /(?:\bHTTPSConnection\(\s{0,10}["']|\bHTTPSampler\.domain">)([\w.-]{4,100})/g;

/** The clients of the notebook library: https://learn.microsoft.com/python/api/semantic-link-sempy/sempy.fabric */
const notebookBase = (text: string): string | undefined => {
  if (text.includes('PowerBIRestClient')) return 'https://api.powerbi.com/';
  return text.includes('FabricRestClient') ? 'https://api.fabric.microsoft.com/' : undefined;
};

/** The one address that the paths of a text belong to. */
export const baseIn = (text: string, path: string): string | undefined => {
  const bases = new Set([
    ...[...text.matchAll(BASE)].map(([, address = '']) => address),
    ...[...text.matchAll(CONNECTION)].map(([, host = '']) => `https://${host}`),
  ]);
  const [base] = bases;
  if (bases.size === 1) return base;
  return /^\/?v1/.test(path) ? notebookBase(text) : undefined;
};

/** A base address with a path. */
export const joined = (base: string, path: string): string => `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;

/** A template that starts with a variable, `{base_url}/groups`, with what the variable is set to. */
const filled = (text: string, template: string, at: number): string => {
  const start = /^\$?\{(?:this\.|self\.)?([A-Za-z_]\w{0,60})\}/.exec(template);
  const value = start === null ? undefined : assignedText(text, start[1] ?? '', at);
  return start === null || value === undefined ? template : value + template.slice(start[0].length);
};

/** The parts of an address as code writes it. */
export interface AddressParts {
  readonly literal?: string | undefined;
  readonly name?: string | undefined;
  readonly tail?: string | undefined;
}

/** The address that code calls, as far as the code shows it. */
export const addressIn = (text: string, { literal, name, tail }: AddressParts, at: number): string | undefined => {
  const own =
    literal ?? (name === undefined ? undefined : assignedText(text, name.replace(/^(?:\$|self\.|this\.)/, ''), at));
  if (own === undefined) return undefined;
  const whole = filled(text, `${own}${tail ?? ''}`, at);
  if (whole.includes('://')) return whole;
  const base = baseIn(text, whole);
  return base === undefined ? whole : joined(base, whole);
};
