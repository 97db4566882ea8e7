/**
 * A reason phrase right before the JSON that came with it, without its number: `Forbidden({"error":...})` of az rest,
 * `Unauthorized: {"message":...}`. Where the number stands too, that is the status.
 */
const NAMED_BEFORE_BODY =
  /(?<=^|[\n\r:>|\]"'`][ \t]{0,8})(?<![45]\d\d[^\n]{0,15})(Bad ?Request|Unauthori[sz]ed|Forbidden|Not ?Found|Method ?Not ?Allowed|Conflict|Too ?Many ?Requests|Internal ?Server ?Error|Bad ?Gateway|Service ?Unavailable)(?=(?:\(|: ?|,? - |, )["'`]?\{\s{0,5}\\?["'][A-Za-z])/g;

/** The reason phrases that stand for the status of the body behind them. */
export const namedBeforeBodies = (text: string): readonly RegExpExecArray[] =>
  text.includes('{') ? [...text.matchAll(NAMED_BEFORE_BODY)] : [];
