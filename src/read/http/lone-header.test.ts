import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { buildToken } from '../../../test/support/token.ts';

const URL = 'https://api.fabric.microsoft.com/v1/workspaces';
const TOKEN = buildToken({ aud: 'https://graph.microsoft.com', scp: 'User.Read', exp: 1_795_345_200 });

/** Calls of clients that no reader knows by name: their method, and how they are written. */
const CALLS: readonly (readonly [client: string, method: string, text: string])[] = [
  ['Cypress', 'GET', `cy.request({ method: 'GET', url: '${URL}', headers: { Authorization: 'Bearer @@' } })`],
  ['Cypress with its option', 'PATCH', `cy.request({ url: '${URL}/x', method: 'PATCH', auth: { bearer: '@@' } })`],
  ['Jenkins', 'GET', `httpRequest customHeaders: [[name: 'Authorization', value: "Bearer @@"]], url: '${URL}'`],
  [
    'Jenkins in lines',
    'POST',
    `httpRequest(\n  httpMode: 'POST',\n  contentType: 'APPLICATION_JSON',\n  customHeaders: [[maskValue: true, name: 'Authorization', value: 'Bearer @@']],\n  url: '${URL}')`,
  ],
  ['sttp', 'GET', `basicRequest.get(uri"${URL}").header("Authorization", s"Bearer @@").send(backend)`],
  ['sttp with its scheme', 'POST', `basicRequest\n  .post(uri"${URL}")\n  .auth.bearer("@@")\n  .send(backend)`],
  ['k6', 'DELETE', `http.del('${URL}/x', null, { headers: { Authorization: 'Bearer @@' } })`],
  ['supertest', 'GET', `request('https://host.example').get('/v1/workspaces').set('Authorization', 'Bearer @@')`],
  [
    'Robot Framework',
    'GET',
    `    \${headers}    Create Dictionary    Authorization    Bearer @@\n    \${r}    GET On Session    fabric    /v1/workspaces`,
  ],
  ['Karate', 'GET', `Given url '${URL}'\nAnd header Authorization = 'Bearer @@'\nWhen method get\nThen status 200`],
  [
    'Katalon',
    'GET',
    `ro.setRestUrl('${URL}')\nro.setRestRequestMethod('GET')\nro.setHttpHeaderProperties([new TestObjectProperty('Authorization', ConditionType.EQUALS, 'Bearer @@')])`,
  ],
  ['HTTPBuilder', 'GET', `client.get(path: 'v1/workspaces', headers: ['Authorization': 'Bearer @@'])`],
  ['HTTPoison', 'GET', `HTTPoison.get!("${URL}", [{"Authorization", "Bearer @@"}])`],
  ['Req', 'GET', `Req.new(url: "${URL}", auth: {:bearer, "@@"}) |> Req.get!()`],
  ['resty', 'GET', `resp, err := client.R().\n\tSetHeader("Authorization", "Bearer @@").\n\tGet("${URL}")`],
  ['Ktor', 'GET', `client.request("${URL}") {\n  method = HttpMethod.Get\n  bearerAuth("@@")\n}`],
  ['Fuel', 'GET', `"${URL}".httpGet().header("Authorization" to "Bearer @@").responseString()`],
  ['Alamofire', 'POST', `AF.request("${URL}", method: .post, headers: [.authorization(bearerToken: "@@")])`],
  [
    'Delphi',
    'GET',
    `RESTClient1.BaseURL := '${URL}';\nRESTRequest1.Method := TRESTRequestMethod.rmGET;\nRESTRequest1.Params.AddItem('Authorization', 'Bearer @@', pkHTTPHEADER);`,
  ],
  [
    'APEX_WEB_SERVICE',
    'GET',
    `apex_web_service.g_request_headers(1).name := 'Authorization';\napex_web_service.g_request_headers(1).value := 'Bearer @@';\nl := apex_web_service.make_rest_request(p_url => '${URL}', p_http_method => 'GET');`,
  ],
  [
    'UTL_HTTP',
    'GET',
    `req := utl_http.begin_request('${URL}', 'GET');\nutl_http.set_header(req, 'Authorization', 'Bearer @@');`,
  ],
  ['SAS', 'POST', `proc http url="${URL}" method="post" in=b;\n  headers "Authorization"="Bearer @@";\nrun;`],
  ['SAS with its option', 'GET', `proc http url="${URL}" method="GET" oauth_bearer="@@"; run;`],
  ['Matlab', 'GET', `o = weboptions('HeaderFields', {'Authorization', 'Bearer @@'}); d = webread('${URL}', o);`],
  [
    'API Management',
    'GET',
    `<send-request mode="new"><set-url>${URL}</set-url><set-method>GET</set-method><set-header name="Authorization" exists-action="override"><value>Bearer @@</value></set-header></send-request>`,
  ],
  [
    'SQL',
    'GET',
    `EXEC sp_invoke_external_rest_endpoint @url = N'${URL}', @method = N'GET', @headers = N'{"Authorization":"Bearer @@"}'`,
  ],
  ['Flurl', 'POST', `await "${URL}".WithOAuthBearerToken("@@").PostJsonAsync(new { });`],
  ['Jersey', 'GET', `client.target("${URL}").request().header("Authorization", "Bearer @@").get();`],
  [
    'Apache HttpClient',
    'POST',
    `HttpPost post = new HttpPost("${URL}"); post.setHeader("Authorization", "Bearer @@");`,
  ],
  ['Laravel', 'GET', `$r = Http::withToken('@@')->get('${URL}');`],
  ['clj-http', 'GET', `(client/get "${URL}" {:headers {"Authorization" "Bearer @@"}})`],
  [
    'Salesforce',
    'GET',
    `req.setEndpoint('${URL}');\nreq.setMethod('GET');\nreq.setHeader('Authorization', 'Bearer @@');`,
  ],
  [
    'Terraform',
    'GET',
    `data "http" "x" {\n  url = "${URL}"\n  request_headers = {\n    Authorization = "Bearer @@"\n  }\n}`,
  ],
  ['a step of a workflow', 'GET', `    steps:\n      - run: curl -sf -H "Authorization: Bearer @@" ${URL}`],
  ['a job of GitLab', 'GET', `  script:\n    - curl -sf -H "Authorization: Bearer @@" ${URL}`],
];

describe('a call of a client that no reader knows', () => {
  it.each(CALLS)('of %s has its method, its URL and its header', (_, method, text) => {
    const fact = factsOf(text.replace('@@', TOKEN));
    expect(fact('request.method')).toBe(method);
    expect(fact('request.path')).toContain('/v1/workspaces');
    expect(fact('request.authorization')).toBe('bearer');
    expect(fact('token.aud')).toBe('https://graph.microsoft.com');
  });

  it.each(CALLS)('of %s has them with a placeholder in quotes', (_, method, text) => {
    const fact = factsOf(text.replace('@@', '<token>'));
    expect([fact('request.method'), fact('request.authorization')]).toEqual([method, 'bearer']);
  });
});

describe('a header beside a URL', () => {
  it.each([
    ['the scheme twice', `basicRequest.get(uri"${URL}").auth.bearer("Bearer @@")`, 'doubled-scheme'],
    ['no scheme', `cy.request({ url: '${URL}', headers: { Authorization: '@@' } })`, 'no-scheme'],
  ])('is told with %s', (_, text, form) => {
    expect(factsOf(text.replace('@@', TOKEN))('request.authorization')).toBe(form);
  });

  it.each([
    ['two that differ', `Authorization: 'Bearer ${TOKEN}' or Authorization: 'Bearer ${TOKEN}x' for ${URL}`],
    ['a name without a value', `${URL} takes {"name":"Authorization","value":"string"}`],
    ['a function that gives a token', `const t = await withToken(user); call('${URL}')`],
  ])('is not told of %s', (_, text) => {
    expect(factsOf(text)('request.authorization')).toBeUndefined();
  });

  it.each([
    ['a list of allowed methods', `Access-Control-Allow-Methods: DELETE, PUT\nVary: Origin\n${URL}`],
    ['a sentence', `The method getWorkspaces() reads ${URL}`],
    ['what a program gets from a table', `url = "${URL}"\nname = config.get("name")`],
  ])('has no method from %s', (_, text) => {
    expect(factsOf(text)('request.method')).toBeUndefined();
  });
});
