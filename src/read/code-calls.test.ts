import { describe, expect, it } from 'vitest';
import { codeCalls } from './code-calls.ts';
import { codeParametersReader } from './code-parameters.ts';

const URL = 'https://api.fabric.microsoft.com/v1/workspaces';

describe('calls in code', () => {
  it.each([
    ['requests', `requests.post("${URL}", headers=h)`, 'POST'],
    ['requests by method', `requests.request("PATCH", "${URL}")`, 'PATCH'],
    [
      'httpx with a base address',
      `c = httpx.Client(base_url="https://api.fabric.microsoft.com/v1/")\nc.get("workspaces")`,
      'GET',
    ],
    ['an f-string', `base = "https://api.fabric.microsoft.com/v1"\nrequests.get(f"{base}/workspaces")`, 'GET'],
    ['a sum', `base = "https://api.fabric.microsoft.com/v1"\nrequests.get(base + "/workspaces")`, 'GET'],
    ['urllib', `urllib.request.Request("${URL}", headers=h, method="DELETE")`, 'DELETE'],
    ['fetch', `await fetch("${URL}", {\n  method: "POST",\n})`, 'POST'],
    ['HttpRequestMessage', `new HttpRequestMessage(HttpMethod.Put, "${URL}")`, 'PUT'],
    [
      'a base address in C#',
      `c.BaseAddress = new Uri("https://api.fabric.microsoft.com/v1/");\nawait c.GetAsync("workspaces");`,
      'GET',
    ],
    [
      'RestSharp',
      `var c = new RestClient("https://api.fabric.microsoft.com");\nvar r = new RestRequest("/v1/workspaces", Method.Post);`,
      'POST',
    ],
    ['a client of Fabric notebooks', `client = fabric.FabricRestClient()\nclient.get("v1/workspaces")`, 'GET'],
    ['HttpURLConnection', `URL u = new URL("${URL}");\nc.setRequestMethod("POST");`, 'POST'],
    ['java.net.http', `HttpRequest.newBuilder().uri(URI.create("${URL}")).GET().build()`, 'GET'],
    ['okhttp', `new Request.Builder()\n .url("${URL}")\n .method("PATCH", body)`, 'PATCH'],
    ['net/http', `http.NewRequest("POST", "${URL}", body)`, 'POST'],
    [
      'Guzzle',
      `$c = new Client(['base_uri' => 'https://api.fabric.microsoft.com/v1/']);\n$c->request('GET', 'workspaces');`,
      'GET',
    ],
  ])('%s', (_, text, method) => {
    expect(codeCalls(text).map((call) => [call.method, call.url])).toContainEqual([method, URL]);
  });
});

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
    `$b = @{ grant_type = "client_credentials" } | ConvertTo-Json`,
  ])('are JSON where the code makes JSON of them: %s', (text) => {
    expect(body(text)).toBe('{"grant_type":"client_credentials"}');
  });

  it('leave out what decides and is not known, and take what a variable holds', () => {
    expect(body(`d = {"grant_type": "client_credentials", "client_id": cid, "scope": scope}`)).toBe(
      'grant_type=client_credentials',
    );
    expect(body(`s = "a/.default"\nd = {"grant_type": "password", "scope": s}`)).toBe(
      'grant_type=password&scope=a/.default',
    );
  });

  it('are no JSON that was sent', () => {
    expect(body('{"grant_type":"client_credentials"}')).toBeUndefined();
  });
});
