import { describe, expect, it } from 'vitest';
import { inEnglish } from './in-english.ts';

describe('the words for rights of four languages in English', () => {
  it.each([
    ['der sp ist nicht im arbeitsbereich.', 'der sp is not in workspace.'],
    [
      "j'ai ajouté le principal de service à l'espace de travail.",
      'i has added the service principal to the workspace.',
    ],
    ['soy administrador del área de trabajo.', 'am admin del workspace.'],
    ['no portal funciona.', 'in portal works.'],
  ])('%s', (sentence, english) => {
    expect(inEnglish(sentence)).toBe(english);
  });

  it.each(['the mi has contributor on the workspace.', 'i do not see the workspace.', 'no workspace works.'])(
    'leaves %s as it is',
    (sentence) => {
      expect(inEnglish(sentence)).toBe(sentence);
    },
  );
});
