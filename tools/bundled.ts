import { readdirSync, readFileSync } from 'node:fs';
import scopes from '../src/knowledge/data/scopes.json' with { type: 'json' };

/** A package of which something is in the bundle: the user installs none, so this is all that can tell. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** The text of its licence, as it comes with it. */
  readonly text: string;
  /** SHA-512 of what the registry gave, in base64, as the lock file has it. */
  readonly sha512: string;
}

const PACKAGE_FOLDER = /^.*\/(node_modules\/(?:@[^/]+\/)?[^/]+)/;

const readBundled = (folder: string, integrity: string): Bundled => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? '' : readFileSync(`${folder}/${file}`, 'utf8').trim();
  return { name, version, license, text, sha512: integrity.replace(/^sha512-/, '') };
};

/** The packages that these files of a bundle come from, by name. */
export const bundledPackages = (files: readonly string[]): readonly Bundled[] => {
  const lock: { readonly packages: Readonly<Record<string, { readonly integrity?: string }>> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  const root = process.cwd().replaceAll('\\', '/');
  const folders = new Set(files.flatMap((file) => PACKAGE_FOLDER.exec(file.replaceAll('\\', '/'))?.[0] ?? []));
  return [...folders]
    .map((folder) => readBundled(folder, lock.packages[folder.replace(`${root}/`, '')]?.integrity ?? ''))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

/** The licences of all of them, one after the other. */
export const licences = (all: readonly Bundled[]): string =>
  all
    .map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);

const purl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const componentOf = ({ name, version, license, sha512 }: Bundled) => ({
  type: 'library',
  'bom-ref': purl(name, version),
  name,
  version,
  purl: purl(name, version),
  licenses: [{ license: { id: license } }],
  hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }],
});

/** What the catalog of operations is made from. */
const dataComponents = () =>
  scopes.catalogs.map(({ repo, commit }) => ({
    type: 'data',
    'bom-ref': `pkg:github/${repo}@${commit}`,
    name: repo,
    version: commit,
    purl: `pkg:github/${repo}@${commit}`,
    licenses: [{ license: { id: 'MIT' } }],
  }));

/**
 * What the package is made of, as CycloneDX. `npm sbom` sees dependencies only, and there are none at run time: what is
 * in the bundle is told by the bundle. It has no date and no serial number, so that the same tree gives the same file.
 */
export const sbom = (tool: { readonly name: string; readonly version: string }, all: readonly Bundled[]): string => {
  const root = purl(tool.name, tool.version);
  const components = [...all.map(componentOf), ...dataComponents()];
  const refs = components.map((one) => one.purl);
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': root, ...tool, purl: root, licenses: [{ license: { id: 'MIT' } }] },
    },
    components,
    dependencies: [{ ref: root, dependsOn: refs }, ...refs.map((ref) => ({ ref }))],
    compositions: [{ aggregate: 'complete', assemblies: [root] }],
  };
  return `${JSON.stringify(document, null, 1)}\n`;
};
