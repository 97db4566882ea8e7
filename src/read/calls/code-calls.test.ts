import { describe, expect, it } from 'vitest';
import { codeCalls } from './code-calls.ts';
import { onlyAuthorization } from './script-authorization.ts';

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
    ['fetch with options in a variable', `const o = {\n  method: "POST",\n};\nfetch("${URL}", o)`, 'POST'],
    ['XMLHttpRequest', `xhr.open("PATCH", "${URL}");`, 'PATCH'],
    ['cURL for PHP', `CURLOPT_URL => '${URL}',\n CURLOPT_CUSTOMREQUEST => 'DELETE',`, 'DELETE'],
    ['cURL for PHP with a body', `CURLOPT_URL => '${URL}',\n CURLOPT_POSTFIELDS => '{}',`, 'POST'],
    [
      'libcurl',
      `curl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, "PUT");\ncurl_easy_setopt(c, CURLOPT_URL, "${URL}");`,
      'PUT',
    ],
    ['Net::HTTP', `url = URI("${URL}")\nrequest = Net::HTTP::Post.new(url)`, 'POST'],
    ['RestClient', `RestClient.get "${URL}", headers`, 'GET'],
    ['Faraday', `c = Faraday.new(url: 'https://api.fabric.microsoft.com')\nc.post('/v1/workspaces')`, 'POST'],
    ['httr', `r <- GET("${URL}", add_headers(h))`, 'GET'],
    ['httr by method', `VERB("POST", url = "${URL}", add_headers(h))`, 'POST'],
    ['httr2', `request("${URL}") |>\n  req_method("DELETE") |> req_perform()`, 'DELETE'],
    ['LWP', `HTTP::Request->new(POST => '${URL}')`, 'POST'],
    ['Swift', `URLRequest(url: URL(string: "${URL}")!)\nrequest.httpMethod = "PUT"`, 'PUT'],
    ['Objective-C', `[NSURL URLWithString:@"${URL}"]\n[request setHTTPMethod:@"POST"];`, 'POST'],
    ['reqwest', `client.request(reqwest::Method::POST, "${URL}")`, 'POST'],
    ['Dart', `http.Request('POST', Uri.parse('${URL}'))`, 'POST'],
    ['http of Dart', `await http.get(Uri.parse('${URL}'))`, 'GET'],
    ['OCaml', `let uri = Uri.of_string "${URL}" in\nClient.call ~headers \`POST uri`, 'POST'],
    ['http.client', `c = HTTPSConnection("api.fabric.microsoft.com")\nc.request("POST", "/v1/workspaces")`, 'POST'],
    ['VBA', `http.Open "POST", "${URL}", False`, 'POST'],
    ['ABAP', `create_by_url( EXPORTING url = '${URL}' )\nset_method( 'POST' ).`, 'POST'],
    ['RestTemplate', `restTemplate.exchange("${URL}", HttpMethod.POST, e)`, 'POST'],
    ['WebClient', `webClient.post().uri("${URL}")`, 'POST'],
    ['net/http with a variable', `url := "${URL}"\nhttp.NewRequest("POST", url, nil)`, 'POST'],
  ])('%s', (_, text, method) => {
    expect(codeCalls(text).map((call) => [call.method, call.url])).toContainEqual([method, URL]);
  });

  it('have the method of their own options where there are two', () => {
    const call = (method: string): string =>
      `curl_setopt_array($c, array(CURLOPT_URL => '${URL}', CURLOPT_CUSTOMREQUEST => '${method}'));\n`;
    expect(codeCalls(call('POST') + call('GET')).map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it.each([
    ['R', `url <- paste0("${URL}/", id, "/items")\nGET(url, h)`],
    ['Go', `url := fmt.Sprintf("${URL}/%s/items", id)\nhttp.NewRequest("GET", url, nil)`],
    ['Rust', `let url = format!("${URL}/{}/items", id);\nclient.get(url)`],
    ['Python', `url = "${URL}/{}/items".format(id)\nrequests.get(url)`],
    ['VBA', `url = "${URL}/" & id & "/items"\nh.Open "GET", url, False`],
  ])('have the address that a variable is set to in %s', (_, text) => {
    expect(codeCalls(text)).toMatchObject([{ method: 'GET', url: `${URL}/{id}/items` }]);
  });

  it('have no method where only an address is made', () => {
    expect(codeCalls(`uri = URI("${URL}")`)[0]).not.toHaveProperty('method');
    expect(codeCalls(`uri = URI("${URL}")\nNet::HTTP.post_form(uri, a: 1)`)).toMatchObject([{ method: 'POST' }]);
  });

  it('have no method where it stands in a variable that was not pasted', () => {
    expect(codeCalls(`fetch("${URL}", options)`)).toMatchObject([{ url: URL }]);
    expect(codeCalls(`fetch("${URL}", options)`)[0]).not.toHaveProperty('method');
  });

  it('have the variables that are put between texts with `&` as masks', () => {
    expect(
      codeCalls('h.Open "GET", "https://api.powerbi.com/v1.0/myorg/groups/" & gid & "/reports", False'),
    ).toMatchObject([{ url: 'https://api.powerbi.com/v1.0/myorg/groups/{gid}/reports' }]);
  });
});

describe('the Authorization header in code', () => {
  it.each([
    ['a list of lines', `array('Authorization: Bearer x.y')`],
    ['the value first', `r.addValue("Bearer x.y", forHTTPHeaderField: "Authorization")`],
    ['ABAP', `set_header_field( name = 'Authorization' value = |Bearer x.y| )`],
    ['two texts', `Header.add h "Authorization" "Bearer x.y"`],
    ['VBA', `h.setRequestHeader "Authorization", "Bearer x.y"`],
  ])('%s', (_, text) => {
    expect(onlyAuthorization(text)).toEqual([{ name: 'Authorization', value: 'Bearer x.y' }]);
  });

  it('is not the name of a plug-in that makes it', () => {
    expect(onlyAuthorization(`f.request :authorization, 'Bearer', token`)).toEqual([]);
  });

  it('is not its start, quoted in a sentence', () => {
    expect(onlyAuthorization(`I add "Authorization: Bearer " before the token`)).toEqual([]);
  });
});
