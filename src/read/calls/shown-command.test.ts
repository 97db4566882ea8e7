import { describe, expect, it } from 'vitest';
import { shownCommandReader } from './shown-command.ts';

const read = (text: string) => shownCommandReader.read(text, 0).map(({ piece }) => piece);
const record = (command: string): string =>
  `irm : The remote server returned an error: (403) Forbidden.\n+ ${command}\n`;

describe('a command that an error record shows cut off', () => {
  it('tells host and method, not the path', () => {
    expect(read(record('$r = irm -Method Post -Uri "https://api.powerbi.com/v1.0/myorg/groups/5a0 ...'))).toMatchObject(
      [{ method: 'POST', url: 'https://api.powerbi.com', complete: false }],
    );
  });

  it('has no method where that may stand behind the cut', () => {
    const [request] = read(record('Invoke-RestMethod -Uri https://api.fabric.microsoft.com/v1/worksp …'));
    expect(request).toMatchObject({ url: 'https://api.fabric.microsoft.com' });
    expect(request).not.toHaveProperty('method');
  });

  it.each([
    ['the host is cut', 'irm -Uri https://api.fabric.micro ...'],
    ['the line is whole', 'irm -Uri https://api.powerbi.com/v1.0/myorg/groups'],
    ['it calls another service', 'irm -Uri https://example.com/a/b ...'],
  ])('is left out where %s', (_, command) => {
    expect(read(record(command))).toEqual([]);
  });

  it('is left out where the text shows the call', () => {
    const shown = record('irm -Method Post -Uri "https://api.powerbi.com/v1.0/my ...');
    expect(read(`irm -Uri https://api.powerbi.com/v1.0/myorg/groups\n${shown}`)).toEqual([]);
  });
});
