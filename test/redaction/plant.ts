import fc from 'fast-check';
import { canHold, FORMATS } from './formats.ts';
import { type Planted, secrets } from './secrets.ts';

/** A text with a secret in it. */
export interface Paste {
  readonly format: string;
  readonly wrapped: string;
  readonly secret: Planted;
  readonly text: string;
}

const wrap = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gs')) ?? [''])
    .join('\n');

/** What may happen to a text on its way: a terminal breaks it, a mail quotes it, somebody puts it between others. */
const WRAPS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  twice: (text) => `${text}\n\n${text}`,
  'broken at 80': (text) => wrap(text, 80),
  'broken at 120': (text) => wrap(text, 120),
  'quoted in a mail': (text) => text.replace(/^/gm, '> '),
  'with Windows line ends': (text) => text.replace(/\n/g, '\r\n'),
  'in a JSON string': (text) => JSON.stringify({ message: text }),
  'percent-encoded': (text) => `https://x.example/?q=${encodeURIComponent(text)}`,
  'in base64': (text) => `data ${Buffer.from(text).toString('base64')} end`,
};

const around = fc.constantFrom(
  '',
  'Hello, my call fails:',
  'HTTP/1.1 403 Forbidden\n\n{"errorCode":"InvalidToken","message":"Access token is invalid"}',
  'https://api.fabric.microsoft.com/v1/workspaces/8f49a868-987f-4716-80fd-600edd835419/items',
  '```',
  '"',
  "it's \\ broken {",
);

/** Texts with a secret planted: every kind, in every format, on every way, between other things. */
export const plantings: fc.Arbitrary<Paste> = fc
  .record({
    // Secrets are random: what people type again and again is none.
    secret: fc.noBias(secrets),
    format: fc.constantFrom(...Object.keys(FORMATS)),
    wrapped: fc.constantFrom(...Object.keys(WRAPS)),
    before: around,
    after: around,
  })
  .filter(({ format, secret }) => canHold(format, secret))
  .map(({ secret, format, wrapped, before, after }) => {
    const written = FORMATS[format]?.(secret.value) ?? '';
    return { format, wrapped, secret, text: `${before}\n${WRAPS[wrapped]?.(written) ?? ''}\n${after}` };
  });

const RUN = 12;

/** Every reading of a text that is one step away: its base64 and its escapes undone. */
const readings = (text: string): readonly string[] => {
  const blobs = (text.replace(/\n/g, '').match(/[A-Za-z0-9+/_-]{24,}={0,2}/g) ?? []).map((run) =>
    Buffer.from(run, 'base64').toString('latin1').replace(/\0/g, ''),
  );
  return [
    text,
    text.replace(/\n/g, ''),
    text.replace(/%([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    ...blobs,
  ];
};

/** Runs of 12 characters of a secret that a text still holds, in clear, over lines, percent-encoded or in base64. */
export const leaks = (output: string, { value }: Planted): readonly string[] => {
  const runs = Array.from({ length: Math.max(0, value.length - RUN + 1) }, (_, i) => value.slice(i, i + RUN));
  const read = readings(output);
  return runs.filter((run) => !/^s+$/.test(run) && read.some((text) => text.includes(run)));
};
