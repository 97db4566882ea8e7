/** What is asked of the process; an import of a module of Node would make a copy of all its names. */
type Host = Pick<NodeJS.Process, 'versions' | 'getBuiltinModule'>;

/** Bytes of code that run before a function is looked at for optimizing: four times as many as V8 takes by itself. */
const BUDGET = 500_000;

/**
 * Lets Node 20 optimize code later: a check of one paste is over before what was optimized is used, and that took a third
 * of its time. A long run loses some hundredths of a second. Later versions have a quicker first compiler and no
 * such flag. See https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export const optimizeLate = (host: Host): void => {
  if (!host.versions.node.startsWith('20.')) return;
  host.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${BUDGET}`);
};
