import { DefaultSettings, TaskUtils } from '@microsoft/powerquery-parser';
import { Language as Grammar, type Node, Parser } from 'web-tree-sitter';

const GRAMMARS = {
  powershell: 'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm',
  csharp: 'node_modules/tree-sitter-c-sharp/tree-sitter-c_sharp.wasm',
} as const;

/** The languages that a parser is at hand for; none needs its interpreter. */
export const PARSED = ['powershell', 'csharp', 'm'] as const;
export type ParsedLanguage = (typeof PARSED)[number];

/** The first line that the grammar has no place for. */
const firstError = (node: Node): number => {
  const [inner] = node.children.filter((child) => child.hasError || child.isMissing);
  return inner === undefined || node.isError ? node.startPosition.row : firstError(inner);
};

type Parse = (code: string) => Promise<string | undefined>;

const byGrammar = async (file: string): Promise<Parse> => {
  await Parser.init();
  const parser = new Parser().setLanguage(await Grammar.load(file));
  return async (code) => {
    const root = parser.parse(code)?.rootNode;
    if (root === undefined) return 'the parser gave no tree';
    return root.hasError ? (code.split('\n')[firstError(root)] ?? '') : undefined;
  };
};

/** Power Query's own parser. */
const byPowerQuery: Parse = async (code) => {
  const task = await TaskUtils.tryLexParse(DefaultSettings, code);
  return TaskUtils.isParseStageOk(task) ? undefined : code;
};

/** What says whether code parses: where it does not, else nothing. */
export const parserFor = async (language: ParsedLanguage): Promise<Parse> =>
  language === 'm' ? byPowerQuery : byGrammar(GRAMMARS[language]);
