/**
 * What .NET and Windows PowerShell say of a status in the language of the machine. `: (401) Nicht autorisiert` comes from
 * `WebException`, `: 429 ().` from `EnsureSuccessStatusCode` over HTTP/2, where the answer has no reason phrase:
 * https://learn.microsoft.com/dotnet/api/system.net.http.httpresponsemessage.ensuresuccessstatuscode
 */
const BRACKETED_BEFORE = /[:：]\s{0,3}\($/;
const BRACKETED_AFTER = /^\) \p{L}/u;
const COLON_BEFORE = /[:：]\s{0,3}$/;
const EMPTY_REASON_AFTER = /^ \(\)/;

/** "Status code" and "error" in the languages that Microsoft translates most of its messages to. */
const WORD_BEFORE: readonly RegExp[] = [
  /(?:antwortstatuscode|code (?:d['’]état|d['’]erreur|de statut)|c[oó]digo de (?:estado|error|erro|status)|codice di (?:stato|errore)|kod (?:stanu|błędu)|statuskod|statuskode|код(?:ом)? (?:состояния|ошибки)|durum kodu)(?: HTTP)?\s{0,3}[:=(]?\s{0,3}["']?$/iu,
  /(?:状态(?:代)?码|狀態(?:代)?碼|错误代?码|ステータス ?コード|エラー ?コード|상태 ?코드)(?: ?HTTP)?\s{0,3}[:：=(]?\s{0,3}["']?$/u,
  /(?:fehler|erreur|errore|erro|fout|błąd|ошибк[аиу]|错误|錯誤|エラー|오류)(?: HTTP)?\s{1,3}\(?$/iu,
  /(?:서버에서|サーバーから) \($/u,
];

/** Whether the words around a number make it a status in another language than English. */
export const isLocalizedStatus = (before: string, after: string): boolean =>
  (BRACKETED_BEFORE.test(before) && BRACKETED_AFTER.test(after)) ||
  (COLON_BEFORE.test(before) && EMPTY_REASON_AFTER.test(after)) ||
  WORD_BEFORE.some((words) => words.test(before));
