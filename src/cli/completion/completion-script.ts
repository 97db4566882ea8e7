import { bashCompletion } from './bash-completion.ts';
import { completionTable, type KnownNames, type OfferedCommand, type Shell } from './completion-table.ts';
import { fishCompletion } from './fish-completion.ts';
import { powershellCompletion } from './powershell-completion.ts';
import { zshCompletion } from './zsh-completion.ts';

export { SHELLS } from './completion-table.ts';

const WRITERS: Readonly<Record<Shell, (table: readonly OfferedCommand[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** The script that completes the command in a shell. It holds all that is offered, so that pressing Tab starts nothing. */
export const completionScript = (shell: Shell, known: KnownNames): string => WRITERS[shell](completionTable(known));
