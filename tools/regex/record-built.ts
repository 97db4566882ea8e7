import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Expression, Site } from './find-expressions.ts';

/** Where a built expression was made, from the stack of its maker; undefined outside the folder. */
const siteIn = (stack: string, folder: string): Site | undefined => {
  const root = pathToFileURL(`${resolve(folder)}/`).href;
  const plain = stack.replaceAll(root, `${folder}/`).replaceAll(`${resolve(folder)}/`, `${folder}/`);
  const place = plain
    .split('\n')
    .find((line) => line.includes(`${folder}/`) && !/node_modules|record-built/.test(line));
  const at = place?.indexOf(`${folder}/`) ?? -1;
  const [file, line] = at < 0 ? [] : (place ?? '').slice(at).split(':');
  return file === undefined ? undefined : { file, line: Number(line) };
};

/**
 * Notes every regular expression that code of the folder builds from text while `work` runs: `new RegExp` says only
 * where one is made, running it says which.
 */
export const recordBuilt = async (
  folder: string,
  work: () => Promise<void>,
): Promise<readonly (Expression & Site)[]> => {
  const built: (Expression & Site)[] = [];
  const original = globalThis.RegExp;
  const note = ({ source, flags }: RegExp): void => {
    const site = siteIn(new Error('site').stack ?? '', folder);
    if (site !== undefined) built.push({ pattern: source, flags, ...site });
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args, maker) => {
      const made: RegExp = Reflect.construct(target, args, maker);
      note(made);
      return made;
    },
    apply: (target, self, args) => {
      const made: RegExp = Reflect.apply(target, self, args);
      note(made);
      return made;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = original;
  }
  return built;
};
