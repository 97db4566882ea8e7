import { tool } from './tool.ts';

/** What Node has for this from 22.1 on; the types are those of the oldest Node that is supported. */
interface CompileCache {
  readonly enableCompileCache?: (folder: string) => unknown;
}

/** The folder of the user's caches: nobody else may write there, so nobody else can put code into it. */
const cacheFolder = ({ env, platform }: NodeJS.Process, home: string): string => {
  if (platform === 'win32') return env['LOCALAPPDATA'] || `${home}\\AppData\\Local`;
  return env['XDG_CACHE_HOME'] || (platform === 'darwin' ? `${home}/Library/Caches` : `${home}/.cache`);
};

/**
 * Keeps the compiled code of this tool for its next run, where Node can do that; `NODE_DISABLE_COMPILE_CACHE=1` turns it
 * off. It holds code alone, and nothing of what is pasted. Modules are asked of the process: an import makes a copy of
 * all their names.
 * See https://nodejs.org/api/module.html#moduleenablecompilecachecachedir
 */
export const keepCompiled = (): void => {
  const { enableCompileCache }: CompileCache = process.getBuiltinModule('node:module');
  if (enableCompileCache === undefined) return;
  const home = process.getBuiltinModule('node:os').homedir();
  enableCompileCache(`${cacheFolder(process, home)}/${tool.name}/compiled`);
};
