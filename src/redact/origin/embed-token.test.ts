import { describe, expect, it } from 'vitest';
import { EMBED_TOKEN, originOf } from './origin.ts';

const URL = 'https://api.powerbi.com/v1.0/myorg/groups/1/reports/2/GenerateToken';
const origin = (text: string, value: string): string | undefined => originOf(text, value, text.lastIndexOf(value));

describe('a token that GenerateToken gave', () => {
  it.each([
    [
      'unpacked in JavaScript',
      `const { token } = await (await fetch('${URL}', { method: 'POST', headers: h })).json();\nfetch(u, { headers: { Authorization: 'Bearer ' + token } })`,
      'token',
    ],
    [
      'from an answer in Python',
      `r = requests.post("${URL}", headers=h)\nt = r.json()["token"]\nh = {"Authorization": "Bearer " + t}`,
      't',
    ],
    [
      'put in at once',
      `r = requests.post("${URL}", headers=h)\nh = {"Authorization": f"Bearer {r.json()['token']}"}`,
      "{r.json()['token']}",
    ],
    [
      'of a member',
      `const res = await axios.post(\`${URL}\`, b);\nconst t = res.data.token;\nh = { Authorization: \`Bearer \${t}\` }`,
      '{t}',
    ],
    [
      'in PowerShell',
      `$e = Invoke-RestMethod -Method Post -Uri "${URL}" -Body $b\n$h = @{ Authorization = "Bearer $($e.token)" }`,
      '$($e.token)',
    ],
    [
      'from an address with a name',
      `$u = "${URL}"\n$e = Invoke-RestMethod -Method Post -Uri $u\n$t = $e.token\n$h = "Bearer $t"`,
      '$t',
    ],
    [
      'of the SDK',
      'var e = client.Reports.GenerateTokenInGroup(w, r, q);\nvar t = e.Token;\nheader = "Bearer " + t;',
      't',
    ],
  ])('is an embed token: %s', (_, text, value) => {
    expect(origin(text, value)).toBe(EMBED_TOKEN);
  });

  it.each([
    ['the token that asks for it', `fetch('${URL}', { headers: { Authorization: 'Bearer ' + token } })`, 'token'],
    [
      'another answer',
      `r = requests.post(login, data=d)\nt = r.json()["token"]\ne = requests.post("${URL}")\nh = "Bearer " + t`,
      't',
    ],
    ['another member', `r = requests.post("${URL}")\nt = r.json()["tokenId"]\nh = "Bearer " + t`, 't'],
  ])('is none: %s', (_, text, value) => {
    expect(origin(text, value)).not.toBe(EMBED_TOKEN);
  });
});
