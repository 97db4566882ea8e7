import { describe, expect, it } from 'vitest';
import { ownCommands } from './own-commands.ts';

const COMMANDS = { az: 'az x', python: 'get(x)' };
const shown = (...tools: readonly string[]) => ownCommands(COMMANDS, tools).shown.map(([tool]) => tool);

describe('the commands of a step', () => {
  it('are those that the tools or the code of the paste speak', () => {
    expect(shown('azure-cli')).toEqual(['az']);
    expect(shown('python', 'msal')).toEqual(['python']);
    expect(shown('msal')).toEqual(['python']);
    expect(shown()).toEqual(['az', 'python']);
  });

  it('are in no other language than the code, unless there is nothing else', () => {
    expect(shown('javascript', 'msal')).toEqual(['az']);
    expect(ownCommands({ python: 'get(x)' }, ['javascript']).shown).toEqual([['python', 'get(x)']]);
    expect(ownCommands(COMMANDS, ['javascript']).left).toEqual(['python']);
  });
});
