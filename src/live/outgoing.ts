import { allow, type Carries } from './destination.ts';
import { Sensitive } from './sensitive.ts';

/** A request as it is shown to the person first and sent then. Secrets in it are {@link Sensitive}. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly carries: Carries;
  /** The access token after Bearer. */
  readonly bearer?: Sensitive;
  /** The fields of a form. */
  readonly form?: Readonly<Record<string, string | Sensitive>>;
}

const spelled = (value: string | Sensitive, isOpen: boolean): string =>
  value instanceof Sensitive && isOpen ? value.reveal() : String(value);

const encoded = (form: NonNullable<Outgoing['form']>): string =>
  new URLSearchParams(
    Object.entries(form).map(([name, value]): [string, string] => [name, spelled(value, true)]),
  ).toString();

const headersOf = ({ bearer, form }: Outgoing, isOpen: boolean): Readonly<Record<string, string>> => ({
  accept: 'application/json',
  'accept-encoding': 'identity',
  'user-agent': 'fabric-auth-doctor',
  ...(bearer && { authorization: `Bearer ${spelled(bearer, isOpen)}` }),
  ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
});

/** A request that was allowed, with its secrets in place. It is made only to be sent at once. */
export interface Ready {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * The request with its secrets, once its destination is allowed.
 *
 * @throws NotAllowedError
 */
export const ready = (outgoing: Outgoing): Ready => {
  const url = new URL(outgoing.url);
  allow(url, outgoing.carries);
  return {
    url,
    method: outgoing.method,
    headers: headersOf(outgoing, true),
    ...(outgoing.form && { body: encoded(outgoing.form) }),
  };
};

/** The request in words, without its secrets: what a person agrees to. */
export const shownRequest = (outgoing: Outgoing): string => {
  const parts = [`${outgoing.method} ${outgoing.url}`];
  if (outgoing.bearer) parts.push(`  with ${outgoing.bearer.words} as bearer`);
  for (const [name, value] of Object.entries(outgoing.form ?? {})) parts.push(`  ${name}: ${spelled(value, false)}`);
  return parts.join('\n');
};

/** The request as HTTP text with its secrets, for the readers, whose border seals them. */
export const requestText = (outgoing: Outgoing): string => {
  const head = Object.entries(headersOf(outgoing, true)).map(([name, value]) => `${name}: ${value}`);
  const body = outgoing.form ? ['', encoded(outgoing.form)] : [];
  return [`${outgoing.method} ${outgoing.url} HTTP/1.1`, ...head, ...body].join('\n');
};
