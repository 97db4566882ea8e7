import { isUpToDate } from './up-to-date.ts';

// What the last step of a build writes: where it is there, the build went through.
const LAST = 'dist/types/index.d.ts';

process.exitCode = isUpToDate(LAST, ['src', 'rules', 'tools', 'package.json', 'package-lock.json']) ? 0 : 1;
