import { describe, expect, it } from 'vitest';
import { isSaidToWork } from './said-to-work.ts';

const URL = 'https://api.powerbi.com/v1.0/myorg/groups';
const works = (text: string): boolean => {
  const from = text.indexOf(URL);
  return isSaidToWork(text, { from, to: from + URL.length });
};

describe('a call in a sentence', () => {
  it.each([
    `the embed token comes from ${URL} with success`,
    `the embed token comes from ${URL}, but the page shows 403`,
    `It was created one minute before with POST ${URL} and I am admin`,
    `GET ${URL} works fine. The refresh gives 403`,
    `GET ${URL} returns 200`,
    `GET ${URL} -> 200`,
    `GET ${URL} 200 OK`,
    `401 from /v1/admin/items with spn. ${URL} with same token is 200.`,
    `${URL} with the same token: 200`,
    `${URL} works with the same token`,
    `the same token is good for GET ${URL}. SP has Contributor.`,
    `This script works fine against ${URL}, and the other call is refused`,
    `I get 200 from ${URL}`,
    `RequestUri ${URL} returns all rows`,
    `GET ${URL} lists all of my workspaces, the refresh does not run`,
    `${URL} answers with the right data and ${URL}/x is refused`,
    `${URL} returns 12 reports as expected.`,
    `${URL} returns them all`,
    `${URL} gives me the full list with the same token`,
  ])('is said to work: %s', (text) => {
    expect(works(text)).toBe(true);
  });

  it.each([
    `GET ${URL} works for my user, not for the app`,
    `GET ${URL} works only in the browser`,
    `GET ${URL} returns 401`,
    `GET ${URL} returns all rows for my user, not for the app`,
    `GET ${URL} returns all rows with my own token`,
    `GET ${URL} returns all rows, but only with my own token`,
    `GET ${URL} returns 0 rows`,
    `GET ${URL} returns only the groups of others`,
    `GET ${URL} returns the groups without mine`,
    `GET ${URL} should return all rows`,
    `GET ${URL} does not return all rows`,
    `GET ${URL} never returns the list`,
    `GET ${URL} returned all rows until yesterday`,
    `GET ${URL} returns the groups endpoint error`,
    `${URL} with the same token is 401.`,
    `${URL} with my own token is 200.`,
    `${URL} is 200 with my token`,
    `the token should be good for GET ${URL}`,
    `it never worked for ${URL}`,
    `it works for the admin, not for ${URL}`,
    `It works for ${URL} only as admin, else 403`,
    `${URL} with the same token is 2000 rows`,
    `GET ${URL} 2000 items`,
    `an error returned by GET ${URL}`,
    `the answer returned by GET ${URL} is 403`,
    `it cannot be created with POST ${URL}`,
    `GET ${URL} does not work`,
    `should work: GET ${URL}`,
  ])('is not: %s', (text) => {
    expect(works(text)).toBe(false);
  });
});
