import { describe, expect, it } from 'vitest';
import { otherSubject } from './other-subject.ts';

const SUBJECT = 'repo:contoso/deploy:environment:Prod';
const ERROR = `AADSTS700213: No matching federated identity record found for presented assertion subject '${SUBJECT}'.`;

describe('the subject in other letters', () => {
  it('is found where the text has it too', () => {
    expect(otherSubject(`${ERROR}\nin entra I have ${SUBJECT.toLowerCase()}`)).toEqual({
      'entra.other-subject': SUBJECT.toLowerCase(),
    });
  });

  it.each([
    ['the same letters', `${ERROR}\nin entra I have ${SUBJECT}`],
    ['another one', `${ERROR}\nin entra I have repo:contoso/deploy:environment:stage`],
    ['no subject', 'in entra I have repo:contoso/deploy:environment:prod'],
    ['a short one', "presented assertion subject 'Prod' and prod"],
  ])('is nothing with %s', (_, text) => {
    expect(otherSubject(text)).toEqual({});
  });
});
