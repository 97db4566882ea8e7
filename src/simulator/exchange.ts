/** A request as the server read it. */
export interface Heard {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What is answered. `check` says which check refused, for tests and for whoever asks which fault has struck. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly check: string;
}

/** What GenerateToken gives: no secret, as nothing takes it. */
export const EMBED_TOKEN = `H4sI${'AAAAAAAAAAE'.repeat(20)}`;

/** The check of an answer that refuses nothing. */
export const PASSED = 'passed';

/** An answer in JSON that refuses nothing. */
export const given = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
  check: PASSED,
});

/** A text with its {slots} filled; a slot that nobody knows stays. */
export const filled = (text: string, slots: Readonly<Record<string, string>>): string =>
  text.replace(/\{([a-z-]+)\}/g, (slot, name: string) => slots[name] ?? slot);
