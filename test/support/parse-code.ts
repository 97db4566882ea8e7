import { Language as Grammar, type Node, Parser } from 'web-tree-sitter';

const GRAMMARS = {
  powershell: 'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm',
} as const;

/** The languages that a grammar is at hand for; none needs its interpreter. */
export type ParsedLanguage = keyof typeof GRAMMARS;
export const PARSED = Object.keys(GRAMMARS) as readonly ParsedLanguage[];

/** The first line that the grammar has no place for. */
const firstError = (node: Node): number => {
  const [inner] = node.children.filter((child) => child.hasError || child.isMissing);
  return inner === undefined || node.isError ? node.startPosition.row : firstError(inner);
};

/** What says whether code parses: the line at which it does not, else nothing. */
export const parserFor = async (language: ParsedLanguage): Promise<(code: string) => string | undefined> => {
  await Parser.init();
  const parser = new Parser().setLanguage(await Grammar.load(GRAMMARS[language]));
  return (code) => {
    const root = parser.parse(code)?.rootNode;
    if (root === undefined) return 'the parser gave no tree';
    return root.hasError ? (code.split('\n')[firstError(root)] ?? '') : undefined;
  };
};
