// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are templates of other programs.
import { describe, expect, it } from 'vitest';
import { basicPair } from './basic-pair.ts';

const FOUND = { 'credential.basic-without-colon': true };

describe('what is encoded for Basic', () => {
  it.each([
    '$b = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes($pat)); $h = @{ Authorization = "Basic $b" }',
    '$b = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("$MyPat"))\nAuthorization: Basic $b',
    '[Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes($env:AZURE_PAT)) "Basic $b"',
    'AUTH=$(echo -n "$DEVOPS_PAT" | base64)\ncurl -H "Authorization: Basic $AUTH"',
    'printf "%s" "$TOKEN" | base64\nAuthorization: Basic ...',
    'b = base64.b64encode(pat.encode("ascii")).decode()\nheaders = {"Authorization": "Basic " + b}',
    'b = base64.b64encode(bytes(access_token, "ascii"))\n"Basic " + b',
    "headers: { Authorization: 'Basic ' + btoa(pat) }",
    "headers: { Authorization: `Basic ${Buffer.from(personalAccessToken).toString('base64')}` }",
    '"Basic " + Base64.getEncoder().encodeToString(pat.getBytes(UTF_8))',
    'base64.StdEncoding.EncodeToString([]byte(token)) // Basic',
    '"Basic #{Base64.strict_encode64(pat)}"',
    "'Authorization: Basic ' . base64_encode($pat)",
  ])('lacks its colon: %s', (text) => {
    expect(basicPair(text)).toEqual(FOUND);
  });

  it.each([
    'GetBytes(":$pat") "Basic $b"',
    'GetBytes("user:$pat") "Basic $b"',
    'GetBytes($pair) "Basic $b"',
    '$token = ":$pat"\nGetBytes($token) "Basic $b"',
    'token = f":{pat}"\nb64encode(token.encode()) Basic',
    'GetBytes([string]::Format("{0}:{1}", "", $pat)) "Basic $b"',
    'echo -n ":$PAT" | base64 # Basic',
    'btoa(":" + pat) // Basic',
    'btoa(`:${pat}`) // Basic',
    'Buffer.from(`:${pat}`).toString("base64") // Basic',
    'b64encode(f"{user}:{pat}".encode()) Basic',
    'b64encode(path.encode()) Basic',
    'GetBytes($pat) Bearer $pat',
    'GetBytes($body) Basic $b',
    'GetBytes($pat) GetBytes(":$pat") Basic $b',
  ])('has its colon, or is no such code: %s', (text) => {
    expect(basicPair(text)).toEqual({});
  });
});
