import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../src/cli/rule-files.ts';
import { diagnose } from '../src/diagnose/diagnose.ts';
import { htmlReport } from '../src/report/html.ts';
import { jsonReport } from '../src/report/json.ts';
import { markdownReport } from '../src/report/markdown.ts';
import { reportDocument } from '../src/report/report-document.ts';
import { noPaint } from '../src/report/style.ts';
import { textReports } from '../src/report/text.ts';
import { buildToken } from './support/token.ts';

const rules = loadRules('rules');
const now = '2026-03-01T12:00:00Z';
const style = { width: 80, colour: noPaint, unicode: true, plain: false } as const;
const tool = { name: 'fabric-auth-doctor', version: '0.0.0' } as const;

/** Everything that leaves the tool for a paste: the screen in both forms, JSON, Markdown and HTML. */
const outputs = (text: string): string => {
  const diagnoses = diagnose([{ text }], { rules, now });
  const report = reportDocument(diagnoses, { now, tool });
  return [
    textReports(diagnoses, style),
    textReports(diagnoses, { ...style, plain: true, unicode: false }),
    jsonReport(diagnoses, { now, tool }),
    markdownReport(report),
    htmlReport(report),
  ].join('\n');
};

const RUN = 12;
const runsOf = (secret: string): readonly string[] =>
  Array.from({ length: Math.max(0, secret.length - RUN + 1) }, (_, i) => secret.slice(i, i + RUN));
const leaks = (output: string, secret: string): readonly string[] =>
  runsOf(secret).filter((run) => output.includes(run));

/** Secrets of each kind, made when the test runs. No run of 12 characters repeats what the surrounding text says. */
const letters = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'),
  minLength: 60,
  maxLength: 90,
});
const secretValue = letters.map((text) => `${text.slice(0, 3)}8Q~${text.slice(3, 36)}`);
const code = letters.map((text) => `1.A${text}.AgAB${text.slice(0, 2)}IAAA${text}`);
const signature = letters.map((text) => text.repeat(6).slice(0, 342));

describe('no run of 12 characters of a secret leaves the tool', () => {
  const places: Record<string, (secret: string) => string> = {
    'a bearer header': (s) =>
      `GET https://api.powerbi.com/v1.0/myorg/groups HTTP/1.1\nAuthorization: Bearer ${s}\n\nHTTP/1.1 403 Forbidden`,
    'a curl command': (s) => `curl -H "Authorization: Bearer ${s}" https://api.fabric.microsoft.com/v1/workspaces`,
    'a redirect URL': (s) => `https://app.example/callback?code=${s}&session_state=1`,
    'a form': (s) =>
      `POST https://login.microsoftonline.com/common/oauth2/v2.0/token\n\ngrant_type=refresh_token&refresh_token=${s}&client_secret=${s}`,
    'a token response': (s) => `{"token_type":"Bearer","access_token":"${s}","refresh_token":"${s}"}`,
    'an environment file': (s) => `AZURE_CLIENT_SECRET=${s}\nAZURE_TENANT_ID=x`,
    YAML: (s) => `client_secret: ${s}\nscope: .default`,
    PowerShell: (s) =>
      `$headers = @{ 'Authorization' = "Bearer ${s}" }\nInvoke-RestMethod -Uri https://api.powerbi.com/v1.0/myorg/groups -Headers $headers`,
    'a connection string': (s) =>
      `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${s};EndpointSuffix=core.windows.net`,
    'an error that echoes the URL': (s) =>
      `{"error":"invalid_grant","error_description":"AADSTS70000: bad","error_uri":"https://x/?code=${s}"}`,
    'a basic credential': (s) => `curl -u "client:${s}" https://login.microsoftonline.com/common/oauth2/v2.0/token`,
    'a cookie': (s) => `GET / HTTP/1.1\nCookie: ESTSAUTH=${s}\n\nHTTP/1.1 401`,
  };
  for (const [place, paste] of Object.entries(places)) {
    it(`from ${place}`, () => {
      fc.assert(
        fc.property(fc.oneof(secretValue, code), (secret) => {
          expect(leaks(outputs(paste(secret)), secret)).toEqual([]);
        }),
        { numRuns: 15 },
      );
    });
  }

  it('from an access token: claims are shown, the token never is', () => {
    fc.assert(
      fc.property(signature, (sign) => {
        const token = `${buildToken({ aud: 'https://graph.microsoft.com', idtyp: 'app', exp: 1_772_370_000 }).split('.').slice(0, 2).join('.')}.${sign}`;
        const output = outputs(
          `curl -H "Authorization: Bearer ${token}" https://api.powerbi.com/v1.0/myorg/groups\n\nHTTP/1.1 403 Forbidden`,
        );
        expect(output).toContain('https://graph.microsoft.com');
        expect(leaks(output, token)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
