import { TOOL, type UsageError } from './errors.ts';

/** The commands that read a file as check does, and how each is given one. */
const READERS: Readonly<Record<string, string>> = {
  token: 'token',
  probe: 'probe',
  redact: 'redact',
  recipe: 'recipe --for',
};

const CHECK = `${TOOL} check`;

/**
 * What is said of a file that cannot be read or written names check, which most people call. Whoever called another
 * command that reads files would be sent to a command that does something else.
 */
export const wordsFor = (
  [called = '']: readonly string[],
  { code, message, next }: Pick<UsageError, 'code' | 'message' | 'next'>,
): { readonly message: string; readonly next: string } => {
  const own = READERS[called];
  if (own === undefined || !/^(?:IN|OUT)PUT_/.test(code)) return { message, next };
  const meant = (text: string): string => text.replace(CHECK, `${TOOL} ${own}`);
  const isBare = next.endsWith(`| ${TOOL}`) && own === called;
  return { message: meant(message), next: isBare ? `${next} ${own}` : meant(next) };
};
