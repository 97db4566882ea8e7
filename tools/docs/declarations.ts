import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One export statement of the library with its doc comment. */
export interface Exported {
  /** The comment without its marks. */
  readonly doc: string;
  readonly names: readonly string[];
  /** What the names stand for, as TypeScript with comments. */
  readonly declarations: readonly string[];
}

interface Statement {
  readonly comment: string;
  readonly text: string;
}

/** The statements of a declaration file: each begins and ends in the first column. */
const statementsOf = (file: string): readonly Statement[] => {
  const pattern =
    /^(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?(export [\s\S]*?(?:;|\n\}))\n(?=\/\*\*|export |import |(?![\s\S]))/gm;
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, comment = '', text = '']) => ({
    comment,
    text: text.trimEnd(),
  }));
};

const withoutComments = (text: string): string => text.replaceAll(/\/\*\*(?:(?!\*\/)[\s\S])*\*\//g, '');

/** The list and the file of `export { list } from 'file'`. */
const reExport = ({
  text,
}: Statement):
  | { readonly names: readonly (readonly [name: string, as: string])[]; readonly from: string }
  | undefined => {
  const [, list, from] = /^export (?:type )?(\*|\{[^}]*\}) from '(.+)';$/.exec(withoutComments(text)) ?? [];
  if (list === undefined || from === undefined) return undefined;
  const parts = list === '*' ? [] : list.slice(1, -1).split(',');
  const names = parts
    .map((part) => part.trim().replace(/^type /, ''))
    .filter((part) => part !== '')
    .map((part) => part.split(' as '))
    .map(([name = '', as = name]) => [name, as] as const);
  return { names, from: from.replace(/\.ts$/, '.d.ts') };
};

const nameOf = ({ text }: Statement): string =>
  /^export (?:declare )?(?:const|type|interface|class) (\w+)/.exec(text)?.[1] ?? '';

/** A declaration as it reads in a page: no keywords of files, two blanks deep. */
const shown = ({ comment, text }: Statement): string =>
  (comment + text.replace(/^export (?:declare )?/, '')).replaceAll(/^(?: {4})+/gm, (blanks) =>
    ' '.repeat(blanks.length / 2),
  );

const allOf = (file: string): ReadonlyMap<string, Statement> =>
  new Map(statementsOf(file).map((statement) => [nameOf(statement), statement]));

/** The values of a list in place of its name, where a type is one of them. */
const withValues = (statement: Statement, own: ReadonlyMap<string, Statement>): Statement => ({
  ...statement,
  text: statement.text.replaceAll(/\(typeof (\w+)\)\[number\]/g, (whole, list: string) => {
    const [, values] = /: readonly \[(.*)\];$/.exec(own.get(list)?.text ?? '') ?? [];
    return values?.replaceAll(', ', ' | ') ?? whole;
  }),
});

/** The declaration of a name, in the file or in the one that it passes on. */
const find = (file: string, name: string): Statement => {
  const all = allOf(file);
  const own = all.get(name);
  if (own !== undefined) return withValues(own, all);
  for (const each of statementsOf(file).map(reExport)) {
    const from = each?.names.find(([, as]) => as === name);
    if (each !== undefined && from !== undefined) return find(join(dirname(file), each.from), from[0]);
  }
  throw new Error(`${file} declares no ${name} that can be read`);
};

/** A doc comment without its marks. */
const plain = (comment: string): string =>
  comment
    .trim()
    .replace(/^\/\*\*\s*(?:\* )?|\s*\*\/$/g, '')
    .replaceAll(/^ \* ?/gm, '');

/** The names of a whole file, where `*` passes it on; `export type *` has no values in it. */
const allNames = (from: string, { text }: Statement): readonly (readonly [string, string])[] =>
  [...allOf(from)]
    .filter(
      ([, other]) => !text.startsWith('export type') || /^export (?:declare )?(?:type|interface)/.test(other.text),
    )
    .map(([name]) => [name, name]);

const exported = (file: string, statement: Statement): Exported => {
  const doc = plain(statement.comment);
  const passed = reExport(statement);
  if (passed === undefined)
    return { doc, names: [nameOf(statement)], declarations: [shown({ ...statement, comment: '' })] };
  const from = join(dirname(file), passed.from);
  const names = passed.names.length > 0 ? passed.names : allNames(from, statement);
  return {
    doc,
    names: names.map(([, as]) => as),
    declarations: names.map(([name, as]) => shown(find(from, name)).replace(`const ${name}:`, `const ${as}:`)),
  };
};

/** What the library exports, statement by statement, from the declarations that the compiler makes of it. */
export const libraryExports = (): readonly Exported[] => {
  const folder = mkdtempSync(join(tmpdir(), 'declarations-'));
  try {
    const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck', '--outDir', folder];
    execFileSync(process.execPath, tsc, { stdio: ['ignore', 'ignore', 'inherit'] });
    const file = join(folder, 'src/index.d.ts');
    return statementsOf(file).map((statement) => exported(file, statement));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
