// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are templates of other programs.
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/support/facts-of.ts';
import { schemeWithColonReader } from './scheme-with-colon.ts';

const read = (text: string) => schemeWithColonReader.read(text, 0).map(({ piece }) => piece);

describe('Bearer with a colon behind it', () => {
  it.each([
    ['an interpolated text of C#', 'var c = new ReportClient(host, $"Bearer: {token}");'],
    ['a text of Java', 'request.setHeader("Authorization", "Bearer: " + token);'],
    ['a text of Python', 'client = Client(authorization=f"Bearer: {token}")'],
    ['its format', "auth = 'Bearer: {}'.format(token)"],
    ['a template of JavaScript', 'new Api(url, `Bearer: ${token}`)'],
    ['a text of Ruby', 'Api.new(auth: "Bearer: #{token}")'],
    ['a text of PHP', "$client->setAuth('Bearer: ' . $token);"],
    ['a text of Go', 'c.Auth = fmt.Sprintf("Bearer: %s", token)'],
    ['a text of PowerShell', '$auth = "Bearer: $token"'],
    ['a text of VBA', 'http.setRequestHeader "Authorization", "Bearer: " & token'],
    ['an expression of a flow', "@concat('Bearer: ', variables('token'))"],
    ['no blank behind the colon', 'client.Auth("Bearer:" + token)'],
    ['a sealed token', 'client.Auth("Bearer: \uE0001\uE001")'],
  ])('is read in %s', (_, text) => {
    expect(read(text)).toMatchObject([{ kind: 'request', authorization: 'broken', complete: false }]);
  });

  it.each([
    ['what is printed', 'console.log(`Bearer: ${token}`);'],
    ['what is logged', 'logger.LogInformation("Bearer: {Token}", token);'],
    ['what is logged behind a name', 'log.info("call", "Bearer: " + token)'],
    ['what is echoed', 'echo "Bearer: $TOKEN"'],
    ['what is shown by PowerShell', 'Write-Host "Bearer: $token"'],
    ['what is taken away', "token = header.replace('Bearer: ' + prefix, '')"],
    ['a sentence', 'I send the header Bearer: {token} with it'],
    ['a label', '"Bearer: the token of the caller"'],
    ['the right form', 'client.Auth("Bearer " + token)'],
    ['both forms', 'a("Bearer: " + token)\nb("Bearer " + token)'],
  ])('is nothing in %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it('belongs to the call', () => {
    const value = factsOf(
      'var client = new ApiClient("https://api.powerbi.com/v1.0/myorg/groups", $"Bearer: {accessToken}");\n401 Unauthorized',
    );
    expect(value('request.authorization')).toBe('broken');
  });
});
