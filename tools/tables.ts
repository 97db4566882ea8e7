import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Larger tables stand in files of their own, which the library imports and the command reads. */
const SHARED = 40_000;
/** What stands before the JSON of such a file: it is a module, and a table to read without what comes first. */
const BEFORE = 'export default ';
const FOLDER = 'tables';
/** What the import of such a file begins with, until it is known where that is. */
const MARK = 'table:';

/** The JSON that the bundle holds within its code, each under a mark that stands for it until the code is written. */
const inner: string[] = [];
const shared = new Map<string, string>();

/** A text in ASCII, as code or JSON writes it. */
const escaped = (text: string): string =>
  text.replaceAll(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** How a table comes into a module of one of the formats: a line for its head, and the expression of its value. */
const SHARED_IN = {
  esm: (name: string) => ({ head: `import ${name} from '${MARK}${name}';`, value: name }),
  cjs: (name: string) => ({
    head: "import { readFileSync } from 'node:fs';",
    value: `JSON.parse(readFileSync(__dirname + '/../${FOLDER}/${name}.js', 'latin1').slice(${BEFORE.length}))`,
  }),
};
type Format = keyof typeof SHARED_IN;

const taken = (name: string, json: string, format: Format): { readonly head: string; readonly value: string } => {
  const text = escaped(json);
  if (text.length < SHARED) return { head: '', value: `JSON.parse("@table-${inner.push(text) - 1}@")` };
  const word = name.replaceAll('-', '_');
  shared.set(word, text);
  return SHARED_IN[format](word);
};

/** Takes tables out of the code: an object written out takes longer to compile than its JSON to parse. */
export const tablePlugin = (format: Format) => ({
  name: 'tables',
  resolveId: (id: string) =>
    id.startsWith(MARK) ? { id: `./${FOLDER}/${id.slice(MARK.length)}.js`, external: true } : null,
  load: (id: string) => {
    if (!/\/(?:data|rules)\/[\w-]+\.json$/.test(id)) return null;
    const { head, value } = taken(basename(id, '.json'), JSON.stringify(JSON.parse(readFileSync(id, 'utf8'))), format);
    return { code: `${head}export default ${value}`, moduleType: 'js' as const };
  },
  transform: (code: string, id: string) => {
    if (!id.includes('/src/generated/')) return null;
    const heads: string[] = [];
    const body = code.replaceAll(/const (\w+) = JSON\.parse\(("(?:[^"\\]|\\.)*")\)/g, (_, name, literal) => {
      const { head, value } = taken(`${name}_table`, JSON.parse(literal), format);
      heads.push(head);
      return `const ${name} = ${value}`;
    });
    return `${[...new Set(heads)].join('')}${body}`;
  },
});

/** A text as the literal that is read fastest: a plain string, not a template. */
const literalOf = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;

/** Code in ASCII alone, which takes half the memory and is read without being decoded. */
const asciiOf = (code: string): string => {
  if (/\\[^\0-\x7f]/.test(code)) throw new Error('This code does not stay the same in ASCII.');
  return escaped(code);
};

/** Puts tables and letters in their final form, when nothing changes the code any more. */
export const finalForm = {
  name: 'final-form',
  generateBundle: (_: unknown, files: Readonly<Record<string, { code?: string }>>) => {
    for (const file of Object.values(files)) {
      if (file.code === undefined) continue;
      const whole = file.code.replaceAll(/([`"'])@table-(\d+)@\1/g, (_mark, _quote, n) => literalOf(inner[n] ?? ''));
      file.code = asciiOf(whole);
    }
  },
};

/** The tables that are shared, as the files of their folder. */
export const tableFiles = (): readonly (readonly [file: string, text: string])[] =>
  [...shared].map(([name, json]) => {
    // In code, that key would set the prototype.
    if (json.includes('"__proto__":')) throw new Error(`The table ${name} is not the same as JSON and as code.`);
    return [`${FOLDER}/${name}.js`, `${BEFORE}${json}`] as const;
  });
