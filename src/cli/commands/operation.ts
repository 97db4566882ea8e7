import type { Style } from '../../report/style.ts';
import { TOOL, UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { shown } from '../quote.ts';
import { type LookUpOptions, printLookUp } from './print-look-up.ts';

const EXAMPLE = `${TOOL} operation GET https://api.fabric.microsoft.com/v1/workspaces`;

const METHOD = /^(?:get|post|put|patch|delete|head|options)$/i;

/** A path by itself belongs to the host that has such paths. */
const withHost = (url: string): string => {
  if (!url.startsWith('/')) return url;
  return `${/^\/(?:v1\.0|beta)\//i.test(url) ? 'https://api.powerbi.com' : 'https://api.fabric.microsoft.com'}${url}`;
};

/** The call that the words name: `GET URL`, as one word or two; a URL alone asks for its methods. */
const callOf = (words: readonly string[]): { readonly method: string | undefined; readonly url: string } => {
  const [first = '', second, ...more] = words.join(' ').trim().split(/\s+/);
  const named = METHOD.test(first);
  if (!named && second !== undefined && more.length === 0 && /[/.]/.test(second)) {
    throw new UsageError('OPTION_BAD_VALUE', `${shown(first)} is no HTTP method.`, EXAMPLE);
  }
  const url = named ? second : first;
  if (url === undefined || url === '' || more.length > 0 || (!named && second !== undefined)) {
    throw new UsageError('INPUT_MISSING', 'operation needs a method and a URL.', EXAMPLE);
  }
  return { method: named ? first.toUpperCase() : undefined, url: withHost(url) };
};

/** Says what a call needs, or that no such operation is described. */
export const runOperation = async ({ words, ...look }: LookUpOptions, io: Io): Promise<number> => {
  const { method, url } = callOf(words);
  const { operationAnswer } = await import('../../report/operation-answer.ts');
  const answer = operationAnswer(method, url);
  const text = async (style: Style): Promise<string> =>
    (await import('../../report/operation.ts')).operationReport(answer, style);
  await printLookUp(answer, text, look, io);
  return answer.match?.found === 'yes' ? EXIT.nothingWrong : EXIT.usage;
};
