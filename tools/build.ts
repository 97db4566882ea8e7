import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type OutputChunk, type RenderedChunk, rolldown } from 'rolldown';
import { minify } from 'rolldown/utils';
import packageJson from '../package.json' with { type: 'json' };
import { bundledPackages, licences, sbom } from './bundled.ts';
import { withLazyConstants } from './lazy-constants.ts';
import { finalForm, tableFiles, tablePlugin } from './tables.ts';

/**
 * Bundles the library and the command with the packages they use, into few files: opening a file costs more than what
 * is in it. What only some commands need is loaded when it is used.
 *
 * The library is ES modules that run anywhere. The command is scripts: Node starts them sooner, and what it compiled of
 * a script in one run can be kept for the next, on every Node (src/cli/compile-cache.ts). Both share the large tables.
 */
const OUT = process.argv[2] ?? 'dist';

/** What of src/read runs for a token by itself; `test/start-up.test.ts` says where something is missing here. */
const READ_OF_TOKEN = [
  'observe(?:-[a-z-]+)?|read|readers|join|merge|place|text|exchange|recognised|remembered|plain-text|postman-variables',
  'bare-token|loose-credential|loose-header|credential|header-value|authorization|token-parameters|claims-challenge',
  'entra-sentence|messages|support-ids|request-role|refusal-order',
  'answer-header|empty-secret|form-credentials|localized-labels|markup|only-one|reach-words|json|entry-kind|json-line|log-start',
].join('|');

/** Files of the command by what is loaded together: to start, to check a paste and print what was found, to read others. */
const TOGETHER = [
  {
    name: 'readers',
    test: new RegExp(`/src/read/(?!(?:[a-z-]+/)?(?:${READ_OF_TOKEN})\\.ts$)`),
    priority: 4,
    // What they need of the rest stays there: a check has loaded it already.
    includeDependenciesRecursively: false,
  },
  {
    name: 'version',
    test: /\/src\/cli\/(?:tool|compile-cache)\.ts|^[^?]*\/package\.json$/,
    priority: 3,
  },
  {
    name: 'start',
    test: /\/src\/(?:model\/|report\/(?:layout|style|wrap)\.ts|cli\/run-process\.ts|redact\/(?:text\/words|text\/controls|neutralise)\.ts|cli\/(?:run|io|optimize-late|errors|exit|quote|clipboard|secret-argument|painter)\.ts)/,
    priority: 2,
  },
  {
    name: 'check',
    test: /\/src\/(?:index\.ts|facts|redact|match|read|diagnose|generated\/rules|knowledge\/derive\/derivations|report\/(?:text|streamed|mask-diagnosis)\.ts|cli\/(?:stream-check|arguments|commands\/(?:check|render))\.ts)/,
    priority: 1,
  },
];

const COMMON = {
  platform: 'node',
  // What is loaded on demand in places only and already there in others.
  checks: { ineffectiveDynamicImport: false },
} as const;

const WRITTEN = {
  // Names of functions stay: the report of a defect shows where it was.
  minify: { compress: true, mangle: { toplevel: false, keepNames: true }, codegen: { removeWhitespace: true } },
  comments: false,
  chunkFileNames: '[name]-[hash].js',
} as const;

/** What modules ask of Node, as a script has it. A script of its own must not import: Node has to be told how, and warns. */
const ofScript = {
  name: 'of-script',
  transform: (code: string) => {
    const own = code
      .replaceAll(/\bimport\((['"]node:[\w/]+['"])\)/g, 'Promise.resolve(module.require($1))')
      .replaceAll('import.meta.dirname', '__dirname')
      .replaceAll('import.meta.resolve', 'module.require')
      .replaceAll('import.meta.url', 'scriptUrl(__filename).href');
    return own.includes('scriptUrl(') ? `import { pathToFileURL as scriptUrl } from 'node:url';${own}` : own;
  },
};

/** The prompt that opens an editor is never asked; its tables of encodings are larger than all other prompts. */
const noEditor = {
  name: 'no-editor',
  resolveId: (id: string) => (id === '@inquirer/editor' ? id : null),
  load: (id: string) => (id === '@inquirer/editor' ? 'export default undefined' : null),
};

/**
 * Of undici the dispatchers that live checks use. Its index brings fetch, web sockets, mocks and caches as well, which
 * are three quarters of it; it sets what its index sets: https://github.com/nodejs/undici/blob/v7.x/index.js
 */
const dispatchersOnly = {
  name: 'dispatchers-only',
  resolveId: (id: string) => (id === 'undici' ? '\0undici' : null),
  load: (id: string) =>
    id === '\0undici'
      ? [
          "import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';",
          "import api from 'undici/lib/api/index.js';",
          "export { default as Agent } from 'undici/lib/dispatcher/agent.js';",
          "export { default as EnvHttpProxyAgent } from 'undici/lib/dispatcher/env-http-proxy-agent.js';",
          'Object.assign(Dispatcher.prototype, api);',
        ].join('\n')
      : null,
};

/** Nothing in the engine is made with an effect, so all of it can wait until it is needed. */
const lazily = {
  name: 'lazily',
  renderChunk: (code: string, { name }: { readonly name: string }) =>
    name === 'check' || name === 'readers' ? { code: withLazyConstants(code) } : null,
};

/** The share of a file that is code of packages, from 0 to 1. */
const shareOfPackages = ({ modules }: RenderedChunk): number => {
  const lengthOf = (all: readonly (readonly [string, { readonly renderedLength: number }])[]): number =>
    all.reduce((sum, [, { renderedLength }]) => sum + renderedLength, 0);
  const all = Object.entries(modules);
  return lengthOf(all.filter(([id]) => id.includes('/node_modules/'))) / lengthOf(all);
};

/** Names within packages are no help in the report of a defect; without them these files are a fifth smaller. */
const shortNamesOfPackages = {
  name: 'short-names-of-packages',
  renderChunk: async (code: string, chunk: RenderedChunk) =>
    shareOfPackages(chunk) > 0.75 ? { code: (await minify(chunk.fileName, code, { mangle: true })).code } : null,
};

const library = await rolldown({
  ...COMMON,
  input: { index: 'src/index.ts' },
  transform: { target: 'node20.19' },
  plugins: [tablePlugin('esm'), finalForm],
});
const command = await rolldown({
  ...COMMON,
  input: { main: 'src/cli/main.ts' },
  transform: { target: 'node20.19' },
  plugins: [tablePlugin('cjs'), ofScript, noEditor, dispatchersOnly, lazily, shortNamesOfPackages, finalForm],
  // Files of the command give one another what they need.
  preserveEntrySignatures: 'allow-extension',
});

rmSync(OUT, { recursive: true, force: true });
const outputs = [
  await library.write({ ...WRITTEN, dir: OUT, format: 'esm' }),
  await command.write({ ...WRITTEN, dir: `${OUT}/cli`, format: 'cjs', codeSplitting: { groups: TOGETHER } }),
];
const write = (name: string, text: string): void => {
  mkdirSync(dirname(`${OUT}/${name}`), { recursive: true });
  writeFileSync(`${OUT}/${name}`, text);
};
write('cli/package.json', '{"type":"commonjs"}\n');
for (const [name, text] of tableFiles()) write(name, text);

const chunks = outputs.flatMap(({ output }) => output).filter((one): one is OutputChunk => one.type === 'chunk');
const bundled = bundledPackages(chunks.flatMap(({ moduleIds }) => moduleIds));
write('LICENSES.txt', licences(bundled));
write('sbom.cdx.json', sbom({ name: packageJson.name, version: packageJson.version }, bundled));
