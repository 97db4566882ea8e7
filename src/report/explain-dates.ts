import type { KnowledgeDate } from '../knowledge/explain-dates.ts';

/** Version and the age of the knowledge, one line each. */
export const datesReport = (version: string, dates: readonly KnowledgeDate[]): string =>
  [version, ...dates.map(({ what, asOf }) => `${what}: ${asOf}`), ''].join('\n');
