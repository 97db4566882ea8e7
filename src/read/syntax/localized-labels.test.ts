import { describe, expect, it } from 'vitest';
import { withEnglishLabels } from './localized-labels.ts';

const [A, B, APP] = ['1', '2', '9'].map((end) => `5a0c0000-0000-4000-8000-00000000000${end}`);

describe('labels of the sign-in in other languages', () => {
  it.each([
    ['German', 'Anforderungs-ID', 'Korrelations-ID', 'Fehlercode bei der Anmeldung'],
    ['French', 'ID de demande', 'ID de corrélation', 'Code d’erreur de connexion'],
    ['Polish', 'Identyfikator żądania', 'Identyfikator korelacji', 'Kod błędu logowania'],
    ['Japanese', '要求 ID', '関連付け ID', 'サインイン エラー コード'],
    ['Chinese', '请求 ID', '相关 ID', '登录错误代码'],
  ])('are told by their layout: %s', (_, request, correlation, code) => {
    const pane = ['x', 'y', request, A, correlation, B, 'z', 'w', code, '53003', 'App', APP].join('\n');
    expect(withEnglishLabels(pane)).toBe(
      ['x', 'y', 'Request ID', A, 'Correlation ID', B, 'z', 'w', 'Sign-in error code', '53003', 'App', APP].join('\n'),
    );
  });

  it('are told on an error page', () => {
    const page = `AADSTS65001: x\nAnforderungs-ID: ${A}\nKorrelations-ID: ${B}\nZeitstempel: 2026-03-01T11:59:00Z`;
    expect(withEnglishLabels(page)).toBe(
      `AADSTS65001: x\nRequest Id: ${A}\nCorrelation Id: ${B}\nTimestamp: 2026-03-01T11:59:00Z`,
    );
    expect(withEnglishLabels(`AADSTS65001\n要求 ID：${A}\n関連付け ID：${B}\n時刻：2026-03-01 11:59:00Z`)).toContain(
      `Correlation Id: ${B}`,
    );
  });

  it.each([
    ['a page of an app', `Anwendungs-ID\n${A}\nObjekt-ID\n${B}\nName\nx`],
    ['ids further apart', `Anwendung\n${A}\nName\nx\nObjekt\n${B}\nPort\n53003`],
    ['a number before the ids', `Port\n53003\nAnwendung\n${A}\nObjekt\n${B}`],
    ['English labels', `Correlation ID\n${A}\nZahl\n53003\nObjekt\n${B}`],
  ])('are left alone in %s', (_, text) => {
    expect(withEnglishLabels(text)).toBe(text);
  });
});
