import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type OutputChunk, rolldown } from 'rolldown';
import packageJson from '../package.json' with { type: 'json' };
import { bundledPackages, licences, sbom } from './bundled.ts';

/**
 * Bundles the library and the command with the packages they use, into few files: opening a file costs more than what
 * is in it. What only some commands need is loaded when it is used.
 */
const OUT = process.argv[2] ?? 'dist';

/** Files by what is loaded together: to start, to check a paste and print what was found. */
const TOGETHER = [
  { name: 'version', test: /\/src\/cli\/(?:tool|compile-cache|optimize-late)\.ts|^[^?]*\/package\.json$/, priority: 3 },
  {
    name: 'start',
    test: /\/src\/(?:model\/|cli\/run-process\.ts|redact\/(?:words|controls|neutralise)\.ts|cli\/(?:run|io|errors|exit|quote|clipboard|secret-argument|painter)\.ts)/,
    priority: 2,
  },
  {
    name: 'check',
    test: /\/src\/(?:index\.ts|facts|redact|match|read|diagnose|generated\/rules|knowledge\/derivations|report\/(?:text|streamed|mask-diagnosis)\.ts|cli\/(?:stream-check|arguments|commands\/(?:check|render))\.ts)/,
    priority: 1,
  },
];

/** The JSON that the bundle holds, each under a mark that stands for it until the code is written. */
const tables: string[] = [];
const markOf = (json: string): string => `"@table-${tables.push(escaped(json)) - 1}@"`;

/** A text in ASCII, as code or JSON writes it. */
const escaped = (text: string): string =>
  text.replaceAll(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Tables as text that is parsed: an object written out takes longer to compile than its JSON to parse. */
const jsonAsText = {
  name: 'json-as-text',
  load: (id: string) =>
    id.includes('/data/') && id.endsWith('.json')
      ? {
          code: `export default JSON.parse(${markOf(JSON.stringify(JSON.parse(readFileSync(id, 'utf8'))))})`,
          moduleType: 'js' as const,
        }
      : null,
  transform: (code: string, id: string) =>
    id.includes('/src/generated/')
      ? code.replaceAll(/JSON\.parse\(("(?:[^"\\]|\\.)*")\)/g, (_, text) => `JSON.parse(${markOf(JSON.parse(text))})`)
      : null,
};

/** A text as the literal that is read fastest: a plain string, not a template. */
const literalOf = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;

/** Code in ASCII alone, which takes half the memory and is read without being decoded. */
const asciiOf = (code: string): string => {
  if (/\\[^\0-\x7f]/.test(code)) throw new Error('This code does not stay the same in ASCII.');
  return escaped(code);
};

/** Puts tables and letters in their final form, when nothing changes the code any more. */
const finalForm = {
  name: 'final-form',
  generateBundle: (_: unknown, files: Readonly<Record<string, { code?: string }>>) => {
    for (const file of Object.values(files)) {
      if (file.code === undefined) continue;
      const whole = file.code.replaceAll(/([`"'])@table-(\d+)@\1/g, (_mark, _quote, n) => literalOf(tables[n] ?? ''));
      file.code = asciiOf(whole);
    }
  },
};

rmSync(OUT, { recursive: true, force: true });
const bundle = await rolldown({
  input: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts' },
  platform: 'node',
  // What is loaded on demand in places only and already there in others.
  checks: { ineffectiveDynamicImport: false },
  transform: { target: 'node20.19' },
  plugins: [jsonAsText, finalForm],
});
const { output } = await bundle.write({
  dir: OUT,
  format: 'esm',
  // Names stay: the report of a defect shows where it was.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  comments: false,
  chunkFileNames: '[name]-[hash].js',
  codeSplitting: { groups: TOGETHER },
});
const files = output.filter((one): one is OutputChunk => one.type === 'chunk').flatMap(({ moduleIds }) => moduleIds);
const bundled = bundledPackages(files);
writeFileSync(`${OUT}/LICENSES.txt`, licences(bundled));
writeFileSync(`${OUT}/sbom.cdx.json`, sbom({ name: packageJson.name, version: packageJson.version }, bundled));
