import { describe, expect, it } from 'vitest';
import { buildToken } from '../../../test/support/token.ts';
import { recognise, sealPastes } from '../../index.ts';
import { recognisedLines } from './recognised-lines.ts';

const NOW = '2026-03-01T12:00:00Z';
const at = (time: string): number => Date.parse(time) / 1000;
const linesOf = (text: string): readonly string[] => recognisedLines(recognise(sealPastes([{ text }])), NOW);

describe('what is said of a paste', () => {
  it('names token, caller, API and time, and that it is not kept', () => {
    const token = buildToken({ aud: 'https://graph.microsoft.com', idtyp: 'app', exp: at('2026-03-01T09:00:00Z') });
    expect(linesOf(token)).toEqual(['Access token, app, for Microsoft Graph, expired 3 hours ago (not kept)']);
  });

  it('says of a user token in time how long it lasts', () => {
    const aud = 'https://analysis.windows.net/powerbi/api';
    const token = buildToken({ aud, scp: 'Report.Read.All', exp: at('2026-03-01T12:45:00Z') });
    expect(linesOf(token)).toEqual(['Access token, user, for Power BI, good for another 45 minutes (not kept)']);
  });

  it('names call, answer and secret of a token request', () => {
    const secret = `aB1${'8Q~'}${'x'.repeat(34)}`;
    const lines = linesOf(
      `curl -X POST https://login.microsoftonline.com/common/oauth2/v2.0/token -d "client_secret=${secret}&scope=.default"`,
    );
    expect(lines[0]).toMatch(/^Curl command: POST login\.microsoftonline\.com/);
    expect(lines.at(-1)).toMatch(/^Client secret, 40 characters \(not kept\)$/);
    expect(lines.join('\n')).not.toContain(secret);
  });

  it('does not claim to forget what was masked before', () => {
    expect(linesOf('Authorization: Bearer <access token>').join('\n')).not.toContain('not kept');
  });

  it('says nothing of text without anything to recognise', () => {
    expect(linesOf('it does not work')).toEqual([]);
  });
});
