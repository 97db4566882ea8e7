import { describe, expect, it } from 'vitest';
import { codeParametersReader } from './code-parameters.ts';

describe('token parameters in code', () => {
  const body = (text: string) =>
    codeParametersReader.read(text, 0).map(({ piece }) => (piece.kind === 'request' ? piece.body : undefined))[0];

  it.each([
    `data = {"grant_type": "client_credentials", "scope": "a/.default"}\nrequests.post(url, data=data)`,
    `$body = @{\n  grant_type = 'client_credentials'\n  scope = 'a/.default'\n}`,
    `new Dictionary<string, string> { { "grant_type", "client_credentials" }, { "scope", "a/.default" } }`,
    `new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["scope"] = "a/.default" }`,
    `p.append('grant_type', 'client_credentials');\np.append('scope', 'a/.default');`,
    `'form_params' => ['grant_type' => 'client_credentials', 'scope' => 'a/.default']`,
    `new FormBody.Builder().add("grant_type", "client_credentials").add("scope", "a/.default")`,
  ])('are a form: %s', (text) => {
    expect(body(text)).toBe('grant_type=client_credentials&scope=a/.default');
  });

  it.each([
    `requests.post(url, json={"grant_type": "client_credentials"})`,
    `const b = { grant_type: "client_credentials" };\nfetch(url, { body: JSON.stringify(b) })`,
    `axios.post(url, { grant_type: "client_credentials" })`,
    `await axios.post("https://login.microsoftonline.com/common/oauth2/token", { grant_type: "client_credentials" })`,
    `$b = @{ grant_type = "client_credentials" } | ConvertTo-Json`,
  ])('are JSON where the code makes JSON of them: %s', (text) => {
    expect(body(text)).toBe('{"grant_type":"client_credentials"}');
  });

  it('name what decides and is not known, and take what a variable holds', () => {
    expect(body(`d = {"grant_type": "client_credentials", "client_id": cid, "scope": scope}`)).toBe(
      'grant_type=client_credentials&client_id={...}&scope={...}',
    );
    expect(body(`s = "a/.default"\nd = {"grant_type": "password", "scope": s}`)).toBe(
      'grant_type=password&scope=a/.default',
    );
  });

  it.each([
    `form = {"grantType": "password", "client_id": "a"}\nrequests.post(url, data=form)`,
    `requests.post(url, data={"grantType": "password", "client_id": "a"})`,
    `const f = { grantType: 'password', client_id: 'a' };\nfetch(url, { body: new URLSearchParams(f) })`,
    `$b = @{\n  grantType = 'password'\n  client_id = 'a'\n}\nInvoke-RestMethod -Uri $u -Body $b`,
  ])('are read where a form has a wrong name for the grant: %s', (text) => {
    expect(body(text)).toBe('grantType=password&client_id=a');
  });

  it.each([
    `const settings = { grantType: 'password', client_id: 'a' };\nconst client = new OAuth(settings);`,
    `form = {"grantType": "password", "clientId": "a"}\nrequests.post(url, data=form)`,
  ])('are not the settings of a library: %s', (text) => {
    expect(body(text)).toBeUndefined();
  });

  it.each([
    `fetch(url, { body: new URLSearchParams({ grant_type: "authorization_code", client_id, code, redirect_uri, code_verifier }) })`,
    `var f = new { grant_type = "authorization_code", client_id, code,\n  redirect_uri,\n  code_verifier };`,
  ])('have the names of a literal that have no value of their own: %s', (text) => {
    expect(body(text)).toBe(
      'grant_type=authorization_code&client_id={client_id}&code={code}&redirect_uri={redirect_uri}&code_verifier={code_verifier}',
    );
  });

  it.each([
    `x({ grant_type: "password", ...rest })`,
    `requests.post(u, data={"grant_type": "password", **extra})`,
    `x({ grant_type: "password", scope: (await scopes()).join(" ") })`,
    `const p = new URLSearchParams({ grant_type: "password" });\np.append("scope", s);`,
    `d = {"grant_type": "password"}\nif pkce:\n    d["code_verifier"] = v`,
    `d = {"grant_type": "password"}\nd.update(more)`,
    `$d = ['grant_type' => 'password'];\n$d = array_merge($d, $more);`,
    `$d = @{ grant_type = 'password' }\n$d.scope = $s`,
  ])('end open where others may come in another way: %s', (text) => {
    expect(body(text)).toBe('grant_type=password&...');
  });

  it.each([
    `d = {"grant_type": "password"}\nr = requests.post(url, data=d)\nother["scope"] = 1`,
    `d = {"grant_type": "password"}\nif d["scope"] == 1: pass`,
    `d = {"grant_type": "password"}\nprint(d.get("scope"))`,
  ])('are whole where nothing is added to them: %s', (text) => {
    expect(body(text)).toBe('grant_type=password');
  });

  it.each([
    `new StringContent(JsonConvert.SerializeObject(new { grant_type = "password" }), Encoding.UTF8, "application/json")`,
    `JsonSerializer.Serialize(new Dictionary<string, string> {\n  { "grant_type", "password" }\n})`,
    `var form = new Dictionary<string, string> { ["grant_type"] = "password" };\nvar c = new StringContent(JsonSerializer.Serialize(form));`,
    `$d = ['grant_type' => 'password'];\ncurl_setopt($c, CURLOPT_POSTFIELDS, json_encode($d));`,
    `curl_setopt($c, CURLOPT_POSTFIELDS, json_encode(['grant_type' => 'password']));`,
  ])('are JSON where a library makes it: %s', (text) => {
    expect(body(text)).toBe('{"grant_type":"password"}');
  });

  it.each([
    `const p = { grant_type: "password" };\nconsole.log(JSON.stringify(p));\nfetch(url, { body: new URLSearchParams(p) })`,
    `var p = new Dictionary<string, string> { ["grant_type"] = "password" };\nlog(JsonConvert.SerializeObject(p));\nvar c = new FormUrlEncodedContent(p);`,
  ])('are a form where JSON is only printed: %s', (text) => {
    expect(body(text)).toBe('grant_type=password');
  });

  const headers = (text: string) =>
    codeParametersReader.read(text, 0).flatMap(({ piece }) => (piece.kind === 'request' ? piece.headers : []));

  it.each([
    `curl_setopt($ch, CURLOPT_POSTFIELDS, ['grant_type' => 'password']);`,
    `curl_setopt_array($ch, [CURLOPT_POSTFIELDS => array('grant_type' => 'password')]);`,
    `$data = array(\n  'grant_type' => 'password',\n);\ncurl_setopt($ch, CURLOPT_POSTFIELDS, $data);`,
    `const f = new FormData();\nf.append("grant_type", "password");`,
    `var c = new MultipartFormDataContent();\nc.Add(new StringContent("x"), "y");\nc.Add("grant_type", "password");`,
    `fetch(u, { headers: { "Content-Type": "multipart/form-data" }, body: qs.stringify({ grant_type: "password" }) })`,
  ])('are of several parts: %s', (text) => {
    expect(headers(text)).toEqual([{ name: 'Content-Type', value: 'multipart/form-data' }]);
  });

  it.each([
    `curl_setopt($ch, CURLOPT_POSTFIELDS, http_build_query(['grant_type' => 'password']));`,
    `$d = ['grant_type' => 'password'];\n$d = http_build_query($d);\ncurl_setopt($ch, CURLOPT_POSTFIELDS, $d);`,
    `const f = new URLSearchParams();\nf.append("grant_type", "password");\nconst upload = new FormData();`,
  ])('are no parts: %s', (text) => {
    expect(headers(text)).toEqual([]);
  });

  it('are no JSON that was sent', () => {
    expect(body('{"grant_type":"client_credentials"}')).toBeUndefined();
  });
});
