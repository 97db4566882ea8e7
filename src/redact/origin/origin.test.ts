import { describe, expect, it } from 'vitest';
import { sealPastes } from '../seal.ts';
import { TOKEN_WITH_SCHEME } from './origin.ts';

/** The kinds of what a program sends as bearer. */
const bearersOf = (text: string): readonly string[] =>
  sealPastes([{ text }])
    .secrets.filter(({ fields }) => fields.includes('bearer'))
    .map(({ kind }) => kind);

describe('what a variable sent as bearer was set to', () => {
  it.each([
    ['PHP', `$token = $_GET['code'];\n'Authorization: Bearer ' . $token,`, 'authorization-code'],
    ['Flask', `token = request.args.get("code")\nheaders = {"Authorization": f"Bearer {token}"}`, 'authorization-code'],
    [
      'Express',
      `const token = req.query.code as string;\nheaders: { Authorization: \`Bearer ${'$'}{token}\` }`,
      'authorization-code',
    ],
    [
      'ASP.NET',
      `var token = Request.Query["code"].ToString();\nclient.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);`,
      'authorization-code',
    ],
    [
      'MSAL.js',
      `const token = response.idToken.rawIdToken;\nheaders: { "Authorization": "Bearer " + token }`,
      'id-token',
    ],
    ['MSAL for Python', `token = result['id_token']\nheaders = {'Authorization': 'Bearer ' + token}`, 'id-token'],
    ['jq', `T=$(curl -s "$URL" -d "$BODY" | jq -r '.id_token')\ncurl -H "Authorization: Bearer $T" $API`, 'id-token'],
    ['PowerShell', `$t = $answer.refresh_token\n$headers = @{ Authorization = "Bearer $t" }`, 'refresh-token'],
    [
      'the last setting',
      `token = a.code\ntoken = a.access_token\nh = {'Authorization': 'Bearer ' + token}`,
      'access-token',
    ],
  ])('is told: %s', (_, text, kind) => {
    expect(bearersOf(text)).toEqual([kind]);
  });

  it.each([
    [
      'a call that exchanges a code',
      `token = get_token(request.args['code'])\nh = {'Authorization': 'Bearer ' + token}`,
    ],
    ['a call with the secret', `token = acquire(config.client_secret)\nh = {'Authorization': 'Bearer ' + token}`],
    ['the token of an answer', `t = credential.get_token(s).token\nh = {'Authorization': 'Bearer ' + t}`],
    [
      'the token in an object',
      `r = app.acquire_token_for_client(s)["access_token"]\nh = {'Authorization': 'Bearer ' + r}`,
    ],
    [
      'the token of Az.Accounts',
      `$t = (Get-AzAccessToken -ResourceUrl $u).Token\n$h = @{ Authorization = "Bearer $t" }`,
    ],
    [
      'a command that gives text',
      `$t = Get-AzAccessToken | Select-Object -ExpandProperty Token\n$h = @{ Authorization = "Bearer $t" }`,
    ],
    ['a notebook', `t = notebookutils.credentials.getToken("pbi")\nh = {'Authorization': 'Bearer ' + t}`],
    ['a function of one’s own', `t = getToken()\nh = {'Authorization': 'Bearer ' + t}`],
    ['a later call', `token = q.code\ntoken = redeem(token)\nh = {'Authorization': 'Bearer ' + token}`],
    ['another variable', `tokens = q.code\nh = {'Authorization': 'Bearer ' + token}`],
    ['a comparison', `if token == q.code:\n  pass\nh = {'Authorization': 'Bearer ' + token}`],
  ])('is not told: %s', (_, text) => {
    expect(bearersOf(text)).not.toContain('authorization-code');
    expect(bearersOf(text)).not.toContain('client-secret');
    expect(bearersOf(text)).not.toContain('object-name');
  });

  const LOGIN = 'https://login.microsoftonline.com/t/oauth2/v2.0/token';
  it.each([
    [
      'a function',
      `def get_token():\n    r = requests.post("${LOGIN}")\n    return r.json()\n\nt = get_token()\nh = {'Authorization': f'Bearer {t}'}`,
    ],
    ['a variable', `r = requests.post("${LOGIN}")\nt = r.json()\nh = {'Authorization': f'Bearer {t}'}`],
    ['PowerShell', `$t = Invoke-RestMethod -Uri "${LOGIN}" -Body $b\n$h = @{ Authorization = "Bearer $t" }`],
    [
      'a member in a text',
      `$r = Invoke-RestMethod -Uri "${LOGIN}" -Body $b\n$h = @{ Authorization = "Bearer $r.access_token" }`,
    ],
    [
      'axios',
      `const r = await axios.post("${LOGIN}", body);\nconst t = r.access_token;\nheaders: { Authorization: 'Bearer ' + t }`,
    ],
    ['a call within the text', `h = {'Authorization': f'Bearer {app.acquire_token_for_client(scopes=SCOPES)}'}`],
  ])('is no token where the whole answer is sent: %s', (_, text) => {
    expect(bearersOf(text)).toEqual(['object-name']);
  });

  it.each([
    [
      'a function that takes the token',
      `def get_token():\n    r = requests.post("${LOGIN}")\n    return r.json()["access_token"]\n\nt = get_token()\nh = {'Authorization': f'Bearer {t}'}`,
    ],
    [
      'a service of one\u2019s own',
      `t = requests.get("https://tokens.contoso.com").json()\nh = {'Authorization': f'Bearer {t}'}`,
    ],
    [
      'a member joined to a text',
      `$r = Invoke-RestMethod -Uri "${LOGIN}" -Body $b\n$h = @{ Authorization = "Bearer " + $r.access_token }`,
    ],
    [
      'the body of axios',
      `const r = await axios.post("${LOGIN}", body);\nconst t = r.data.access_token;\nheaders: { Authorization: 'Bearer ' + t }`,
    ],
    ['a member within the text', `h = {'Authorization': f'Bearer {app.acquire_token_for_client(s)["access_token"]}'}`],
  ])('is no object in %s', (_, text) => {
    expect(bearersOf(text)).not.toContain('object-name');
  });

  it('tells a variable that holds the scheme already', () => {
    const { secrets } = sealPastes([{ text: `t = "Bearer " + x\nh = {'Authorization': 'Bearer ' + t}` }]);
    expect(secrets.map(({ mask }) => mask)).toContain(TOKEN_WITH_SCHEME);
  });
});
