import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';

const URL = 'https://api.fabric.microsoft.com/v1/workspaces';
const TOKEN = `"Bearer " + token`;

describe('headers that a library takes for something else', () => {
  it.each([
    `axios.get("${URL}", { Authorization: ${TOKEN} })`,
    `axios.post("${URL}", { headers: { Authorization: ${TOKEN} } })`,
    `axios.post('${URL}', { headers })`,
    `headers = {"Authorization": ${TOKEN}}\nr = requests.get("${URL}", headers)`,
    `r = requests.post("${URL}", {"Authorization": ${TOKEN}})`,
    `r = requests.get("${URL}", params={"Authorization": ${TOKEN}})`,
    `fetch("${URL}", { method: "POST", Authorization: ${TOKEN} })`,
    `headers = {"Authorization": ${TOKEN}}\nr = requests.get("${URL}")`,
    `const headers = {"Authorization": ${TOKEN}};\nawait fetch("${URL}");`,
    `r = requests.post("${URL}", data=None, json={"Authorization": ${TOKEN}})`,
  ])('are not sent: %s', (code) => {
    expect(factsOf(code)('request.authorization')).toBe('missing');
  });

  it.each([
    `axios.get("${URL}", { headers: { Authorization: ${TOKEN} } })`,
    `axios.post("${URL}", body, { headers: { Authorization: ${TOKEN} } })`,
    `axios.post("${URL}", {}, { headers: { Authorization: ${TOKEN} } })`,
    `headers = {"Authorization": ${TOKEN}}\nr = requests.get("${URL}", headers=headers)`,
    `headers = {"Authorization": ${TOKEN}}\nr = requests.post("${URL}", json={"a": 1}, headers=headers)`,
    `fetch("${URL}", { method: "POST", headers: { Authorization: ${TOKEN} } })`,
    `axios.defaults.headers.common["Authorization"] = ${TOKEN};\nawait axios.get("${URL}")`,
  ])('are sent: %s', (code) => {
    expect(factsOf(code)('request.authorization')).toBe('bearer');
  });
});
