import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type OutputChunk, rolldown } from 'rolldown';

/**
 * Bundles the library and the command with the packages they use, into few files: opening a file costs more than what
 * is in it. What only some commands need is loaded when it is used.
 */
const OUT = process.argv[2] ?? 'dist';

/** Files by what is loaded together: to start, to check a paste and print what was found. */
const TOGETHER = [
  { name: 'version', test: /\/src\/cli\/tool\.ts|^[^?]*\/package\.json$/, priority: 3 },
  {
    name: 'start',
    test: /\/src\/(?:model\/|cli\/run-process\.ts|redact\/(?:words|controls|neutralise)\.ts|cli\/(?:run|io|errors|exit|quote|clipboard|secret-argument|painter)\.ts)|\/node_modules\/chalk\//,
    priority: 2,
  },
  {
    name: 'check',
    test: /\/src\/(?:index\.ts|facts|redact|match|read|diagnose|generated\/rules|knowledge\/derivations|report\/(?:text|streamed|mask-diagnosis)\.ts|cli\/(?:stream-check|arguments|commands\/(?:check|render))\.ts)/,
    priority: 1,
  },
];

/** Tables as text that is parsed: an object written out takes longer to compile than its JSON to parse. */
const jsonAsText = {
  name: 'json-as-text',
  load: (id: string) =>
    id.includes('/data/') && id.endsWith('.json')
      ? {
          code: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(id, 'utf8'))))})`,
          moduleType: 'js' as const,
        }
      : null,
};

/** The folders of the packages that files come from. */
const packagesOf = (files: readonly string[]): readonly string[] => [
  ...new Set(files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])),
];

/** The licence of a package, as it comes with it. */
const licenceOf = (folder: string): string => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? '' : readFileSync(`${folder}/${file}`, 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
};

rmSync(OUT, { recursive: true, force: true });
const bundle = await rolldown({
  input: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts' },
  platform: 'node',
  // What is loaded on demand in places only and already there in others.
  checks: { ineffectiveDynamicImport: false },
  transform: { target: 'node20.19' },
  plugins: [jsonAsText],
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
writeFileSync(
  `${OUT}/LICENSES.txt`,
  packagesOf(files)
    .toSorted()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`),
);
