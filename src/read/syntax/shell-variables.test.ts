import { describe, expect, it } from 'vitest';
import { filledByShell } from './shell-variables.ts';

const filled = (before: string, word: string): string =>
  filledByShell(`${before}\ncurl ${word}`, before.length + 1, word);
const URL = 'https://x/';

describe('variables of a shell', () => {
  it.each([
    ['A=x', '$A/y', 'x/y'],
    ['A="x y"', '$\u007bA}', 'x y'],
    ["A='x$B'", '$A', 'x$B'],
    ['export A=x', '$A', 'x'],
    ['A=x; B=y', '$A$B', 'xy'],
    ['A=x\nB=$A/y', '$B', 'x/y'],
    ['A=x\nA=y', '$A', 'y'],
    ['$ A=x', '$A', 'x'],
  ])('%s fills %s', (before, word, expected) => expect(filled(before, URL + word)).toBe(URL + expected));

  it.each([
    ['what a command gives', 'A=$(az account show)'],
    ['what a command gives in quotes', 'A="$(az account show)"'],
    ['what one in backticks gives', 'A=`date`'],
    ['another name', 'AB=x'],
    ['a variable of PowerShell', '$A = "x"'],
    ['the environment of one command', 'A=x env'],
    ['a parameter', 'curl -d A=x y'],
  ])('leaves open %s', (_, before) => expect(filled(before, `${URL}$A`)).toBe(`${URL}$A`));

  it('take what was set last before the command, however often it is set behind it', () => {
    const before = 'A=x\nA=y\n';
    expect(filledByShell(`${before}curl x\n${'A=z\n'.repeat(100)}`, before.length, `${URL}$A`)).toBe(`${URL}y`);
  });

  it('stops where a variable holds itself', () => {
    expect(filled('A=$A:x\nA=$A:y', `${URL}$A`)).toBe(`${URL}$A:x:y`);
  });

  it.each([
    ['$A', 'A=https://x/y', 'https://x/y'],
    ['$A', 'A="grant_type=password&client_id=x"', 'grant_type=password&client_id=x'],
    ['grant_type=$A&scope=$A', 'A=x', 'grant_type=x&scope=x'],
    ['https://x/$A?scope=$A', 'A=x', 'https://x/x?scope=x'],
  ])('fill addresses and the fields that hold no secret: %s', (word, before, expected) => {
    expect(filled(before, word)).toBe(expected);
  });

  it.each(['$A', '$A:$A', 'client_secret=$A', 'X-Key: $A', 'https://x/y?key=$A', '{"password":"$A"}'])(
    'leave alone what may hold a secret: %s',
    (word) => expect(filled('A=word', word)).toBe(word),
  );
});
