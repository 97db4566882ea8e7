import type { LookUp } from '../knowledge/explain.ts';
import { jsonText } from './json.ts';

/** Who wrote a document. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}

/** Any answer as a versioned document. `version` grows when a reader of it would break. */
export const jsonDocument = (tool: Tool, answer: object): string => jsonText({ version: 1, tool, ...answer });

/** What was looked up, as a document. */
export const explainJson = (tool: Tool, thing: string, result: LookUp): string =>
  jsonDocument(tool, { asked: thing, ...result });
