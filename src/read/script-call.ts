import type { Reader } from './text.ts';

/** Reads calls in scripts: PowerShell cmdlets and Python requests. */
export const scriptCallReader: Reader = { id: 'script-call', sees: 'rest', read: () => [] };
