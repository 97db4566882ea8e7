import { expect, it } from 'vitest';
import { withVariables } from './postman-variables.ts';

const environment = (values: readonly object[]): string =>
  JSON.stringify({ name: 'e', values, _postman_variable_scope: 'environment' });
const REQUEST = 'GET {{host}}/v1/{{id}}';

it('the variables of an exported environment are filled in in every paste', () => {
  const set = environment([
    { key: 'host', value: 'https://api.fabric.microsoft.com', enabled: true },
    { key: 'id', value: 'off', enabled: false },
  ]);
  expect(withVariables([REQUEST, set])).toEqual(['GET https://api.fabric.microsoft.com/v1/{{id}}', set]);
});

it('a variable that two environments set to different values stays open', () => {
  const both = ['a', 'b'].map((value) => environment([{ key: 'host', value }]));
  expect(withVariables([REQUEST, ...both])[0]).toBe(REQUEST);
});

it('a value that would break the text around it is left out, and other JSON sets nothing', () => {
  const odd = environment([{ key: 'host', value: 'a"b' }]);
  const other = JSON.stringify({ values: [{ key: 'host', value: 'x' }] });
  expect(withVariables([REQUEST, odd, other])[0]).toBe(REQUEST);
});
