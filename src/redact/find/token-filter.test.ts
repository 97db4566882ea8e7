import { describe, expect, it } from 'vitest';
import { redact } from '../redact.ts';
import { sealPastes } from '../seal.ts';

const SECRET = 'qX8~Zk3Lm9Pn2Rt5Vw7Yb1Cd4Fg6Hj0Ks';
const sealed = (text: string): string => sealPastes([{ text }]).texts[0] ?? '';

describe('a command that takes a token out of an answer', () => {
  it.each([
    `TOKEN=$(curl -s -d @body.txt "$URL" | jq '.access_token')`,
    'TOKEN=$(curl -s $URL | jq -r .access_token)',
    `ACCESS_TOKEN=$(echo "$RESPONSE" | jq .access_token)`,
    'TOKEN=`curl -s https://login.microsoftonline.com/t/oauth2/v2.0/token -d @b | jq .access_token`',
    'token=$(cat ./token.json | jq .access_token)',
  ])('stays: %s', (text) => {
    expect(sealed(text)).toBe(text);
    expect(redact(text).text).toBe(text);
  });

  it.each([
    `TOKEN=$(curl -s -d client_secret=${SECRET} $URL | jq .access_token)`,
    `TOKEN=$(curl -s -u app:${SECRET} $URL | jq .access_token)`,
    `TOKEN=$(curl -s -H "X-Own: ${SECRET}" $URL | jq .access_token)`,
    `TOKEN=$(curl -s https://vault.example/${SECRET} | jq .token)`,
    `TOKEN=$(echo ${SECRET} | jq .token)`,
    `PASSWORD=\`echo ${SECRET} | jq .token\``,
  ])('stays without what is secret in it: %s', (text) => {
    expect(sealed(text)).not.toContain(SECRET.slice(0, 12));
    expect(redact(text).text).not.toContain(SECRET.slice(0, 12));
  });
});
