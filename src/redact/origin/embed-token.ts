import { expressionOf } from '../text/variables.ts';

/** The operations whose answer holds an embed token, in a URL or as a method of an SDK. */
const MAKES_EMBED_TOKEN = /\/GenerateToken\b|\bGenerateToken\w{0,40}\(/i;
/** What the token stands under in that answer: https://learn.microsoft.com/rest/api/power-bi/embed-token/generate-token */
const MEMBER = /^(?:await )?\(?(?:await )?([A-Za-z_]\w{0,60})\)?(?:\.data|\.body|\.json(?:\(\))?\)?)?\.token$/i;
/** `const { token } = await (await fetch(...)).json()`. */
const UNPACKED = /\{[\w ,]{0,60}\btoken\b[\w ,]{0,60}\}[ \t]{0,5}=[ \t]{0,5}([^\n;]{1,300})/g;
/** Where a call goes that names its address by a variable. */
const ADDRESS = /(?:\(|-Uri )\$?([A-Za-z_]\w{0,60})\b/i;

const REACH = 2000;

const unpackedFrom = (text: string, at: number): string =>
  [...text.slice(Math.max(0, at - REACH), at).matchAll(UNPACKED)].at(-1)?.[1] ?? '';

/** What gave the answer that a token is taken from. */
const answerBehind = (text: string, taken: string, at: number): string => {
  if (taken === 'token') return unpackedFrom(text, at);
  const answer = MEMBER.exec(taken)?.[1];
  return answer === undefined ? taken : expressionOf(text, answer, at);
};

/** Whether an expression is the token in an answer to GenerateToken, which is for a browser and opens no API. */
export const isEmbedToken = (text: string, expression: string, at: number): boolean => {
  const taken = expression.replace(/\[["'](\w{1,20})["']\]/g, '.$1').replace(/^\$\(?|[)!]$/g, '');
  if (!/(?:^|\.)token$/i.test(taken)) return false;
  const call = answerBehind(text, taken, at);
  const address = ADDRESS.exec(call)?.[1];
  return (
    MAKES_EMBED_TOKEN.test(call) || (address !== undefined && MAKES_EMBED_TOKEN.test(expressionOf(text, address, at)))
  );
};
