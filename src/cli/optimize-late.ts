/** What is asked of the process; an import of a module of Node would make a copy of all its names. */
type Host = Pick<NodeJS.Process, 'versions' | 'getBuiltinModule'>;

/** Node 20 has one optimizing compiler, and looks at a function after so many bytes of its code. By itself: 67,584. */
const OF_NODE_20 = ['--interrupt-budget=500000'];
/** Later ones have another before it, and look at a function after so many calls or loops. By themselves: 400 and 100. */
const SINCE = ['--invocation-count-for-maglev=4000', '--invocation-count-for-maglev-osr=1000'];

/** The newest Node of which it is known that it has these flags: others would say on stderr that they do not. */
const NEWEST = 26;

/**
 * Lets V8 optimize code later: a check of one paste is over before what was optimized is used, and that took a third of
 * its time. A long run loses some hundredths of a second. What Node has compiled of its own modules is refused once flags
 * differ, so this comes after those have been loaded that every run needs.
 * See https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export const optimizeLate = (host: Host): void => {
  const line = Number.parseInt(host.versions.node, 10);
  if (line > NEWEST) return;
  const { setFlagsFromString } = host.getBuiltinModule('node:v8');
  for (const flag of line < 22 ? OF_NODE_20 : SINCE) setFlagsFromString(flag);
};
