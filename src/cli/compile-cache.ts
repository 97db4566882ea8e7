import type { Script } from 'node:vm';
import { tool } from './tool.ts';

/** What is asked of the process; an import of a module of Node would make a copy of all its names. */
type Host = Pick<
  NodeJS.Process,
  'arch' | 'env' | 'getBuiltinModule' | 'getuid' | 'once' | 'pid' | 'platform' | 'version'
>;

/** Smaller files are compiled as soon as their compiled code is found. */
const WORTH_KEEPING = 20_000;

/** Where the user's caches are. */
const userCaches = ({ env, platform, getBuiltinModule }: Host): string => {
  const home = (): string => env['HOME'] || getBuiltinModule('node:os').homedir();
  if (platform === 'win32') return env['LOCALAPPDATA'] || `${env['USERPROFILE'] || home()}\\AppData\\Local`;
  return env['XDG_CACHE_HOME'] || (platform === 'darwin' ? `${home()}/Library/Caches` : `${home()}/.cache`);
};

/** The folders that lead to the compiled code of this Node, the last one for the code itself. */
const foldersOf = (host: Host): readonly string[] => {
  const own = `${userCaches(host)}/${tool.name}`;
  return [userCaches(host), own, `${own}/compiled`, `${own}/compiled/${host.version}-${host.arch}`];
};

/**
 * Compiled code that an earlier run kept. V8 runs it as it stands, so it is taken from nobody but this user. It stands
 * in its file twice: a damaged one is told by that, at a hundredth of what loading a checksum costs.
 */
const readKept = ({ getBuiltinModule, getuid, platform }: Host, file: string): Buffer | undefined => {
  const { openSync, fstatSync, readFileSync, closeSync } = getBuiltinModule('node:fs');
  try {
    const opened = openSync(file, 'r');
    try {
      const { uid, mode } = fstatSync(opened);
      if (platform !== 'win32' && (uid !== getuid?.() || (mode & 0o022) !== 0)) return undefined;
      const both = readFileSync(opened);
      const [code, again] = [both.subarray(0, both.length / 2), both.subarray(both.length / 2)];
      return code.equals(again) ? code : undefined;
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
};

/** Keeps compiled code, in the place of what is kept of other versions of the same file. Without a place nothing is kept. */
const keep = (host: Host, name: string, code: Buffer): void => {
  const { existsSync, mkdirSync, readdirSync, renameSync, unlinkSync, writeFileSync } =
    host.getBuiltinModule('node:fs');
  const folders = foldersOf(host);
  const folder = folders.at(-1) ?? '';
  const unfinished = `${name}.${host.pid}`;
  try {
    // One by one: where a file system refuses in an odd way, as /proc does, Node never ends making all at once.
    for (const each of folders) if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
    const older = readdirSync(folder).filter((each) => each.startsWith(name.slice(0, name.indexOf('-') + 1)));
    writeFileSync(`${folder}/${unfinished}`, Buffer.concat([code, code]), { mode: 0o600, flag: 'wx' });
    renameSync(`${folder}/${unfinished}`, `${folder}/${name}`);
    for (const each of older) if (each !== name) unlinkSync(`${folder}/${each}`);
  } catch {
    // The next run compiles as this one did.
  }
};

/**
 * Keeps the compiled code of this tool's own files, those of `folder`, for its next run: also of the functions that V8
 * compiles when they are first called, which Node's own cache leaves out, and on Node 20, which has none.
 * `NODE_DISABLE_COMPILE_CACHE=1` turns it off, as it does Node's. It holds code alone, and nothing of what is pasted.
 * V8 knows code again by the version of V8 and the length of the source: the rest is in the name of the file.
 * What an earlier run kept is used always; only where `isFull` says so of the exit code is anything kept.
 * See https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export const keepCompiled = (host: Host, folder: string, isFull: (exitCode: number) => boolean): void => {
  if (host.env['NODE_DISABLE_COMPILE_CACHE']) return;
  const { readFileSync, statSync } = host.getBuiltinModule('node:fs');
  const { Script } = host.getBuiltinModule('node:vm');
  const { extensions } = host.getBuiltinModule('node:module').createRequire(`${folder}/`);
  const loadOther = extensions['.js'];
  const kept = foldersOf(host).at(-1);
  const compiled: [name: string, script: Script][] = [];
  extensions['.js'] = (module, file) => {
    if (!file.startsWith(folder)) return loadOther(module, file);
    const name = `${file.slice(folder.length + 1)}.${tool.version}.${Math.trunc(statSync(file).mtimeMs)}`;
    const code = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'latin1')}\n})`;
    const cachedData = code.length < WORTH_KEEPING ? undefined : readKept(host, `${kept}/${name}`);
    const script = new Script(code, { filename: file, ...(cachedData && { cachedData }) });
    const isKept = cachedData !== undefined && script.cachedDataRejected === false;
    if (code.length >= WORTH_KEEPING && !isKept) compiled.push([name, script]);
    script.runInThisContext()(module.exports, module.require.bind(module), module, file, folder);
  };
  host.once('exit', (exitCode) => {
    if (isFull(exitCode)) for (const [name, script] of compiled) keep(host, name, script.createCachedData());
  });
};
