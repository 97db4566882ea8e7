import { UsageError } from '../errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { tool } from '../tool.ts';
import type { LookUpOptions } from './explain.ts';
import { styleFor } from './render.ts';

const EXAMPLE = 'fabric-auth-doctor operation GET https://api.fabric.microsoft.com/v1/workspaces';

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
  const url = named ? second : first;
  if (url === undefined || url === '' || more.length > 0 || (!named && second !== undefined)) {
    throw new UsageError('INPUT_MISSING', 'operation needs a method and a URL.', EXAMPLE);
  }
  return { method: named ? first.toUpperCase() : undefined, url: withHost(url) };
};

/** Says what a call needs, or that no such operation is described. */
export const runOperation = async ({ words, format, ...look }: LookUpOptions, io: Io): Promise<number> => {
  const { method, url } = callOf(words);
  const { operationAnswer } = await import('../../report/operation-answer.ts');
  const answer = operationAnswer(method, url);
  if (format === 'json') {
    const { jsonDocument } = await import('../../report/explain-json.ts');
    io.out(jsonDocument(tool, answer));
  } else {
    const { operationReport } = await import('../../report/operation.ts');
    io.out(operationReport(answer, await styleFor(look, io)));
  }
  return answer.match?.found === 'yes' ? EXIT.nothingWrong : EXIT.usage;
};
