import { tool } from './tool.ts';

/** What Node has for this from 22.1 on; the types are those of the oldest Node that is supported. */
interface CompileCache {
  readonly enableCompileCache?: (folder: string) => unknown;
}

/** What is asked of the process; an import of a module of Node would make a copy of all its names. */
type Host = Pick<NodeJS.Process, 'env' | 'platform' | 'getBuiltinModule'>;

/** The folder of the user's caches: nobody else may write there, so nobody else can put code into it. */
const cacheFolder = ({ env, platform }: Host, home: string): string => {
  if (platform === 'win32') return env['LOCALAPPDATA'] || `${home}\\AppData\\Local`;
  return env['XDG_CACHE_HOME'] || (platform === 'darwin' ? `${home}/Library/Caches` : `${home}/.cache`);
};

/**
 * Keeps the compiled code of this tool for its next run, where Node can do that; `NODE_DISABLE_COMPILE_CACHE=1` turns it
 * off. It holds code alone, and nothing of what is pasted.
 * See https://nodejs.org/api/module.html#moduleenablecompilecachecachedir
 */
export const keepCompiled = (host: Host): void => {
  const { enableCompileCache } = host.getBuiltinModule('node:module') as CompileCache;
  if (enableCompileCache === undefined) return;
  try {
    const home = host.getBuiltinModule('node:os').homedir();
    const caches = cacheFolder(host, home);
    const folders = [caches, `${caches}/${tool.name}`, `${caches}/${tool.name}/compiled`];
    // One by one: Node itself makes all at once, and never ends where a file system refuses in an odd way, as /proc does.
    const { existsSync, mkdirSync } = host.getBuiltinModule('node:fs');
    for (const folder of folders) if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    enableCompileCache(folders.at(-1) ?? caches);
  } catch {
    // Without a folder of its own the tool starts as it always does.
  }
};
