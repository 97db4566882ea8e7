/** How a language writes what is no code: comments and texts. */
interface Syntax {
  readonly comment: string;
  /** Texts by their quote: what escapes the quote within, and what opens code within. */
  readonly texts: Readonly<Record<string, { readonly escape: '\\' | 'doubled' | '`'; readonly opens?: string }>>;
}

const SYNTAX = {
  csharp: { comment: '//', texts: { '"': { escape: '\\', opens: '{' } } },
  m: { comment: '//', texts: { '"': { escape: 'doubled' } } },
} as const satisfies Record<string, Syntax>;
export type CheckedLanguage = keyof typeof SYNTAX;

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The end of a text that starts at `at`; -1 where it has none before the end of its line. */
const endOfText = (code: string, at: number, { escape }: Syntax['texts'][string]): number => {
  const quote = code[at];
  for (let i = at + 1; i < code.length && code[i] !== '\n'; i++) {
    if (escape !== 'doubled' && code[i] === escape) i++;
    else if (code[i] === quote && escape === 'doubled' && code[i + 1] === quote) i++;
    else if (code[i] === quote) return i;
  }
  return -1;
};

/**
 * What is wrong with the brackets and quotes of a script; nothing where they are balanced. It is no parser: it finds
 * what writers of code by templates get wrong most, a quote that ends too early and a bracket that nobody closes.
 */
export const unbalanced = (language: CheckedLanguage, code: string): string | undefined => {
  const syntax: Syntax = SYNTAX[language];
  const open: string[] = [];
  for (let at = 0; at < code.length; at++) {
    const char = code[at] ?? '';
    const text = syntax.texts[char];
    if (code.startsWith(syntax.comment, at) && !/[\w"':]/.test(code[at - 1] ?? ' ') && code[at + 1] !== '"') {
      at = code.indexOf('\n', at);
      if (at < 0) break;
    } else if (text !== undefined) {
      const end = endOfText(code, at, text);
      if (end < 0) return `a text is not closed: ${code.slice(at, at + 40)}`;
      at = end;
    } else if (CLOSES[char] !== undefined) open.push(CLOSES[char] ?? '');
    else if (Object.values(CLOSES).includes(char) && open.pop() !== char) return `${char} closes nothing at ${at}`;
  }
  return open.length === 0 ? undefined : `${open.join(' ')} is missing`;
};
