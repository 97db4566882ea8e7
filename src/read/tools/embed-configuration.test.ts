import { describe, expect, it } from 'vitest';
import { embedConfigurationReader } from './embed-configuration.ts';

const types = (text: string) =>
  embedConfigurationReader.read(text, 0).map(({ piece }) => (piece.kind === 'setting' ? piece.value : ''));

describe('the token type of an embed configuration', () => {
  it.each([
    ['names by their shorthand', "{ type: 'report', id, embedUrl, accessToken, settings: {} }"],
    ['a template of Angular', `[embedConfig]="{ type: 'report', embedUrl: url, accessToken: token }"`],
    [
      'a component that fills it later',
      "config = { type: 'report', embedUrl: undefined, accessToken: undefined };\nthis.config = { ...this.config, embedUrl: r.embedUrl, accessToken: r.token };",
    ],
  ])('is missing in %s', (_, text) => {
    expect(types(text)).toEqual(['missing']);
  });

  it.each([
    [
      'the answer that the parts came with',
      '{"embedUrl": "https://app.powerbi.com/reportEmbed", "accessToken": "x", "expiry": "2026-03-01"}',
    ],
    ['names taken out of an answer', 'const { accessToken, embedUrl } = await answer.json();'],
    ['a part of one that is not seen', "config = { ...base, type: 'report', embedUrl: url, accessToken: token };"],
  ])('is not said by %s', (_, text) => {
    expect(types(text)).toEqual([]);
  });

  it('is the one that a second step names', () => {
    const text = `config = { type: 'report', embedUrl: '', accessToken: '' };
      this.config = { ...this.config, embedUrl: r.embedUrl, accessToken: r.token, tokenType: models.TokenType.Embed };`;
    expect(types(text)).toEqual(['embed']);
  });
});
