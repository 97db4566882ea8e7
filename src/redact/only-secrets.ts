import { findSecrets } from './find/find.ts';
import { OBJECT_NAME } from './find/find-headers.ts';
import { maskOf } from './register.ts';
import type { Found } from './text/found.ts';
import { looksRandom } from './text/looks-random.ts';
import { PLAIN_PSEUDONYM } from './text/pseudonym.ts';
import { mayHoldSecret } from './text/read-call.ts';

/** Whether a value holds what was redacted before, and nothing else that is secret. */
const isRedacted = (value: string): boolean => {
  const rest = value.replace(PLAIN_PSEUDONYM, ' ');
  return rest !== value && !rest.split(/[\s;,&="'{}:]+/).some((run) => looksRandom(run));
};

/** The text of a find with blanks in the place of others. */
const without = (text: string, { start, end }: Found, others: readonly Found[]): string =>
  others.reduceRight(
    (rest, other) => `${rest.slice(0, other.start - start)} ${rest.slice(other.end - start)}`,
    text.slice(start, end),
  );

/**
 * What of a find others must not know. A mask, a variable or an empty place says nothing of that kind; a call that gives a
 * token in its place may be handed a secret, which is then what has to go.
 */
export const onlySecrets = (found: Found, text: string): readonly Found[] => {
  const { value, start, end } = found;
  if (value === '' || OBJECT_NAME.test(value) || isRedacted(value)) return [];
  if (maskOf(found) === undefined) return [found];
  const inner = findSecrets(text.slice(start, end))
    .map((one) => ({ ...one, start: start + one.start, end: start + one.end }))
    .filter((one) => one.end - one.start < end - start)
    .flatMap((one) => onlySecrets(one, text));
  return mayHoldSecret(without(text, found, inner)) ? [found] : inner;
};
